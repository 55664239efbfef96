import { connect, type Socket } from 'node:net';
import { percentile } from '../../browser/bench/statistics';

/** What so many connections got, each of which sends its next request when it has read the last answer. */
export interface LoadFigures {
  readonly aSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
}

export const requestOf = (path: string, headers: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: bench.example\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );

const HEAD_END = Buffer.from('\r\n\r\n');

/** Tells the answers of a connection apart by their lengths; the service answers with one, always. */
function readAnswers(socket: Socket, onAnswer: (status: string) => void): void {
  let kept: Buffer | undefined;
  socket.on('data', (chunk: Buffer) => {
    let buffer = kept === undefined ? chunk : Buffer.concat([kept, chunk]);
    for (;;) {
      const head = buffer.indexOf(HEAD_END);
      if (head < 0) break;
      const text = buffer.toString('latin1', 0, head);
      const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
      if (length === undefined) throw new Error(`an answer without a length: ${text}`);
      const end = head + HEAD_END.length + Number(length);
      if (buffer.length < end) break;
      buffer = buffer.subarray(end);
      onAnswer(text.slice(9, 12));
    }
    kept = buffer.length === 0 ? undefined : buffer;
  });
}

/**
 * Measures by plain sockets: a client that computes more than the service would measure itself. The connections begin
 * their ways through `requests` at different places.
 */
export async function load(
  port: number,
  requests: readonly Buffer[],
  { connections, forMs }: { readonly connections: number; readonly forMs: number },
): Promise<LoadFigures> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const startMs = performance.now();
  const untilMs = startMs + forMs;
  const one = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      let next = Math.floor((index * requests.length) / connections);
      let sentMs = 0;
      const socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      const send = (): void => {
        sentMs = performance.now();
        socket.write(requests[(next += 1) % requests.length] ?? Buffer.alloc(0));
      };
      socket.once('connect', send);
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the service has cut a connection')));
      readAnswers(socket, (status) => {
        const nowMs = performance.now();
        times.push(nowMs - sentMs);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (nowMs < untilMs) send();
        else {
          socket.destroy();
          resolve();
        }
      });
    });
  await Promise.all(Array.from({ length: connections }, (_, index) => one(index)));
  const tookS = (performance.now() - startMs) / 1_000;
  return {
    aSecond: times.length / tookS,
    medianMs: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    longestMs: percentile(times, 1),
    statuses,
  };
}
