import type { FastifyBaseLogger, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../settings-fields';
import { createOutput } from '../standard-output';

/*
 * The log tells what happened and why, never to whom: no tokens, no addresses, no query strings, no ids of requests
 * (who has one may use it), and nothing of an error but its kind and its place. Operators stand there by name
 * (`OperatorGuard`).
 */

export interface LogDestination {
  write(line: string): void;
}

/**
 * Standard output, written once for all lines of a turn of the event loop: a line for itself would cost each answer a call
 * to the system. What a turn has logged is written before the process ends, unless it is killed.
 */
function inTurns(): LogDestination {
  const output = createOutput(process.stdout);
  let lines = '';
  const write = (): void => {
    const text = lines;
    lines = '';
    if (text !== '') output(text);
  };
  process.on('exit', write);
  return {
    write(line) {
      if (lines === '') setImmediate(write);
      lines += line;
    },
  };
}

/** One for the process, as the process has one output. */
let standardOutput: LogDestination | undefined;

/** Fastify's options for a log of JSON lines (pino) with everything personal left out at the source. */
export const logOptions = (
  level: LogLevel,
  destination: LogDestination | undefined,
): FastifyServerOptions['logger'] => ({
  level,
  stream: destination ?? (standardOutput ??= inTurns()),
  base: null,
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      route: routeOf(request.routeOptions),
    }),
    res: (reply: Pick<FastifyReply, 'statusCode'>) => ({ status: reply.statusCode }),
    err: (error: unknown) => errorFacts(error),
  },
});

/** The pattern of the route, as `/api/requests/:id/events`; what the client asked for may hold a request's id. */
export const routeOf = ({ url }: FastifyRequest['routeOptions']): string => url ?? 'none';

/** One line for each answer. */
export function logAnswer(
  log: FastifyBaseLogger,
  answer: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly tookMs: number;
  },
): void {
  const { method, route, status, tookMs } = answer;
  log.info({ method, route, status, tookMs: Math.round(tookMs) }, 'answered');
}

/**
 * An error's kind, code and place. Its message is left out: those of databases, parsers and MSAL quote what they were
 * given.
 */
export function errorFacts(error: unknown): {
  type: string;
  message: string;
  stack: string;
  code?: string | undefined;
  cause?: string | undefined;
} {
  if (!isErrorLike(error)) return { type: typeof error, message: '', stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: '',
    stack: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join('\n'),
    code: typeof error.code === 'string' ? error.code : undefined,
    cause: isErrorLike(error.cause) ? causeName(error.cause) : undefined,
  };
}

interface ErrorLike {
  readonly name: string;
  readonly stack?: string;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** By its looks: errors of other realms (workers, test sandboxes) are not `instanceof Error`. */
const isErrorLike = (value: unknown): value is ErrorLike =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'stack' in value;

const causeName = (cause: ErrorLike): string =>
  typeof cause.code === 'string' ? `${cause.name} ${cause.code}` : cause.name;
