/** One message of a server-sent event stream. */
export interface StreamMessage {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads a server-sent event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html, section 9.2.6),
 * whatever the pieces in which it arrives. `push` answers the messages that are complete. Comments and the fields `id`
 * and `retry` are passed over: our events carry their number in their data, and the waits are ours.
 */
export function createStreamReader(): { push(piece: string): readonly StreamMessage[] } {
  let rest = '';
  let event = '';
  let data: string[] = [];

  function line(text: string): StreamMessage | undefined {
    if (text === '') {
      const message =
        data.length === 0 ? undefined : { event: event === '' ? 'message' : event, data: data.join('\n') };
      event = '';
      data = [];
      return message;
    }
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    return undefined;
  }

  return {
    push(piece) {
      const text = rest + piece;
      // A carriage return at the very end may be the first half of a line break.
      const lines = text.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      return lines.map(line).filter((message) => message !== undefined);
    },
  };
}
