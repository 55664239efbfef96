import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { App } from './app';

/**
 * So many requests of one connection may wait for their answers. Browsers and proxies send the next one when they have the
 * last answer (RFC 9112, section 9.3.2); a client that sends ahead and reads nothing would have every answer kept for it.
 */
export const UNANSWERED_AT_MOST = 10;
/**
 * How long a client may take nothing of an answer that is there. Networks are away for a while, and come back; and the system
 * tells of what is taken in pieces of up to a megabyte or so, which are half a minute at 40 KB a second.
 */
const TAKES_NOTHING_MS = 60_000;

/** Cuts the connection of whoever asks and does not read. */
export function cutUnread(app: App): void {
  limitUnread(app.server, TAKES_NOTHING_MS);
  app.addHook('onRequest', (request, reply, done) => {
    // What the connection had sent already is parsed to its end: nobody is left to answer.
    if (request.raw.socket.destroyed) reply.hijack();
    else done();
  });
}

/** The same for a server of Node's, by the machine's clock, as connections have no other. */
export function limitUnread(server: Server, takesNothingMs: number): void {
  const unanswered = new WeakMap<Socket, Set<ServerResponse>>();
  const unansweredOn = (socket: Socket): Set<ServerResponse> => {
    const known = unanswered.get(socket);
    if (known) return known;
    const answers = new Set<ServerResponse>();
    unanswered.set(socket, answers);
    // Node tells the end of a connection to the answer whose turn it is. Those that wait behind it would never hear of it.
    const tellAll = (): void => {
      for (const answer of answers) answer.emit('close');
    };
    socket.once('close', () => process.nextTick(tellAll));
    return answers;
  };
  const count: RequestListener = ({ socket }, response) => {
    const answers = unansweredOn(socket);
    answers.add(response);
    response.once('close', () => answers.delete(response));
    if (answers.size > UNANSWERED_AT_MOST) socket.destroy();
  };
  // Before the ones that answer.
  server.prependListener('request', count);
  server.prependListener('checkExpectation', count);
  // Node tells of a connection on which nothing has moved, and of one that was kept for a next request for long enough.
  server.setTimeout(takesNothingMs, (socket) => {
    const waitsForUs = (unanswered.get(socket)?.size ?? 0) > 0 && socket.writableLength === 0;
    if (waitsForUs) socket.setTimeout(takesNothingMs);
    else socket.destroy();
  });
}
