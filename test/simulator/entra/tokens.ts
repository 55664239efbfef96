import { randomBytes, randomUUID } from 'node:crypto';
import type { RedirectKind, TenantConsent } from './directory';
import { widsOf } from './directory-roles';
import { refusal, type Refusal } from './errors';
import type { RefusalDetails } from './refusal-table';
import { GRAPH_APP_ID, guidFrom } from './graph-permissions';
import type { Claims } from './keys';
import type { SeedUser } from './seed';
import { asksApi, asksGraph, type ScopeRequest } from './scopes';
import type { EntraState, FreshConsent } from './state';

/** Entra's default is a random 60 to 90 minutes; a fixed hour less a second keeps tests readable. */
export const TOKEN_LIFETIME_SECONDS = 3599;

/** Entra dates its tokens five minutes back (F8: openid/AppAuth-iOS#264, keycloakify/oidc-spa#162). */
const DATED_BACK_SECONDS = 300;

const NO_FRESH_CONSENT: FreshConsent = { scopes: new Set(), api: false };

export interface UserTokenAnswer {
  readonly token_type: 'Bearer';
  readonly scope: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly client_info: string;
}

export interface UserTokenRequest {
  readonly user: SeedUser;
  readonly tenantId: string;
  readonly scopes: ScopeRequest;
  readonly kind: RedirectKind;
  readonly nonce?: string | undefined;
  readonly fresh?: FreshConsent;
  /** When the person signed in, for the life of refresh tokens. */
  readonly signedInAtMs: number;
  /** Brokers always want an ID token; elsewhere the scope openid asks for it. */
  readonly alwaysIdToken?: boolean;
}

/** What the person has, by the tenant's grant and their own. */
export interface Effective {
  readonly scopes: ReadonlySet<string>;
  /** Our own API's scope, consented to or pre-authorised. */
  readonly api: boolean;
  /** Nothing was ever consented to that this person could use, so that the first sign-in must ask. */
  readonly nothing: boolean;
}

export function detailsFor(state: EntraState, tenantId: string, user?: SeedUser): RefusalDetails {
  const { appId, displayName } = state.directory.application;
  return {
    appId,
    appName: displayName,
    tenant: state.directory.findTenant(tenantId)?.displayName ?? tenantId,
    ...(user === undefined ? {} : { upn: user.upn }),
  };
}

export function effectiveConsent(
  state: EntraState,
  user: SeedUser,
  tenantId: string,
  fresh: FreshConsent = NO_FRESH_CONSENT,
  consent: TenantConsent = state.directory.visibleConsent(tenantId),
): Effective {
  const scopes = new Set([
    ...consent.tenantScopes,
    ...(consent.userScopes.get(user.id) ?? []),
    ...fresh.scopes,
  ]);
  const api = consent.apiForTenant || consent.apiForUsers.has(user.id) || fresh.api;
  const { isPreAuthorized } = state.directory;
  // A pre-authorised client still has to be in the tenant, and it comes there by somebody's first consent.
  const isThere = consent.servicePrincipalId !== undefined;
  return {
    scopes,
    api: api || isPreAuthorized,
    nothing: scopes.size === 0 && !api && !(isThere && isPreAuthorized),
  };
}

export interface Missing {
  readonly scopes: readonly string[];
  readonly api: boolean;
}

/**
 * What of the request is not covered. OpenID's own scopes are covered by any consent at all, as every consent screen of Entra
 * includes them.
 */
export function missingConsent(scopes: ScopeRequest, effective: Effective): Missing {
  const graph = scopes.graph.filter((scope) => !effective.scopes.has(scope));
  const openid = effective.nothing ? scopes.openid : [];
  const noGraphAtAll = effective.nothing || (scopes.graphDefault && effective.scopes.size === 0);
  return {
    scopes: noGraphAtAll && graph.length + openid.length === 0 ? ['User.Read'] : [...openid, ...graph],
    api: asksApi(scopes) && !effective.api,
  };
}

/** Whether the person may use the application in the tenant at all, consent aside. `silent`: nobody is there to prove anything. */
export function checkUser(
  state: EntraState,
  user: SeedUser,
  tenantId: string,
  silent: boolean,
): Refusal | undefined {
  const { directory } = state;
  const details = detailsFor(state, tenantId, user);
  if (directory.applicationDeleted) return refusal(700016, details);
  if (directory.objectIdIn(user, tenantId) === undefined) {
    return refusal(50020, { ...details, value: `https://sts.windows.net/${user.tenantId}/` });
  }
  if (!directory.isEnabled(user)) return refusal(50057, details);
  const settings = directory.settingsOf(tenantId);
  const installed = directory.visibleConsent(tenantId).servicePrincipalId !== undefined;
  if (installed && !settings.accountEnabled) return refusal(7000112, details);
  if (installed && settings.assignmentRequired && !settings.assignedUsers.has(user.id))
    return refusal(50105, details);
  if (settings.conditionalAccess === 'block') return refusal(53003, details);
  if (settings.conditionalAccess === 'require-mfa' && silent && !directory.hasStrongSignIn(user)) {
    const policy = guidFrom(`conditional-access:${tenantId}`);
    return refusal(
      50076,
      { ...details, value: GRAPH_APP_ID },
      { claims: JSON.stringify({ access_token: { capolids: { essential: true, values: [policy] } } }) },
    );
  }
  return undefined;
}

