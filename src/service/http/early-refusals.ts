import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app';
import { problemOf, sendProblem, type ProblemName } from './problem';

/*
 * Refusals that come before any route: from the router (an address that cannot be read) and from Node's parser (a
 * request that is no HTTP, too large or too slow). They are problems under our headers like all others, and repeat
 * nothing of what was sent.
 */

type Headers = Readonly<Record<string, string>>;

/** How long a client may take, and how often Node looks at it. Node's own defaults look each 30 seconds (S16). */
export const PATIENCE = { headersMs: 10_000, requestMs: 15_000, lookEveryMs: 1_000 } as const;

/** Fastify's options: what it does with an address that it cannot read, and with a client that does not speak HTTP. */
export const earlyRefusals = (headers: Headers) => ({
  frameworkErrors: (
    error: { readonly code: string },
    _request: FastifyRequest,
    reply: FastifyReply,
  ): void => {
    // No hook has run.
    reply.headers(headers);
    sendProblem(reply, error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'address-too-long' : 'malformed');
  },
  clientErrorHandler: (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable || hasBegun(answers.get(socket))) socket.destroy();
    else refuse(socket, nameOf(error.code), headers);
  },
});

/** The answer that is under way on a connection. */
const answers = new WeakMap<Duplex, ServerResponse>();
const hasBegun = (answer: ServerResponse | undefined): boolean =>
  answer !== undefined && answer.headersSent && !answer.writableFinished;

/** Refuses what Node would refuse by itself, or leave without an answer. */
export function refuseEarly(app: App, headers: Headers): void {
  app.server.on('request', (request, response) => answers.set(request.socket, response));
  app.server.on('checkExpectation', (_request, response) => {
    const body = JSON.stringify(problemOf('expectation-failed'));
    response.writeHead(417, { ...headers, ...PROBLEM_HEADERS, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
  app.server.on('connect', (_request, socket) => refuse(socket, 'method-not-allowed', headers));

  app.addHook('onRequest', (request, reply, done) => {
    // HTTP/1.1 asks for the header (RFC 9112, section 3.2).
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1')
      sendProblem(reply, 'malformed');
    else done();
  });
}

const PROBLEM_HEADERS = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } as const;

function nameOf(code: string | undefined): ProblemName {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'malformed';
}

function refuse(socket: Duplex, name: ProblemName, headers: Headers): void {
  const problem = problemOf(name);
  const body = JSON.stringify(problem);
  const lines = Object.entries({
    ...headers,
    ...PROBLEM_HEADERS,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([header, value]) => `${header}: ${value}`);
  const start = `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`;
  socket.end([start, ...lines, '', body].join('\r\n'), () => socket.destroy());
}
