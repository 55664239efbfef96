import { errorBody, isRefusal, refusal, type Refusal } from './errors';
import type { Exchange } from './exchange';
import { mayGrantForTenant } from './directory-roles';
import { permissionTitle } from './graph-permissions';
import { GENERIC_TENANTS } from './openid';
import { approvalPage, consentPage, errorPage, signInPage, type ListedPermission } from './pages';
import { asksApi, asksGraph, parseScopes, type ScopeRequest } from './scopes';
import type { GraphPermission, SeedUser } from './seed';
import {
  accountChoices,
  hintedUser,
  pressed,
  protocolParameters,
  rememberConsent,
  signedInUsers,
  signIn,
} from './sign-in';
import type { EntraState } from './state';
import { checkUser, detailsFor } from './tokens';

interface AdminConsentRequest {
  readonly parameters: URLSearchParams;
  readonly action: string;
  readonly tenantId: string | undefined;
  readonly redirectUri: string;
  readonly scopes: ScopeRequest;
  readonly permissions: readonly GraphPermission[];
}

/**
 * `/{tenant}/v2.0/adminconsent` (learn.microsoft.com/entra/identity-platform/v2-admin-consent): sign-in, the list of permissions,
 * Accept or Cancel, and the return to the application. With `/.default` everything is listed that the application's registration
 * asks for, application permissions and our own API included. `fault` is a refusal that a test has ordered.
 *
 * Named scopes of two resources in one link are refused: nothing of Microsoft's says that this page takes them, the token endpoint
 * refuses them (AADSTS28000), and one report has them fail here (ms-identity-javascript-angular-spa-aspnet-webapi-multitenant#10).
 */
export function answerAdminConsent(
  state: EntraState,
  exchange: Exchange,
  tenantText: string,
  fault?: Refusal,
): void {
  const request = readRequest(state, exchange, tenantText);
  if (isRefusal(request)) {
    showError(state, exchange, request);
    return;
  }
  if (fault !== undefined) {
    returnError(state, exchange, request, fault);
    return;
  }
  const { step, userId } = pressed(exchange);
  const chosen = userId === undefined ? undefined : state.directory.findUser(userId);
  if (step === 'sign-in' && chosen !== undefined) {
    showConsent(state, exchange, request, chosen, signIn(state, exchange, chosen));
    return;
  }
  const actor = signedInUsers(state, exchange).find((user) => user.id === chosen?.id);
  exchange.userId = actor?.id;
  if (step === 'cancel' && actor === undefined) {
    returnLeft(exchange, request);
    return;
  }
  if (step === 'cancel' && state.directory.has('cancelled-without-number')) {
    returnCancelled(exchange, request);
    return;
  }
  if (step === 'cancel' || step === 'back') {
    const details = detailsFor(state, request.tenantId ?? actor?.tenantId ?? '', actor);
    returnError(state, exchange, request, step === 'back' ? refusal(90094, details) : refusal(65004));
    return;
  }
  if (step === 'accept' && actor !== undefined) {
    accept(state, exchange, request, actor);
    return;
  }
  // The picker is always shown: an administrator often has several accounts, and Microsoft asks as well.
  const hinted = hintedUser(state, request.parameters.get('login_hint') ?? undefined);
  exchange.outcome = 'account picker';
  exchange.sendPage(
    200,
    signInPage(
      { action: request.action },
      state.directory.application.displayName,
      accountChoices(state, exchange, request.tenantId, hinted),
      { hinted: hinted?.id, cancellable: true },
    ),
  );
}

function readRequest(
  state: EntraState,
  exchange: Exchange,
  tenantText: string,
): AdminConsentRequest | Refusal {
  const { directory } = state;
  const parameters = protocolParameters(exchange);
  const tenant = directory.findTenant(tenantText);
  if (tenant === undefined && !GENERIC_TENANTS.has(tenantText.toLowerCase()))
    return refusal(90002, { tenant: tenantText });
  const clientId = parameters.get('client_id');
  if (!clientId) return refusal(900144, { value: 'client_id' });
  const { application } = directory;
  if (clientId.toLowerCase() !== application.appId || directory.applicationDeleted) {
    return refusal(700016, { appId: clientId, tenant: tenant?.displayName ?? tenantText });
  }
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (directory.redirectKindOf(redirectUri) === undefined)
    return refusal(50011, { value: redirectUri, appId: clientId });
  const scopes = parseScopes(parameters.get('scope'), state.graphOrigin, application);
  if (isRefusal(scopes)) return scopes;
  if (asksApi(scopes) && asksGraph(scopes)) return refusal(28000, { value: parameters.get('scope') ?? '' });
  exchange.tenantId = tenant?.id;
  return {
    parameters,
    action: `${exchange.url.pathname}?${parameters.toString()}`,
    tenantId: tenant?.id,
    redirectUri,
    scopes,
    permissions: permissionsOf(state, scopes),
  };
}

function permissionsOf(state: EntraState, scopes: ScopeRequest): readonly GraphPermission[] {
  if (scopes.graphDefault || scopes.apiDefault) return state.directory.application.requestedPermissions;
  return [...new Set([...scopes.openid, ...scopes.graph])].map((scope) => ({ scope, kind: 'delegated' }));
}

/** The refusal that stands between this person and the consent screen, if any. */
function hindrance(
  state: EntraState,
  request: AdminConsentRequest,
  user: SeedUser,
  tenantId: string,
): Refusal | undefined {
  const blocked = checkUser(state, user, tenantId, false);
  if (blocked !== undefined) return blocked;
  return mayGrantForTenant(state.directory.roleIn(user, tenantId), request.permissions)
    ? undefined
    : refusal(90094, detailsFor(state, tenantId, user));
}

