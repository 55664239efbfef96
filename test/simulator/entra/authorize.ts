import { randomBytes } from 'node:crypto';
import { errorBody, refusal, isRefusal, type Refusal } from './errors';
import type { Exchange } from './exchange';
import { isLowImpact, needsAdministrator, OPENID_SCOPES, permissionTitle } from './graph-permissions';
import { GENERIC_TENANTS } from './openid';
import {
  approvalPage,
  consentPage,
  errorPage,
  formPostPage,
  signInPage,
  type ListedPermission,
} from './pages';
import { asksApi, parseScopes, type ScopeRequest } from './scopes';
import type { SeedUser } from './seed';
import {
  accountChoices,
  consentSeenBy,
  hintedUser,
  pressed,
  protocolParameters,
  rememberConsent,
  signedInUsers,
  signIn,
} from './sign-in';
import type { EntraState, FreshConsent } from './state';
import type { RedirectKind } from './directory';
import { mayGrantForTenant } from './directory-roles';
import {
  checkUser,
  detailsFor,
  effectiveConsent,
  missingConsent,
  type Effective,
  type Missing,
} from './tokens';

interface AuthorizeRequest {
  readonly parameters: URLSearchParams;
  readonly action: string;
  readonly tenantId: string | undefined;
  readonly redirectUri: string;
  readonly redirectKind: RedirectKind;
  readonly responseMode: string;
  readonly prompt: string | undefined;
  readonly scopes: ScopeRequest;
}

type PageHeaders = Readonly<Record<string, string>>;

/** Refusals that Microsoft shows on its own page, because they are about the application or the account and not for the app to solve. */
const SHOWN_ON_PAGE: ReadonlySet<number> = new Set([
  50011, 50020, 50034, 50057, 50105, 53003, 70011, 90002, 500011, 650053, 700016, 900144, 7000112,
]);

const NO_FRESH: FreshConsent = { scopes: new Set(), api: false };

/**
 * `/{tenant}/oauth2/v2.0/authorize`, GET or POST: code with PKCE, all response modes and prompts
 * (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow). `fault` is a refusal that a test has ordered.
 */
export function answerAuthorize(
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
    refuse(state, exchange, request, fault);
    return;
  }
  const problem = checkRequest(request);
  if (problem !== undefined) {
    answerApp(exchange, request, errorParameters(state, request, problem));
    return;
  }
  if (request.prompt === 'none') {
    answerSilently(state, exchange, request);
    return;
  }
  answerScreens(state, exchange, request);
}

function readRequest(state: EntraState, exchange: Exchange, tenantText: string): AuthorizeRequest | Refusal {
  const { directory } = state;
  const parameters = protocolParameters(exchange);
  const tenant = directory.findTenant(tenantText);
  if (tenant === undefined && !GENERIC_TENANTS.has(tenantText.toLowerCase()))
    return refusal(90002, { tenant: tenantText });
  const clientId = parameters.get('client_id');
  if (!clientId) return refusal(900144, { value: 'client_id' });
  if (clientId.toLowerCase() !== directory.application.appId || directory.applicationDeleted) {
    return refusal(700016, { appId: clientId, tenant: tenant?.displayName ?? tenantText });
  }
  const redirectUri = parameters.get('redirect_uri') ?? '';
  const redirectKind = directory.redirectKindOf(redirectUri);
  if (redirectKind === undefined) return refusal(50011, { value: redirectUri, appId: clientId });
  const scopes = parseScopes(parameters.get('scope'), state.graphOrigin, directory.application);
  if (isRefusal(scopes)) return scopes;
  exchange.tenantId = tenant?.id ?? exchange.tenantId;
  return {
    parameters,
    action: `${exchange.url.pathname}?${parameters.toString()}`,
    tenantId: tenant?.id ?? directory.findTenant(parameters.get('domain_hint') ?? '')?.id,
    redirectUri,
    redirectKind,
    responseMode: parameters.get('response_mode') ?? 'query',
    prompt: parameters.get('prompt') ?? undefined,
    scopes,
  };
}

