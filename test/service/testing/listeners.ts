import { connect, type Socket } from 'node:net';

/** What one pane has heard of a request, in the order in which it came. */
export interface Heard {
  readonly request: string;
  readonly numbers: number[];
  /** From the event's own time until it was here. */
  readonly delaysMs: number[];
}

/** Panes that keep event streams open, as browsers do: when one is cut, it comes back and names the last event that it has. */
export interface Listeners {
  readonly heard: readonly Heard[];
  /** Resolves when each has been let in at least once. */
  readonly allIn: Promise<void>;
  /** How many have a stream now. */
  open(): number;
  close(): void;
}

const EVENT = /id: (\d+)\nevent: request\ndata: (\{.*\})\n\n/g;

/**
 * @param door the port of whoever the load balancer chooses, asked for each connection
 * @param requests one for each listener
 * @param retryMs how long a pane waits before it comes back, asked for each time
 */
export function startListeners(
  door: () => number,
  requests: readonly string[],
  retryMs: () => number,
): Listeners {
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const heard = requests.map((request): Heard => ({ request, numbers: [], delaysMs: [] }));
  let isClosed = false;
  let streaming = 0;

  const listen = (one: Heard, index: number, onIn: () => void): void => {
    if (isClosed) return;
    const socket = connect(door(), '127.0.0.1');
    sockets.add(socket);
    let text = '';
    let isIn = false;
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      const last = one.numbers.at(-1) ?? 0;
      socket.write(
        `GET /api/requests/${one.request}/events HTTP/1.1\r\nhost: panes.example\r\naccept: text/event-stream\r\n` +
          `last-event-id: ${String(last)}\r\nx-forwarded-for: ${addressOf(index)}\r\n\r\n`,
      );
    });
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (!isIn && text.includes('retry: ')) {
        isIn = true;
        streaming += 1;
        onIn();
      }
      let end = 0;
      for (const event of text.matchAll(EVENT)) {
        end = event.index + event[0].length;
        one.numbers.push(Number(event[1]));
        one.delaysMs.push(Date.now() - Date.parse((JSON.parse(event[2] ?? '') as { at: string }).at));
      }
      text = text.slice(end);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (isIn) streaming -= 1;
      if (isClosed) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        listen(one, index, onIn);
      }, retryMs());
      timers.add(timer);
    });
  };
  const allIn = Promise.all(
    heard.map((one, index) => new Promise<void>((resolve) => listen(one, index, resolve))),
  ).then(() => undefined);

  return {
    heard,
    allIn,
    open: () => streaming,
    close() {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Each pane has an address of its own, as the load balancer tells it. */
export const addressOf = (index: number): string =>
  `10.${String((index >> 16) & 255)}.${String((index >> 8) & 255)}.${String(index & 255)}`;
