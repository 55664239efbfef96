import { connect, type Socket } from 'node:net';

/** A connection on which anything can be said, and what came back. */
export interface RawConnection {
  readonly socket: Socket;
  /** Everything that arrived by the time the other side closed the connection. */
  readonly closed: Promise<string>;
  /** Resolves when what has arrived holds the text. */
  hears(text: string): Promise<string>;
}

export async function connectRaw(port: number, say = ''): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  const looks = new Set<() => void>();
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    for (const look of looks) look();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  if (say !== '') socket.write(say);
  return {
    socket,
    closed,
    hears: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!text.includes(wanted)) return;
          looks.delete(look);
          resolve(text);
        };
        looks.add(look);
        look();
      }),
  };
}
