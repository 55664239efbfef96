import { createParser } from 'eventsource-parser';

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
  let complete: StreamMessage[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      complete.push({ event: event ?? 'message', data });
    },
  });
  return {
    push(piece) {
      complete = [];
      parser.feed(piece);
      return complete;
    },
  };
}
