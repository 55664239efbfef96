import { Type } from 'typebox';
import { PATHS } from '../../core/api';
import type { CallerFound, MayAskForKeys } from './caller';
import { clientOf } from './client-address';
import type { Limits } from './limits';
import { sendProblem } from './problem';
import { ConsentAnswerSchema, ProblemSchema } from './schemas';
import type { App } from './app';
import type { Caller, TenantChecks } from '../tenant/checks';

/** `GET /api/consent`: what Microsoft says about the caller's own tenant. */
export function consentRoute(
  app: App,
  parts: {
    readonly findCaller: (
      authorization: string | undefined,
      mayAskForKeys: MayAskForKeys,
    ) => Promise<CallerFound>;
    readonly checks: TenantChecks;
    readonly limits: Limits;
  },
): void {
  const { findCaller, checks, limits } = parts;

  app.get(
    PATHS.consent,
    {
      schema: {
        summary: "What the caller's tenant has granted, per permission",
        security: [{ accessToken: [] }],
        headers: Type.Object({ authorization: Type.Optional(Type.String({ maxLength: 20_000 })) }),
        response: {
          200: ConsentAnswerSchema,
          401: ProblemSchema,
          403: ProblemSchema,
          429: ProblemSchema,
          503: ProblemSchema,
        },
      },
    },
    async (request, reply) => {
      const who = clientOf(request);
      // Counted before each question to Microsoft. A good token whose keys are known is taken whatever others at its
      // address have sent.
      const patience = limits.isTurnedAway('bad-token-by-address', { who });
      const found = await findCaller(request.headers.authorization, async () =>
        patience.ok ? limits.take('keys-by-address', { who }) : patience,
      );
      if (!found.ok) {
        if ('change' in found)
          request.log.warn({ why: found.why, change: found.change }, 'token turned down');
        else request.log.info({ why: found.why }, 'token turned down');
        if (found.status === 503) return sendProblem(reply, 'keys-unavailable', { retryAfterMs: 5_000 });
        if (found.status === 429)
          return sendProblem(reply, 'too-many-requests', { retryAfterMs: found.retryAfterMs });
        const bad = await limits.take('bad-token-by-address', { who });
        if (!bad.ok) return sendProblem(reply, 'too-many-requests', { retryAfterMs: bad.retryAfterMs });
        reply.header(
          'www-authenticate',
          found.status === 403 ? 'Bearer error="insufficient_scope"' : 'Bearer',
        );
        return sendProblem(reply, found.status === 403 ? 'scope-missing' : 'not-signed-in');
      }
      const taken = await limits.take('consent-by-user', { who: userOf(found.caller) });
      if (!taken.ok) return sendProblem(reply, 'too-many-requests', { retryAfterMs: taken.retryAfterMs });
      return reply.header('cache-control', 'no-store').send(await checks.answer(found.caller));
    },
  );
}

const userOf = (caller: Caller): string => `${caller.tenant} ${caller.userId}`;
