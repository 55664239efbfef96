import { Type } from 'typebox';
import { adminConsentUrl } from '../../core/admin-consent';
import { PATHS, parseNewRequest, parseRequestId, requestLink } from '../../core/api';
import type { Cloud } from '../../core/cloud';
import { PERMISSION_SET } from '../../core/permission-set';
import { consentScopeParameter, permissionSetFor } from '../../core/situation';
import type { App } from './app';
import type { Attempts } from '../requests/attempts';
import { sendProblem } from './problem';
import type { RequestStore, StoredRequest } from '../requests/store';
import {
  AttemptMadeSchema,
  NewRequestSchema,
  ProblemSchema,
  RequestMadeSchema,
  RequestPathSchema,
  RequestShownSchema,
} from './schemas';
import type { ResolveTenant } from '../tenant/resolver';

const REFUSALS = { 404: ProblemSchema, 429: ProblemSchema, 503: ProblemSchema };
const isoTime = (ms: number): string => new Date(ms).toISOString();

/**
 * Requests: made without a sign-in (there can be none before consent), opened, granted by attempts, withdrawn. None of
 * these answers says anything about a tenant that is not public.
 */
export function requestRoutes(
  app: App,
  parts: {
    readonly settings: { readonly publicOrigin: string; readonly clientId: string; readonly cloud: Cloud };
    readonly requests: RequestStore;
    readonly attempts: Attempts;
    readonly resolveTenant: ResolveTenant;
  },
): void {
  const { settings, requests, attempts, resolveTenant } = parts;

  /** The request behind an id in the address; a withdrawn one opens nothing any more. */
  const standing = async (idText: string): Promise<StoredRequest | undefined> => {
    const id = parseRequestId(idText);
    const found = id === undefined ? undefined : await requests.find(id);
    return found?.isWithdrawn ? undefined : found;
  };

  app.post(
    PATHS.requests,
    {
      schema: {
        summary: 'Makes a request that can be shared with an administrator',
        body: NewRequestSchema,
        response: { 201: RequestMadeSchema, 400: ProblemSchema, 429: ProblemSchema, 503: ProblemSchema },
      },
    },
    async (request, reply) => {
      const wanted = parseNewRequest(request.body);
      if (!wanted)
        return sendProblem(reply, 'malformed', {
          detail:
            'tenant must be a tenant id or a domain, domain may stand beside a tenant id, situation is one of those that are known',
        });
      const made = await requests.make(wanted);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({
          id: made.id,
          link: requestLink(settings.publicOrigin, made.id),
          madeAt: isoTime(made.madeAtMs),
          expiresAt: isoTime(made.expiresAtMs),
        });
    },
  );

  app.post(
    PATHS.openings(':id'),
    {
      schema: {
        summary: 'Says that somebody opened the shared link',
        params: RequestPathSchema,
        response: { 200: RequestShownSchema, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const found = await standing(request.params.id);
      if (!found) return sendProblem(reply, 'request-not-found');
      await requests.open(found.key);
      return reply.header('cache-control', 'no-store').send({
        tenant: found.tenant,
        ...(found.domain ? { domain: found.domain } : {}),
        ...(found.situation ? { situation: found.situation } : {}),
        madeAt: isoTime(found.madeAtMs),
        expiresAt: isoTime(found.expiresAtMs),
      });
    },
  );

  app.post(
    PATHS.attempts(':id'),
    {
      schema: {
        summary:
          "Begins an authorization: answers the address of Microsoft's consent page, good for five minutes",
        params: RequestPathSchema,
        response: { 201: AttemptMadeSchema, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const id = parseRequestId(request.params.id);
      const found = await standing(request.params.id);
      if (id === undefined || !found) return sendProblem(reply, 'request-not-found');
      const [{ state, expiresAtMs }, tenant] = await Promise.all([
        attempts.make(id),
        resolveTenant(found.tenant),
      ]);
      const consentUrl = adminConsentUrl({
        loginOrigin: settings.cloud.loginOrigin,
        tenant: tenant ?? 'organizations',
        clientId: settings.clientId,
        scope: consentScopeParameter(
          permissionSetFor(found.situation, PERMISSION_SET),
          settings.cloud.graphOrigin,
        ),
        redirectUri: new URL(PATHS.consentReturn, settings.publicOrigin).href,
        state,
      });
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ consentUrl: consentUrl.href, expiresAt: isoTime(expiresAtMs) });
    },
  );

  app.delete(
    PATHS.request(':id'),
    {
      schema: {
        summary: 'Withdraws a request: its link opens nothing any more',
        params: RequestPathSchema,
        response: { 204: Type.Unsafe<undefined>(Type.Null({ description: 'Withdrawn' })), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const found = await standing(request.params.id);
      if (!found || !(await requests.withdraw(found.key))) return sendProblem(reply, 'request-not-found');
      return reply.code(204).send(undefined);
    },
  );
}
