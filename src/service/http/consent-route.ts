import { PATHS } from '../../core/api/paths';
import type { Limits } from './limits';
import { sendProblem } from './problem';
import type { SignedIn } from './signed-in';
import { ConsentAnswerSchema, ProblemSchema } from './schemas';
import type { App } from './app';
import type { Caller, TenantChecks } from '../tenant/checks';

/** `GET /api/consent`: what Microsoft says about the caller's own tenant. */
export function consentRoute(
  app: App,
  parts: {
    readonly signedIn: SignedIn;
    readonly checks: TenantChecks;
    readonly limits: Limits;
  },
): void {
  const { signedIn, checks, limits } = parts;

  app.get(
    PATHS.consent,
    {
      schema: {
        summary: "What the caller's tenant has granted, per permission",
        security: [{ accessToken: [] }],
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
      const caller = await signedIn(request, reply);
      if (caller === undefined) return reply;
      const taken = await limits.take('consent-by-user', { who: userOf(caller) });
      if (!taken.ok) return sendProblem(reply, 'too-many-requests', { retryAfterMs: taken.retryAfterMs });
      return reply.header('cache-control', 'no-store').send(await checks.answer(caller));
    },
  );
}

const userOf = (caller: Caller): string => `${caller.tenant} ${caller.userId}`;