function checkRequest(request: AuthorizeRequest): Refusal | undefined {
  const { parameters } = request;
  if (parameters.get('response_type') !== 'code')
    return refusal(70005, { value: parameters.get('response_type') ?? '' });
  if (!['query', 'fragment', 'form_post'].includes(request.responseMode)) {
    return refusal(90023, { value: `Unsupported 'response_mode' value '${request.responseMode}'.` });
  }
  const challenge = parameters.get('code_challenge');
  if (request.redirectKind === 'spa' && !challenge) return refusal(9002325);
  if (challenge && parameters.get('code_challenge_method') !== 'S256') {
    return refusal(
      50148,
      {},
      { error: 'invalid_request', text: "The code_challenge_method must be 'S256'." },
    );
  }
  if (challenge && !/^[A-Za-z0-9_-]{43}$/.test(challenge)) {
    return refusal(
      501491,
      {},
      { error: 'invalid_request', text: 'Invalid size of Code_Challenge parameter.' },
    );
  }
  return undefined;
}

// ---- without showing anything

function answerSilently(state: EntraState, exchange: Exchange, request: AuthorizeRequest): void {
  const signedIn = signedInUsers(state, exchange);
  const hint = request.parameters.get('login_hint') ?? undefined;
  const hinted = hintedUser(state, hint);
  const candidates = hint === undefined ? signedIn : signedIn.filter((user) => user.id === hinted?.id);
  const user = candidates[0];
  if (user === undefined || candidates.length > 1) {
    // F7: the text differs where somebody is signed in whom the hint does not mean (sp-dev-docs#3147, msal-js#1495).
    const about = hint !== undefined && signedIn.length > 0 ? { upn: hint } : {};
    refuse(state, exchange, request, refusal(user === undefined ? 50058 : 16000, about));
    return;
  }
  const tenantId = request.tenantId ?? user.tenantId;
  exchange.userId = user.id;
  exchange.tenantId = tenantId;
  const blocked = checkUser(state, user, tenantId, true);
  if (blocked !== undefined) {
    refuse(state, exchange, request, { ...blocked, error: 'interaction_required' });
    return;
  }
  const effective = effectiveHere(state, exchange, user, tenantId);
  const missing = missingConsent(request.scopes, effective);
  if (missing.api || missing.scopes.length > 0) {
    const refused = refusal(65001, detailsFor(state, tenantId, user), { error: 'consent_required' });
    refuse(state, exchange, request, refused);
    return;
  }
  issueCode(state, exchange, request, user, tenantId, notSpreadYet(state, user, tenantId, effective));
}

function effectiveHere(state: EntraState, exchange: Exchange, user: SeedUser, tenantId: string): Effective {
  return effectiveConsent(state, user, tenantId, NO_FRESH, consentSeenBy(state, exchange, tenantId));
}

/** What the code must know of because the token servers do not yet; what they know may still be taken back before it is redeemed. */
function notSpreadYet(
  state: EntraState,
  user: SeedUser,
  tenantId: string,
  effective: Effective,
): FreshConsent {
  const spread = effectiveConsent(state, user, tenantId);
  return {
    scopes: new Set([...effective.scopes].filter((scope) => !spread.scopes.has(scope))),
    api: effective.api && !spread.api,
  };
}

// ---- with screens

