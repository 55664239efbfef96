import type { FastifyReply } from 'fastify';
import type { Problem } from '../../core/api/problem';

/** Every refusal that the service knows, with its status and title. */
const PROBLEMS = {
  malformed: { status: 400, title: 'The request is malformed' },
  'not-signed-in': { status: 401, title: 'A valid access token for this service is needed' },
  'scope-missing': { status: 403, title: 'The access token does not carry the scope of this service' },
  'not-an-operator': { status: 403, title: 'Only operators of this service may read the organisations' },
  'cross-site': { status: 403, title: 'Other sites may not call this service' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'tenant-not-found': { status: 404, title: 'There is no such organisation in the ledger' },
  'look-not-found': { status: 404, title: 'There is no such look, or it is over' },
  'request-not-found': { status: 404, title: 'There is no such request' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'too-slow': { status: 408, title: 'The request took too long to arrive' },
  'too-large': { status: 413, title: 'The request is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'wrong-media-type': { status: 415, title: 'The body must be JSON' },
  'expectation-failed': { status: 417, title: 'The service cannot do what the Expect header asks for' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'internal-error': { status: 500, title: 'Something went wrong in the service' },
  'keys-unavailable': { status: 503, title: "Microsoft's signing keys cannot be fetched now" },
  'domains-not-known': {
    status: 503,
    title: 'Microsoft does not say now whose the domains are: nothing was deleted',
  },
  'store-unavailable': { status: 503, title: 'The database cannot be used now' },
  stopping: { status: 503, title: 'The service is stopping' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof PROBLEMS;

/** A problem as it is sent. */
export function problemOf(name: ProblemName): Problem {
  const { title, status } = PROBLEMS[name];
  return { type: `urn:extendsync:problem:${name}`, title, status };
}

/** Answers with a problem (RFC 9457); a wait goes into the body and, in whole seconds, into Retry-After. */
export function sendProblem(
  reply: FastifyReply,
  name: ProblemName,
  more: { readonly detail?: string; readonly retryAfterMs?: number } = {},
): FastifyReply {
  const problem: Problem = { ...problemOf(name), ...more };
  if (more.retryAfterMs !== undefined)
    reply.header('retry-after', String(Math.ceil(more.retryAfterMs / 1000)));
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem);
}
