import { parseNewLook, parseLookKey } from '../../core/api/looks';
import { PATHS } from '../../core/api/paths';
import { parseRequestId } from '../../core/api/requests';
import type { Looks } from '../requests/looks';
import type { RequestStore } from '../requests/store';
import type { TenantChecks } from '../tenant/checks';
import type { ResolveTenant } from '../tenant/resolver';
import type { App } from './app';
import { browserOf, rememberBrowser } from './browser-cookie';
import type { LookSignIn } from './look-sign-in';
import { sendProblem } from './problem';
import {
  ConsentAnswerSchema,
  LookBegunSchema,
  LookPathSchema,
  NewLookSchema,
  ProblemSchema,
} from './schemas';

/** Looks that somebody begins on our page, and what a look has found. */
export function looksRoutes(
  app: App,
  parts: {
    readonly requests: RequestStore;
    readonly looks: Looks;
    readonly lookSignIn: LookSignIn;
    readonly resolveTenant: ResolveTenant;
    readonly checks: TenantChecks;
  },
): void {
  const { requests, looks, lookSignIn, resolveTenant, checks } = parts;

  app.post(
    PATHS.looks,
    {
      schema: {
        summary: "Begins an administrator's look: answers the address of Microsoft's sign-in",
        body: NewLookSchema,
        response: {
          201: LookBegunSchema,
          400: ProblemSchema,
          404: ProblemSchema,
          429: ProblemSchema,
          503: ProblemSchema,
        },
      },
    },
    async (request, reply) => {
      const wanted = parseNewLook(request.body);
      if (!wanted) {
        return sendProblem(reply, 'malformed', {
          detail:
            'tenant is a tenant id or a domain, request is the id of a request, situation is one of those known',
        });
      }
      const requestId = wanted.request === undefined ? undefined : parseRequestId(wanted.request);
      const found = requestId === undefined ? undefined : await requests.find(requestId);
      if (requestId !== undefined && (!found || found.isWithdrawn))
        return sendProblem(reply, 'request-not-found');
      // The request's own tenant counts: the panes that wait by it wait for that one.
      const named = found?.tenant ?? wanted.tenant;
      const tenant = named && (await resolveTenant(named, found?.key));
      const { url, expiresAtMs } = await lookSignIn.begin(
        {
          reason: 'page',
          tenant,
          // Of whoever signs in nobody can tell that the request is theirs.
          requestId: tenant && requestId,
          situation: wanted.situation,
          // A confirmation is no answer: whatever stands on the page, nothing that is kept becomes smaller by it.
          isAnswered: false,
          tries: 0,
        },
        rememberBrowser(request, reply),
      );
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ lookUrl: url, expiresAt: new Date(expiresAtMs).toISOString() });
    },
  );

  app.get(
    PATHS.look(':key'),
    {
      schema: {
        summary: 'What is granted for everybody in the tenant in which a look was taken',
        params: LookPathSchema,
        response: { 200: ConsentAnswerSchema, 404: ProblemSchema, 429: ProblemSchema, 503: ProblemSchema },
      },
    },
    async (request, reply) => {
      const key = parseLookKey(request.params.key);
      const browser = browserOf(request);
      const tenant = key && browser && (await looks.tenantOf(key, browser));
      if (!tenant) return sendProblem(reply, 'look-not-found');
      return reply.header('cache-control', 'no-store').send(await checks.answerForTenant(tenant));
    },
  );
}