/** Claims mapping makes Entra sign with a key that it publishes with `?appid=` alone. */
const signForApi = (state: EntraState, claims: Claims): string =>
  state.directory.has('application-only-key')
    ? state.keys.sign(claims, 'of-the-application-alone')
    : state.keys.sign(claims);

/** Tokens for a person, or why not. Consent is checked against what has spread, not against what was written. */
export function issueUserTokens(state: EntraState, request: UserTokenRequest): UserTokenAnswer | Refusal {
  const { user, tenantId, scopes } = request;
  const blocked = checkUser(state, user, tenantId, true);
  if (blocked !== undefined) return blocked;
  if (asksApi(scopes) && asksGraph(scopes)) {
    return refusal(28000, { value: [...scopes.graph, `${scopes.apiPrefix}.default`].join(' ') });
  }
  const effective = effectiveConsent(state, user, tenantId, request.fresh);
  const missing = missingConsent(scopes, effective);
  if (missing.api || missing.scopes.length > 0) return refusal(65001, detailsFor(state, tenantId, user));

  const forApi = asksApi(scopes);
  const granted = [...effective.scopes].filter((scope) => scope !== 'offline_access');
  const identity = identityClaims(state, user, tenantId);
  const times = timeClaims(state);
  const { application } = state.directory;
  const roles = [...state.directory.appRolesOf(user)];
  const wids = widsOf(state.directory.roleIn(user, tenantId));
  const namedWids = namesRoles(state) ? { wids } : {};
  const accessToken = forApi
    ? signForApi(state, {
        ...(state.directory.has('version-1-tokens')
          ? {
              aud: application.appIdUri,
              iss: `https://sts.windows.net/${tenantId}/`,
              appid: application.appId,
              appidacr: request.kind === 'spa' ? '0' : '1',
              upn: user.upn,
              ver: '1.0',
            }
          : {
              aud: state.directory.has('tokens-for-another') ? 'api://elsewhere.example' : application.appId,
              iss: issuerOf(state, tenantId),
              azp: application.appId,
              azpacr: request.kind === 'spa' ? '0' : '1',
              ver: '2.0',
            }),
        ...times,
        ...identity,
        ...namedWids,
        ...(roles.length === 0 ? {} : { roles }),
        scp: application.exposedScope,
        uti: randomUUID(),
      })
    : graphToken(state, {
        aud: GRAPH_APP_ID,
        iss: `https://sts.windows.net/${tenantId}/`,
        ...times,
        appid: application.appId,
        app_displayname: application.displayName,
        appidacr: request.kind === 'spa' ? '0' : '1',
        idtyp: 'user',
        ...identity,
        upn: user.upn,
        // Graph's own registration asks for roles in its tokens, whatever ours does.
        wids,
        scp: granted.join(' '),
        uti: randomUUID(),
        ver: '1.0',
      });
  const refreshToken = scopes.openid.includes('offline_access')
    ? rememberRefreshToken(state, request)
    : undefined;
  const idToken =
    request.alwaysIdToken === true || scopes.openid.includes('openid')
      ? state.keys.sign({
          aud: application.appId,
          iss: issuerOf(state, tenantId),
          ...times,
          ...identity,
          ...namedWids,
          ...(roles.length === 0 ? {} : { roles }),
          ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
          email: user.upn,
          uti: randomUUID(),
          ver: '2.0',
        })
      : undefined;
  return {
    token_type: 'Bearer',
    scope: forApi ? apiScopeText(state, scopes) : graphScopeText(granted, scopes),
    expires_in: TOKEN_LIFETIME_SECONDS,
    ext_expires_in: TOKEN_LIFETIME_SECONDS,
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(idToken === undefined ? {} : { id_token: idToken }),
    client_info: clientInfo(user),
  };
}

export interface AppTokenAnswer {
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
}

/**
 * An app-only token for Microsoft Graph or our own API. Its `roles` are the application permissions that have been granted and
 * have spread; without any it is issued all the same, as at Microsoft.
 */
