import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { aroundStatements } from './database/around-statements';
import { DatabaseUnavailable, type Database } from './database/database';

/** When the service stops, what is under way gets this long. */
const STOP_MS = 2_000;

/** The end of the service: what is under way gets `STOP_MS`, by the machine's clock, as connections have no other. */
export interface Stopping {
  readonly hasBegun: () => boolean;
  /** A fetch that the stop cuts short. */
  limited(fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  /** A database that takes nothing any more once the time is up, and for whose answers nobody waits then: it may be hanging. */
  limitedDatabase(database: Database): Database;
  /** The stop cuts each connection to this server that is left. */
  watchConnections(server: Server): void;
  begin(): void;
  /** Resolves when the answers that have ended by now, or end with this turn, have left the process. */
  answersSent(): Promise<void>;
  end(): void;
}

export function createStopping(): Stopping {
  const controller = new AbortController();
  const connections = new Set<Socket>();
  /** The newest answer on each connection: one before it has left the process before it. */
  const answers = new Map<Socket, ServerResponse>();
  /** Whoever waits for the database. */
  const waiting = new Set<() => void>();
  let hasBegun = false;
  let timer: NodeJS.Timeout | undefined;
  return {
    hasBegun: () => hasBegun,
    limited: (fetch) => (input, init) =>
      fetch(input, {
        ...init,
        signal: init?.signal ? AbortSignal.any([init.signal, controller.signal]) : controller.signal,
      }),
    limitedDatabase: (database) => {
      const limited = <T>(run: () => Promise<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          const leave = (): void => reject(new DatabaseUnavailable('the service stops'));
          if (controller.signal.aborted) {
            leave();
            return;
          }
          waiting.add(leave);
          run()
            .finally(() => waiting.delete(leave))
            .then(resolve, reject);
        });
      return {
        ...aroundStatements(database, limited),
        exclusively: (work) => limited(() => database.exclusively(work)),
      };
    },
    watchConnections(server) {
      // A server waits for connections on which no request has come and for requests that never end. Its own
      // `closeAllConnections` does not know those that have not finished their TLS handshake (S5).
      server.on('connection', (socket: Socket) => {
        connections.add(socket);
        socket.once('close', () => connections.delete(socket));
      });
      server.on('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
        if (!answers.has(socket)) socket.once('close', () => answers.delete(socket));
        answers.set(socket, answer);
      });
    },
    begin() {
      hasBegun = true;
      timer = setTimeout(() => {
        for (const socket of connections) socket.destroy();
        controller.abort(new Error('the service stops'));
        for (const leave of waiting) leave();
      }, STOP_MS);
    },
    async answersSent() {
      await nextTurn();
      const leaving = [...answers.values()].filter((answer) => answer.writableEnded && !answer.closed);
      await Promise.all(
        leaving.map((answer) => new Promise<void>((resolve) => answer.once('close', () => resolve()))),
      );
    },
    end() {
      clearTimeout(timer);
    },
  };
}