function showConsent(
  state: EntraState,
  exchange: Exchange,
  request: AdminConsentRequest,
  user: SeedUser,
  headers: Readonly<Record<string, string>>,
): void {
  const tenantId = request.tenantId ?? user.tenantId;
  exchange.userId = user.id;
  exchange.tenantId = tenantId;
  const target = { action: request.action, userId: user.id };
  const details = detailsFor(state, tenantId, user);
  const hindered = hindrance(state, request, user, tenantId);
  if (hindered !== undefined) {
    exchange.outcome = `page AADSTS${hindered.number}`;
    const about = {
      appName: details.appName ?? '',
      upn: user.upn,
      refused: hindered,
      nowMs: state.clock.now(),
    };
    const html =
      hindered.number === 90094
        ? approvalPage(target, about)
        : errorPage(hindered, state.clock.now(), target);
    exchange.sendPage(200, html, headers);
    return;
  }
  exchange.outcome = 'admin consent screen';
  exchange.sendPage(
    200,
    consentPage(target, {
      appName: details.appName ?? '',
      publisher: state.directory.application.publisher,
      upn: user.upn,
      tenantName: details.tenant ?? '',
      permissions: listed(state, request),
      reach: 'organisation',
    }),
    headers,
  );
}

function listed(state: EntraState, request: AdminConsentRequest): readonly ListedPermission[] {
  const { application } = state.directory;
  return [
    ...request.permissions.map((permission) => ({ title: permissionTitle(permission), ...permission })),
    ...(coversOwnApi(request.scopes)
      ? [
          {
            title: `Use ${application.displayName} as the signed-in user`,
            scope: ownScope(state),
            kind: 'delegated' as const,
          },
        ]
      : []),
  ];
}

/** Our own API is covered where it is named, and by `.default`, which means the whole registration. */
const coversOwnApi = (scopes: ScopeRequest): boolean => asksApi(scopes) || scopes.graphDefault;

function ownScope({ directory: { application } }: EntraState): string {
  return `${application.appIdUri}/${application.exposedScope}`;
}

function accept(state: EntraState, exchange: Exchange, request: AdminConsentRequest, user: SeedUser): void {
  const tenantId = request.tenantId ?? user.tenantId;
  exchange.tenantId = tenantId;
  if (hindrance(state, request, user, tenantId) !== undefined) {
    showConsent(state, exchange, request, user, {});
    return;
  }
  state.directory.grantForTenant(tenantId, request.permissions, coversOwnApi(request.scopes));
  rememberConsent(state, exchange, tenantId);
  const granted = request.permissions
    .filter((permission) => permission.kind === 'delegated')
    .map((permission) => `https://graph.microsoft.com/${permission.scope}`);
  const answer = new URLSearchParams({ admin_consent: 'True', tenant: tenantId });
  const requestState = request.parameters.get('state');
  if (requestState !== null) answer.set('state', requestState);
  answer.set(
    'scope',
    [
      ...granted,
      ...(request.scopes.graphDefault ? ['https://graph.microsoft.com/.default'] : []),
      ...(request.scopes.api ? [ownScope(state)] : []),
    ].join(' '),
  );
  exchange.outcome = 'admin consent granted';
  exchange.redirect(withQuery(request.redirectUri, answer));
}

/** Somebody who left at the account picker has turned nothing down: no number, no tenant (MicrosoftDocs/azure-docs#41053). */
function returnLeft(exchange: Exchange, request: AdminConsentRequest): void {
  returnUnnumbered(exchange, request, { error: 'access_denied', error_subcode: 'cancel' });
  exchange.outcome = 'left at the account picker';
}

/** The other "no" that Microsoft documents: v2-oauth2-client-creds-grant-flow, "Error response". */
function returnCancelled(exchange: Exchange, request: AdminConsentRequest): void {
  returnUnnumbered(exchange, request, {
    error: 'permission_denied',
    error_description: 'The admin canceled the request',
  });
  exchange.outcome = 'cancelled at the consent screen';
}

function returnUnnumbered(
  exchange: Exchange,
  request: AdminConsentRequest,
  said: Readonly<Record<string, string>>,
): void {
  const answer = new URLSearchParams(said);
  const requestState = request.parameters.get('state');
  if (requestState !== null) answer.set('state', requestState);
  exchange.redirect(withQuery(request.redirectUri, answer));
}

/** A refusal comes back with admin_consent=True as well, and without a tenant (MicrosoftDocs/azure-docs#114009). */
function returnError(
  state: EntraState,
  exchange: Exchange,
  request: AdminConsentRequest,
  refused: Refusal,
): void {
  const body = errorBody(refused, state.origin, state.clock);
  const answer = new URLSearchParams({ admin_consent: 'True', error: body.error });
  answer.set('error_description', body.error_description);
  answer.set('error_uri', body.error_uri);
  const requestState = request.parameters.get('state');
  if (requestState !== null) answer.set('state', requestState);
  exchange.outcome = `AADSTS${refused.number}`;
  exchange.redirect(withQuery(request.redirectUri, answer));
}

function withQuery(address: string, answer: URLSearchParams): string {
  const url = new URL(address);
  for (const [name, value] of answer) url.searchParams.append(name, value);
  return url.href;
}

function showError(state: EntraState, exchange: Exchange, refused: Refusal): void {
  exchange.outcome = `page AADSTS${refused.number}`;
  exchange.sendPage(400, errorPage(refused, state.clock.now()));
}