export function issueAppToken(
  state: EntraState,
  tenantId: string,
  forApi: boolean,
): AppTokenAnswer | Refusal {
  const { directory } = state;
  const details = {
    ...detailsFor(state, tenantId),
    tenant: directory.findTenant(tenantId)?.displayName ?? tenantId,
  };
  const consent = directory.visibleConsent(tenantId);
  if (directory.applicationDeleted || consent.servicePrincipalId === undefined)
    return refusal(700016, details);
  if (!directory.settingsOf(tenantId).accountEnabled) return refusal(7000112, details);
  const { application } = directory;
  const common = {
    ...timeClaims(state),
    oid: consent.servicePrincipalId,
    sub: consent.servicePrincipalId,
    tid: tenantId,
  };
  const roles = forApi ? [] : [...consent.applicationPermissions];
  const claims = {
    ...common,
    ...(roles.length === 0 ? {} : { roles }),
    idtyp: 'app',
    uti: randomUUID(),
  };
  const accessToken = forApi
    ? state.keys.sign({
        ...claims,
        aud: application.appId,
        iss: issuerOf(state, tenantId),
        azp: application.appId,
        azpacr: '1',
        ver: '2.0',
      })
    : graphToken(state, {
        ...claims,
        aud: GRAPH_APP_ID,
        iss: `https://sts.windows.net/${tenantId}/`,
        appid: application.appId,
        app_displayname: application.displayName,
        appidacr: '1',
        ver: '1.0',
      });
  return {
    token_type: 'Bearer',
    expires_in: TOKEN_LIFETIME_SECONDS,
    ext_expires_in: TOKEN_LIFETIME_SECONDS,
    access_token: accessToken,
  };
}

/** The issuer of a tenant's v2.0 tokens. */
export function issuerOf(state: EntraState, tenantId: string): string {
  return `${state.origin}/${tenantId}/v2.0`;
}

/** `client_info` names the home account: MSAL makes the homeAccountId `<uid>.<utid>` of it. */
function clientInfo(user: SeedUser): string {
  return Buffer.from(JSON.stringify({ uid: user.id, utid: user.tenantId })).toString('base64url');
}

function identityClaims(
  state: EntraState,
  user: SeedUser,
  tenantId: string,
): Readonly<Record<string, string>> {
  const objectId = state.directory.objectIdIn(user, tenantId) ?? user.id;
  return {
    name: user.displayName,
    oid: objectId,
    preferred_username: user.upn,
    // Pairwise: another subject at every application.
    sub: Buffer.from(guidFrom(`${state.directory.application.appId}:${objectId}`)).toString('base64url'),
    tid: tenantId,
    ...(user.tenantId === tenantId ? {} : { idp: `https://sts.windows.net/${user.tenantId}/` }),
  };
}

/** Whether our registration asks for directory roles in tokens (`groupMembershipClaims`). */
function namesRoles({ directory }: EntraState): boolean {
  return (
    directory.application.groupMembershipClaims === 'DirectoryRole' && !directory.has('roles-not-in-tokens')
  );
}

function timeClaims(state: EntraState): Readonly<{ iat: number; nbf: number; exp: number }> {
  const now = Math.floor(state.clock.now() / 1000);
  return { iat: now - DATED_BACK_SECONDS, nbf: now - DATED_BACK_SECONDS, exp: now + TOKEN_LIFETIME_SECONDS };
}

function graphToken(state: EntraState, claims: Readonly<Record<string, unknown>>): string {
  if (!state.directory.opaqueGraphTokens) return state.keys.sign(claims);
  const token = `Ew${randomBytes(96).toString('base64url')}`;
  state.opaqueTokens.set(token, claims);
  return token;
}

function rememberRefreshToken(state: EntraState, request: UserTokenRequest): string {
  const token = `1.${randomBytes(48).toString('base64url')}`;
  state.refreshTokens.set(token, {
    userId: request.user.id,
    tenantId: request.tenantId,
    kind: request.kind,
    scopes: request.scopes,
    signedInAtMs: request.signedInAtMs,
    issuedAtMs: state.clock.now(),
  });
  return token;
}

function apiScopeText(state: EntraState, scopes: ScopeRequest): string {
  const { exposedScope } = state.directory.application;
  return [
    `${scopes.apiPrefix}${exposedScope}`,
    ...(scopes.apiDefault ? [`${scopes.apiPrefix}.default`] : []),
  ].join(' ');
}

function graphScopeText(granted: readonly string[], scopes: ScopeRequest): string {
  return [
    ...granted.map((scope) => `${scopes.graphPrefix}${scope}`),
    ...(scopes.graphDefault ? [`${scopes.graphPrefix}.default`] : []),
  ].join(' ');
}
