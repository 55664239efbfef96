import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Clock } from '../../../src/ports';

/** What lies between a browser and all servers. */
export interface Link {
  readonly name: string;
  /** There and back. */
  readonly latencyMs: number;
  readonly bitsPerSecond: number;
}

/** A phone in a town. */
export const LINK_4G: Link = { name: '4G link (60 ms, 9 Mbit/s)', latencyMs: 60, bitsPerSecond: 9_000_000 };

/** A few packets of TCP's: small enough to take turns, large enough for a machine that measures something else. */
const PIECE_BYTES = 4_096;
/** So much of a connection is under way at most; more than the link holds in its latency, so that it never runs dry. */
const WINDOW_BYTES = 131_072;

interface Piece {
  readonly bytes: number;
  readonly arrive: () => void;
}

/** One direction of a link. Whoever sends takes turns with the others; what one sends arrives in its order. */
export class Line {
  readonly #clock: Clock;
  readonly #delayMs: number;
  readonly #msPerByte: number;
  /** Those who have something to send, each with what it is; whose turn it is stands first. */
  readonly #waiting: Piece[][] = [];
  readonly #underWay: Piece[] = [];
  #freeAtMs = 0;
  #isBusy = false;

  constructor({ latencyMs, bitsPerSecond }: Link, clock: Clock) {
    this.#clock = clock;
    this.#delayMs = latencyMs / 2;
    this.#msPerByte = 8_000 / bitsPerSecond;
  }

  /** Somebody who sends: `arrive` is called once so many bytes have come to the other end. */
  sender(): (bytes: number, arrive: () => void) => void {
    const own: Piece[] = [];
    return (bytes, arrive) => {
      own.push({ bytes, arrive });
      if (own.length === 1) this.#waiting.push(own);
      if (this.#isBusy) return;
      this.#freeAtMs = Math.max(this.#freeAtMs, this.#clock.now());
      this.#sendNext();
    };
  }

  #sendNext(): void {
    const sender = this.#waiting.shift();
    const piece = sender?.shift();
    if (!sender || !piece) return;
    if (sender.length > 0) this.#waiting.push(sender);
    this.#isBusy = true;
    this.#freeAtMs += piece.bytes * this.#msPerByte;
    this.#underWay.push(piece);
    const inMs = this.#freeAtMs - this.#clock.now();
    // Timers that are due together may come in any order: each lets arrive what is first.
    this.#clock.after(inMs + this.#delayMs, () => this.#underWay.shift()?.arrive());
    this.#clock.after(inMs, () => {
      this.#isBusy = false;
      this.#sendNext();
    });
  }
}

const CLOCK: Clock = {
  now: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** Lets what one end sends come out at the other, in pieces over the line. */
function carry(from: Socket, to: Socket, line: Line): void {
  const send = line.sender();
  let underWayBytes = 0;
  from.on('data', (chunk: Buffer) => {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      const piece = chunk.subarray(start, start + PIECE_BYTES);
      underWayBytes += piece.length;
      send(piece.length, () => {
        underWayBytes -= piece.length;
        if (!to.destroyed) to.write(piece);
        if (underWayBytes < WINDOW_BYTES) from.resume();
      });
    }
    if (underWayBytes >= WINDOW_BYTES) from.pause();
  });
  from.on('end', () => send(0, () => to.end()));
  from.on('error', () => to.destroy());
  from.on('close', (hadError) => {
    if (hadError) to.destroy();
  });
}

/** Stands between a browser and servers on this machine. */
export interface LaidLink {
  /** Where the browser goes instead, by the server's port. */
  readonly portFor: ReadonlyMap<number, number>;
  stop(): Promise<void>;
}

/**
 * Lays a link before servers on this machine: all connections share it. A new connection takes a round trip before anything
 * is carried, as TCP's handshake does, and those of TLS and of the requests take theirs. A name costs nothing, and TCP's slow
 * start is not played.
 */
export async function layLink(link: Link, ports: readonly number[]): Promise<LaidLink> {
  const [up, down] = [new Line(link, CLOCK), new Line(link, CLOCK)];
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const portFor = new Map<number, number>();
  for (const port of new Set(ports)) {
    const server = createServer({ pauseOnConnect: true, allowHalfOpen: true, noDelay: true }, (browser) => {
      const behind = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
      for (const socket of [browser, behind]) {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
      }
      carry(behind, browser, down);
      carry(browser, behind, up);
      // `carry` reads at once; the browser's first words come when the connection stands.
      browser.pause();
      CLOCK.after(link.latencyMs, () => browser.resume());
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    servers.push(server);
    portFor.set(port, (server.address() as AddressInfo).port);
  }
  return {
    portFor,
    async stop() {
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}