function answerScreens(state: EntraState, exchange: Exchange, request: AuthorizeRequest): void {
  const { step, userId } = pressed(exchange);
  const chosen = userId === undefined ? undefined : state.directory.findUser(userId);
  if (step === 'sign-in' && chosen !== undefined) {
    const headers = signIn(state, exchange, chosen);
    afterSignIn(state, exchange, request, chosen, headers);
    return;
  }
  // Every other button belongs to somebody who is signed in in this very browser.
  const actor = signedInUsers(state, exchange).find((user) => user.id === chosen?.id);
  if (step === 'cancel' || step === 'back') {
    const details = detailsFor(state, request.tenantId ?? actor?.tenantId ?? '', actor);
    exchange.userId = actor?.id;
    const refused = step === 'back' ? refusal(90094, details) : refusal(65004);
    answerApp(exchange, request, errorParameters(state, request, refused, step === 'cancel'));
    return;
  }
  if (step === 'accept' && actor !== undefined) {
    accept(state, exchange, request, actor);
    return;
  }
  const hinted = hintedUser(state, request.parameters.get('login_hint') ?? undefined);
  const signedIn = signedInUsers(state, exchange);
  const mustPick = step === 'switch' || request.prompt === 'login' || request.prompt === 'select_account';
  const known =
    hinted === undefined
      ? signedIn.length === 1
        ? signedIn[0]
        : undefined
      : signedIn.find((user) => user.id === hinted.id);
  if (!mustPick && known !== undefined) {
    afterSignIn(state, exchange, request, known, {});
    return;
  }
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

function afterSignIn(
  state: EntraState,
  exchange: Exchange,
  request: AuthorizeRequest,
  user: SeedUser,
  headers: PageHeaders,
): void {
  const tenantId = request.tenantId ?? user.tenantId;
  exchange.userId = user.id;
  exchange.tenantId = tenantId;
  const target = { action: request.action, userId: user.id };
  const blocked = checkUser(state, user, tenantId, false);
  if (blocked !== undefined) {
    exchange.outcome = `page AADSTS${blocked.number}`;
    exchange.sendPage(200, errorPage(blocked, state.clock.now(), target), headers);
    return;
  }
  const effective = effectiveHere(state, exchange, user, tenantId);
  const missing = missingConsent(request.scopes, effective);
  const complete = !missing.api && missing.scopes.length === 0;
  if (complete && request.prompt !== 'consent') {
    issueCode(
      state,
      exchange,
      request,
      user,
      tenantId,
      notSpreadYet(state, user, tenantId, effective),
      headers,
    );
    return;
  }
  const wanted = complete ? everythingAsked(request.scopes) : missing;
  const details = detailsFor(state, tenantId, user);
  if (!mayConsent(state, user, tenantId, wanted)) {
    exchange.outcome = 'page AADSTS90094';
    exchange.sendPage(
      200,
      approvalPage(target, {
        appName: details.appName ?? '',
        upn: user.upn,
        refused: refusal(90094, details),
        nowMs: state.clock.now(),
      }),
      headers,
    );
    return;
  }
  exchange.outcome = 'consent screen';
  exchange.sendPage(
    200,
    consentPage(target, {
      appName: details.appName ?? '',
      publisher: state.directory.application.publisher,
      upn: user.upn,
      tenantName: details.tenant ?? '',
      permissions: listMissing(state, wanted),
      reach: isAdministrator(state, user, tenantId) ? 'choice' : 'person',
    }),
    headers,
  );
}

function accept(state: EntraState, exchange: Exchange, request: AuthorizeRequest, user: SeedUser): void {
  const tenantId = request.tenantId ?? user.tenantId;
  const effective = effectiveHere(state, exchange, user, tenantId);
  const missing = missingConsent(request.scopes, effective);
  if (checkUser(state, user, tenantId, false) !== undefined || !mayConsent(state, user, tenantId, missing)) {
    afterSignIn(state, exchange, request, user, {});
    return;
  }
  // Consent in Entra always carries the scopes of OpenID Connect along.
  const scopes = [...new Set([...request.scopes.openid, ...missing.scopes])];
  const permissions = scopes.map((scope) => ({ scope, kind: 'delegated' }) as const);
  const forEverybody =
    exchange.form().get('simulated_for_organization') === 'yes' && isAdministrator(state, user, tenantId);
  if (forEverybody) state.directory.grantForTenant(tenantId, permissions, missing.api);
  else state.directory.grantForUser(user.id, permissions, tenantId, missing.api);
  rememberConsent(state, exchange, tenantId);
  issueCode(state, exchange, request, user, tenantId, {
    scopes: new Set([...notSpreadYet(state, user, tenantId, effective).scopes, ...scopes]),
    api: missing.api,
  });
}

/** Whether the person may consent to delegated permissions for the organisation. */
function isAdministrator({ directory }: EntraState, user: SeedUser, tenantId: string): boolean {
  return mayGrantForTenant(directory.roleIn(user, tenantId), []);
}

/** Whether the person may grant this for themselves (entra/identity/enterprise-apps/configure-user-consent). */
function mayConsent(state: EntraState, user: SeedUser, tenantId: string, missing: Missing): boolean {
  if (isAdministrator(state, user, tenantId)) return true;
  if (missing.scopes.some(needsAdministrator)) return false;
  const policy = state.directory.settingsOf(tenantId).userConsent;
  switch (policy) {
    case 'on':
      return true;
    case 'off':
      return false;
    case 'low-risk-only':
      return missing.scopes.every(isLowImpact);
    default:
      return policy satisfies never;
  }
}

function everythingAsked(scopes: ScopeRequest): Missing {
  return { scopes: [...scopes.openid, ...scopes.graph], api: asksApi(scopes) };
}

function listMissing(state: EntraState, missing: Missing): readonly ListedPermission[] {
  const { application } = state.directory;
  return [
    ...missing.scopes.map((scope) => ({
      title: permissionTitle({ scope, kind: 'delegated' }),
      scope,
      kind: 'delegated' as const,
    })),
    ...(missing.api
      ? [
          {
            title: `Use ${application.displayName} as you`,
            scope: `${application.appIdUri}/${application.exposedScope}`,
            kind: 'delegated' as const,
          },
        ]
      : []),
  ].sort((left, right) => Number(OPENID_SCOPES.has(left.scope)) - Number(OPENID_SCOPES.has(right.scope)));
}

// ---- answers

function issueCode(
  state: EntraState,
  exchange: Exchange,
  request: AuthorizeRequest,
  user: SeedUser,
  tenantId: string,
  fresh: FreshConsent,
  headers: PageHeaders = {},
): void {
  const code = `1.${randomBytes(48).toString('base64url')}`;
  state.codes.set(code, {
    userId: user.id,
    tenantId,
    redirectUri: request.redirectUri,
    redirectKind: request.redirectKind,
    challenge: request.parameters.get('code_challenge') ?? undefined,
    nonce: request.parameters.get('nonce') ?? undefined,
    scopes: request.scopes,
    fresh,
    issuedAtMs: state.clock.now(),
    redeemed: false,
  });
  const answer = new URLSearchParams({ code });
  if (request.parameters.get('client_info') === '1') {
    const info = JSON.stringify({ uid: user.id, utid: user.tenantId });
    answer.set('client_info', Buffer.from(info).toString('base64url'));
  }
  const requestState = request.parameters.get('state');
  if (requestState !== null) answer.set('state', requestState);
  exchange.outcome = 'code issued';
  answerApp(exchange, request, answer, headers);
}

function refuse(state: EntraState, exchange: Exchange, request: AuthorizeRequest, refused: Refusal): void {
  if (request.prompt !== 'none' && SHOWN_ON_PAGE.has(refused.number)) {
    showError(state, exchange, refused);
    return;
  }
  answerApp(exchange, request, errorParameters(state, request, refused));
}

function errorParameters(
  state: EntraState,
  request: AuthorizeRequest,
  refused: Refusal,
  cancelled = false,
): URLSearchParams {
  const correlationId = request.parameters.get('client-request-id') ?? undefined;
  const body = errorBody(refused, state.origin, state.clock, correlationId);
  const answer = new URLSearchParams({ error: body.error });
  if (cancelled) answer.set('error_subcode', 'cancel');
  answer.set('error_description', body.error_description);
  answer.set('error_uri', body.error_uri);
  if (body.suberror !== undefined) answer.set('suberror', body.suberror);
  if (body.claims !== undefined) answer.set('claims', body.claims);
  const requestState = request.parameters.get('state');
  if (requestState !== null) answer.set('state', requestState);
  return answer;
}

function answerApp(
  exchange: Exchange,
  request: AuthorizeRequest,
  answer: URLSearchParams,
  headers: PageHeaders = {},
): void {
  const number = /AADSTS\d+/.exec(answer.get('error_description') ?? '')?.[0];
  if (number !== undefined) exchange.outcome = number;
  if (request.responseMode === 'form_post') {
    exchange.sendPage(200, formPostPage(request.redirectUri, answer), headers);
    return;
  }
  const url = new URL(request.redirectUri);
  if (request.responseMode === 'fragment') url.hash = answer.toString();
  else for (const [name, value] of answer) url.searchParams.append(name, value);
  exchange.redirect(url.href, headers);
}

function showError(state: EntraState, exchange: Exchange, refused: Refusal): void {
  exchange.outcome = `page AADSTS${refused.number}`;
  exchange.sendPage(400, errorPage(refused, state.clock.now()));
}
