import Fastify, { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  TypeBoxValidatorCompiler,
  registerAjvFormats,
  type TypeBoxTypeProvider,
} from '@fastify/type-provider-typebox';
import { DatabaseUnavailable } from '../database/database';
import type { Settings } from '../settings';
import type { App } from './app';
import { proxyTrust } from './client-address';
import { earlyRefusals, PATIENCE } from './early-refusals';
import { logOptions, type LogDestination } from './log';
import { answerNotFound } from './pages';
import { sendProblem } from './problem';

/** No body of ours is longer than a domain name in JSON. */
export const LONGEST_BODY_BYTES = 4_096;

/**
 * So many connections wait to be taken. When an instance dies, all its panes come to the others within seconds: past Node's
 * 511 Linux drops them, and they knock again after 1, 3, 7 and 15 seconds. The system's own limit, net.core.somaxconn, cuts
 * a larger number down (https://man7.org/linux/man-pages/man2/listen.2.html); it is 4096 since Linux 5.4.
 */
export const WAITING_AT_MOST = 4_096;

/** Where the service listens, and how. */
export const listeningAt = ({ port, host }: Pick<Settings, 'port' | 'host'>) => ({
  port,
  host,
  backlog: WAITING_AT_MOST,
});

/** Fastify with what holds for every route: its log, its patience, and how bodies and refusals are written. */
export function createServer(
  { logLevel, trustProxy, tls }: Pick<Settings, 'logLevel' | 'trustProxy' | 'tls'>,
  headers: Readonly<Record<string, string>>,
  logTo: LogDestination | undefined,
): App {
  registerAjvFormats();
  const options = {
    logger: logOptions(logLevel, logTo) ?? false,
    // One line for each answer, written by ourselves.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: proxyTrust(trustProxy),
    bodyLimit: LONGEST_BODY_BYTES,
    requestTimeout: PATIENCE.requestMs,
    exposeHeadRoutes: false,
    ...earlyRefusals(headers),
  };
  const server = {
    headersTimeout: PATIENCE.headersMs,
    connectionsCheckingInterval: PATIENCE.lookEveryMs,
    // Node's own refusal of a request without a Host header is empty; ours follows in the hook.
    requireHostHeader: false,
  };
  // The kinds of server differ in type only; the routes do not care.
  const app = (tls
    ? Fastify({ ...options, https: { ...server, ...tls } })
    : Fastify({ ...options, http: server })) as unknown as App;
  app.withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  // The schemas describe the answers; core/api's types make them.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  answersInOurWay(app);
  return app;
}

/** Bodies are JSON or nothing; refusals are problems. */
function answersInOurWay(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(Object.assign(new SyntaxError('the body is not JSON'), { statusCode: 400 }));
    }
  });
  app.setNotFoundHandler(answerNotFound);
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error.validation) {
      // The place and the rule; never the value.
      const first = error.validation[0];
      const detail = `${error.validationContext ?? 'request'}${first?.instancePath ?? ''} ${first?.message ?? 'is wrong'}`;
      return sendProblem(reply, 'malformed', { detail });
    }
    if (error instanceof DatabaseUnavailable) {
      request.log.error({ err: error }, 'the database is away');
      return sendProblem(reply, 'store-unavailable', { retryAfterMs: 5_000 });
    }
    if (error.statusCode === 413) return sendProblem(reply, 'too-large');
    if (error.statusCode === 415) return sendProblem(reply, 'wrong-media-type');
    if (error.statusCode !== undefined && error.statusCode < 500) return sendProblem(reply, 'malformed');
    request.log.error({ err: error }, 'failed');
    return sendProblem(reply, 'internal-error');
  });
}
