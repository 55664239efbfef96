import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../tenant/checks';
import type { CallerFound, MayAskForKeys } from './caller';
import { clientOf } from './client-address';
import type { Limits } from './limits';
import { sendProblem } from './problem';

/** The signed-in user who calls; undefined where the call has been refused. */
export type SignedIn = (request: FastifyRequest, reply: FastifyReply) => Promise<Caller | undefined>;

/** Turns away who shows no token of ours that holds, and counts for it. */
export function createSignedIn(parts: {
  readonly findCaller: (
    authorization: string | undefined,
    mayAskForKeys: MayAskForKeys,
  ) => Promise<CallerFound>;
  readonly limits: Limits;
}): SignedIn {
  const { findCaller, limits } = parts;
  return async (request, reply) => {
    // Counted before each question to Microsoft. A good token whose keys are known is taken whatever others at its
    // address have sent.
    const found = await findCaller(request.headers.authorization, async () => {
      const who = clientOf(request);
      const patience = limits.isTurnedAway('bad-token-by-address', { who });
      return patience.ok ? limits.take('keys-by-address', { who }) : patience;
    });
    if (found.ok) return found.caller;
    if ('change' in found) request.log.warn({ why: found.why, change: found.change }, 'token turned down');
    else request.log.info({ why: found.why }, 'token turned down');
    if (found.status === 503) {
      sendProblem(reply, 'keys-unavailable', { retryAfterMs: 5_000 });
      return undefined;
    }
    if (found.status === 429) {
      sendProblem(reply, 'too-many-requests', { retryAfterMs: found.retryAfterMs });
      return undefined;
    }
    const bad = await limits.take('bad-token-by-address', { who: clientOf(request) });
    if (!bad.ok) {
      sendProblem(reply, 'too-many-requests', { retryAfterMs: bad.retryAfterMs });
      return undefined;
    }
    reply.header('www-authenticate', found.status === 403 ? 'Bearer error="insufficient_scope"' : 'Bearer');
    sendProblem(reply, found.status === 403 ? 'scope-missing' : 'not-signed-in');
    return undefined;
  };
}
