import { errorBody, isRefusal, refusal, type EntraErrorBody, type Refusal } from './errors';
import type { Exchange } from './exchange';
import { GENERIC_TENANTS } from './openid';
import { asksApi, parseScopes } from './scopes';
import type { EntraState } from './state';
import { issueUserTokens, type UserTokenAnswer } from './tokens';

/** What a host's broker asks for a person who is signed in to the host. */
export interface BrokerRequest {
  readonly userId: string;
  readonly clientId: string;
  /** e.g. `https://login.../organizations`; its first path segment names the tenant. */
  readonly authority?: string;
  readonly scope: string;
  readonly forceRefresh?: boolean;
  readonly claims?: string;
  /**
   * The broker of Windows (WAM) gives an application a token for itself only when the resource is named by the bare id: AADSTS90009
   * (AzureAD/microsoft-authentication-library-for-dotnet#4467).
   */
  readonly bareIdsOnly?: boolean;
}

export interface BrokerAccount {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly username: string;
  readonly localAccountId: string;
  readonly name: string;
}

export type BrokerAnswer =
  | {
      readonly ok: true;
      readonly access_token: string;
      readonly id_token: string;
      readonly expires_in: number;
      readonly scope: string;
      readonly account: BrokerAccount;
    }
  | { readonly ok: false; readonly error: EntraErrorBody };

/** A broker request out of any JSON; undefined when something needed is not there. */
export function readBrokerRequest(value: unknown): BrokerRequest | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { userId, clientId, authority, scope, forceRefresh, claims, bareIdsOnly } = value as Record<
    string,
    unknown
  >;
  if (typeof userId !== 'string' || typeof clientId !== 'string' || typeof scope !== 'string')
    return undefined;
  return {
    userId,
    clientId,
    scope,
    ...(typeof authority === 'string' ? { authority } : {}),
    ...(typeof forceRefresh === 'boolean' ? { forceRefresh } : {}),
    ...(typeof claims === 'string' ? { claims } : {}),
    ...(bareIdsOnly === true ? { bareIdsOnly } : {}),
  };
}

/** The tenant that the request is about: the authority's, or the person's home tenant. */
export function tenantOf(state: EntraState, request: BrokerRequest): string | Refusal {
  const user = state.directory.findUser(request.userId);
  if (user === undefined) return refusal(50034);
  const segment = request.authority === undefined ? undefined : firstSegment(request.authority);
  if (segment === undefined || GENERIC_TENANTS.has(segment.toLowerCase())) return user.tenantId;
  return state.directory.findTenant(segment)?.id ?? refusal(90002, { tenant: segment });
}

function firstSegment(authority: string): string | undefined {
  try {
    return new URL(authority).pathname.split('/')[1] || undefined;
  } catch {
    return undefined;
  }
}

/**
 * `POST /simulated/broker/token`: what a host's broker gets from Entra without showing anything. A refusal is the same that the token
 * endpoint would give; how the host words it for the page is the host's business.
 */
export function answerBroker(state: EntraState, exchange: Exchange, request: BrokerRequest): void {
  const tenantId = tenantOf(state, request);
  const answer = isRefusal(tenantId) ? tenantId : silentTokens(state, request, tenantId);
  if (isRefusal(answer) || isRefusal(tenantId)) {
    refuseBroker(state, exchange, isRefusal(answer) ? answer : refusal(90023));
    return;
  }
  const user = state.directory.findUser(request.userId)!;
  exchange.outcome = 'broker: token issued';
  const body: BrokerAnswer = {
    ok: true,
    access_token: answer.access_token,
    id_token: answer.id_token ?? '',
    expires_in: answer.expires_in,
    scope: answer.scope,
    account: {
      homeAccountId: `${user.id}.${user.tenantId}`,
      environment: new URL(state.origin).host,
      tenantId,
      username: user.upn,
      localAccountId: state.directory.objectIdIn(user, tenantId) ?? user.id,
      name: user.displayName,
    },
  };
  exchange.sendJson(200, body);
}

export function refuseBroker(state: EntraState, exchange: Exchange, refused: Refusal): void {
  exchange.outcome = `AADSTS${refused.number}`;
  const body: BrokerAnswer = { ok: false, error: errorBody(refused, state.origin, state.clock) };
  exchange.sendJson(200, body);
}

function silentTokens(
  state: EntraState,
  request: BrokerRequest,
  tenantId: string,
): UserTokenAnswer | Refusal {
  const { application, applicationDeleted } = state.directory;
  const tenant = state.directory.findTenant(tenantId)?.displayName ?? tenantId;
  if (request.clientId.toLowerCase() !== application.appId || applicationDeleted) {
    return refusal(700016, { appId: request.clientId, tenant });
  }
  const user = state.directory.findUser(request.userId);
  if (user === undefined) return refusal(70000);
  const scopes = parseScopes(request.scope, state.graphOrigin, application);
  if (isRefusal(scopes)) return scopes;
  if (request.bareIdsOnly === true && asksApi(scopes) && scopes.apiPrefix.startsWith('api://'))
    return refusal(90009);
  return issueUserTokens(state, {
    user,
    tenantId,
    scopes,
    kind: 'spa',
    signedInAtMs: state.clock.now(),
    alwaysIdToken: true,
  });
}
