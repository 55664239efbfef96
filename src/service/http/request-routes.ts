import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { adminConsentUrl } from '../../core/admin-consent';
import { PATHS, requestLink } from '../../core/api/paths';
import { parseNewAttempt, parseNewRequest, parseRequestId } from '../../core/api/requests';
import type { Cloud } from '../../core/cloud';
import { PERMISSION_SET } from '../../core/permission-set';
import { consentScopeParameter, coversSituation, permissionSetFor } from '../../core/situation';
import { parseDomain } from '../../core/tenant';
import type { Domains } from '../ledger/domains';
import type { App } from './app';
import type { Attempts } from '../requests/attempts';
import { rememberBrowser } from './browser-cookie';
import { sendProblem } from './problem';
import type { RequestStore, StoredRequest } from '../requests/store';
import {
  AttemptMadeSchema,
  NewAttemptSchema,
  NewRequestSchema,
  ProblemSchema,
  RequestMadeSchema,
  RequestPathSchema,
  RequestShownSchema,
} from './schemas';
import type { Caller, TenantChecks } from '../tenant/checks';
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
    readonly checks: Pick<TenantChecks, 'situationOf'>;
    readonly domains: Pick<Domains, 'note'>;
    /** Who calls, where the call carries a token of ours that holds; nobody is refused for a bad one. */
    readonly callerOf: (request: FastifyRequest) => Promise<Caller | undefined>;
  },
): void {
  const { settings, requests, attempts, resolveTenant, checks, domains, callerOf } = parts;

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
      const caller = await callerOf(request);
      // A domain is asked about only for somebody who has shown a token.
      const isOwn = caller && (await resolveTenant(wanted.tenant, undefined)) === caller.tenant;
      const made = await requests.make(wanted, isOwn ? caller.tenant : undefined);
      const named = parseDomain(wanted.tenant);
      const domain = named ?? wanted.domain;
      // Beside a tenant id it is the sender's word. The answer does not wait for Microsoft's.
      if (isOwn && domain !== undefined) domains.note(caller.tenant, domain, domain === named);
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
        body: NewAttemptSchema,
        response: { 201: AttemptMadeSchema, 400: ProblemSchema, ...REFUSALS },
      },
      // The body may be left out.
      preValidation: async (request) => {
        request.body ??= {};
      },
    },
    async (request, reply) => {
      const answered = parseNewAttempt(request.body ?? undefined);
      if (!answered)
        return sendProblem(reply, 'malformed', { detail: 'situation is one of those that are known' });
      const id = parseRequestId(request.params.id);
      const found = await standing(request.params.id);
      if (id === undefined || !found) return sendProblem(reply, 'request-not-found');
      const tenant = await resolveTenant(found.tenant, found.key);
      // Who is not sure asks for everything, whatever the request suggests.
      const chosen = answered.situation === 'not-sure' ? undefined : (answered.situation ?? found.situation);
      // A fact of the tenant, so it is told to its own: by a token that comes along, or that came with the request, whose
      // administrator may be signed in nowhere.
      const caller = await callerOf(request);
      const isOwn = tenant !== undefined && (caller?.tenant === tenant || found.shownTenant === tenant);
      const kept = isOwn ? await checks.situationOf(tenant) : undefined;
      const situation = kept && !coversSituation(chosen, kept) ? kept : chosen;
      const { state, expiresAtMs } = await attempts.make(
        id,
        { situation, isAnswered: answered.situation !== undefined },
        rememberBrowser(request, reply),
      );
      const consentUrl = adminConsentUrl({
        loginOrigin: settings.cloud.loginOrigin,
        tenant: tenant ?? 'organizations',
        clientId: settings.clientId,
        scope: consentScopeParameter(permissionSetFor(situation, PERMISSION_SET), settings.cloud.graphOrigin),
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
