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
      serializerCompiler: () => writtenOnce(),
    },
    async (request, reply) => {
      const caller = await signedIn(request, reply);
      if (caller === undefined) return reply;
      const who = userOf(caller);
      const patience = limits.isTurnedAway('consent-by-user', { who });
      if (!patience.ok)
        return sendProblem(reply, 'too-many-requests', { retryAfterMs: patience.retryAfterMs });
      // Beside each other: each of them is a visit to the database.
      const [taken, row] = await Promise.all([
        limits.take('consent-by-user', { who }),
        checks.read(caller.tenant),
      ]);
      if (!taken.ok) return sendProblem(reply, 'too-many-requests', { retryAfterMs: taken.retryAfterMs });
      return reply.header('cache-control', 'no-store').send(await checks.answer(caller, row));
    },
  );
}

/** Writes each answer as JSON. Many callers get the same one, which is written for the first of them. */
function writtenOnce(): (answer: object) => string {
  const texts = new WeakMap<object, string>();
  return (answer) => {
    const written = texts.get(answer) ?? JSON.stringify(answer);
    texts.set(answer, written);
    return written;
  };
}

const userOf = (caller: Caller): string => `${caller.tenant} ${caller.userId}`;
