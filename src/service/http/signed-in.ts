import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../tenant/checks';
import type { CallerFound, MayAskForKeys } from './caller';
import { clientOf, type Client } from './client-address';
import type { Limits } from './limits';
import { sendProblem } from './problem';

/** The signed-in user who calls; undefined where the call has been refused. */
export type SignedIn = (request: FastifyRequest, reply: FastifyReply) => Promise<Caller | undefined>;

/**
 * Counts before each question to Microsoft for keys, by the tenant that the token claims: who makes up tokens of one keeps
 * nobody of another out. A good token whose keys are known is taken whatever others at its address have sent.
 */
export const mayAskForKeys =
  (limits: Limits, who: Client): MayAskForKeys =>
  async (claimed) => {
    const taken = await limits.take('keys-by-address-and-tenant', { who, about: claimed });
    return taken.ok ? limits.take('keys-by-address', { who }) : taken;
  };

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
    const found = await findCaller(request.headers.authorization, mayAskForKeys(limits, clientOf(request)));
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
