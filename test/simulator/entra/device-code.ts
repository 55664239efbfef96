import { randomBytes, randomUUID } from 'node:crypto';
import { errorBody, isRefusal, refusal, type Refusal } from './errors';
import type { Exchange } from './exchange';
import { GRAPH_APP_ID } from './graph-permissions';
import { GENERIC_TENANTS, PUBLIC_CORS } from './openid';
import { deviceCodePage, deviceDonePage, signInPage } from './pages';
import type { SeedUser } from './seed';
import { accountChoices, pressed } from './sign-in';
import type { EntraState } from './state';
import { issuerOf, TOKEN_LIFETIME_SECONDS } from './tokens';

/** RFC 8628 has the long form; MSAL sends the short one, which Entra takes as well. */
const DEVICE_CODE_GRANTS: ReadonlySet<string | null> = new Set([
  'urn:ietf:params:oauth:grant-type:device_code',
  'device_code',
]);
export const DEVICE_SIGN_IN_PATH = '/devicelogin';

const LIFETIME_SECONDS = 900;
/** Entra says 5; whoever signs in here is quick. The client keeps to what it is told (RFC 8628, section 3.5). */
const INTERVAL_SECONDS = 1;

/** Microsoft's own command line, which is in every tenant. */
const AZURE_CLI = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
/** What it may do with Graph by Microsoft's pre-authorisation; other scopes give AADSTS65002 (github.com/microsoftgraph/msgraph-sdk-python/pull/678). */
const AZURE_CLI_SCOPES = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Directory.AccessAsUser.All',
  'User.Read',
];

/** `POST /{tenant}/oauth2/v2.0/devicecode` (learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code). */
export function answerDeviceCode(state: EntraState, exchange: Exchange, tenantText: string): void {
  const form = exchange.form();
  const tenant = state.directory.findTenant(tenantText);
  const clientId = form.get('client_id') ?? '';
  const refused =
    tenant === undefined && !GENERIC_TENANTS.has(tenantText.toLowerCase())
      ? refusal(90002, { tenant: tenantText })
      : clientId !== AZURE_CLI
        ? refusal(700016, { appId: clientId, tenant: tenant?.displayName ?? tenantText })
        : wrongScope(state, form.get('scope') ?? '');
  if (refused !== undefined) return refuse(state, exchange, refused);
  const deviceCode = randomBytes(32).toString('base64url');
  const userCode = randomBytes(5).toString('hex').toUpperCase().slice(0, 9);
  state.deviceCodes.set(deviceCode, {
    userCode,
    tenantId: tenant?.id,
    issuedAtMs: state.clock.now(),
    answer: undefined,
  });
  const verificationUri = state.origin + DEVICE_SIGN_IN_PATH;
  exchange.outcome = 'device code issued';
  exchange.sendJson(
    200,
    {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: verificationUri,
      expires_in: LIFETIME_SECONDS,
      interval: INTERVAL_SECONDS,
      message: `To sign in, use a web browser to open the page ${verificationUri} and enter the code ${userCode} to authenticate.`,
    },
    PUBLIC_CORS,
  );
}

/** The token endpoint for this grant: the client asks again until somebody has signed in. */
export function answerDeviceToken(state: EntraState, exchange: Exchange): void {
  const answer = redeem(state, exchange.form().get('device_code') ?? '');
  if (isRefusal(answer)) return refuse(state, exchange, answer);
  exchange.userId = answer.user.id;
  exchange.tenantId = answer.tenantId;
  exchange.outcome = 'device_code: token issued';
  exchange.sendJson(200, tokensFor(state, answer.user, answer.tenantId), PUBLIC_CORS);
}

/** `/devicelogin`: the code first, then the account. */
export function answerDeviceSignIn(state: EntraState, exchange: Exchange): void {
  const userCode = exchange.form().get('otc') ?? exchange.query('otc');
  const code = [...state.deviceCodes.values()].find((one) => one.userCode === userCode?.trim().toUpperCase());
  const { step, userId } = pressed(exchange);
  const user = userId === undefined ? undefined : state.directory.findUser(userId);
  exchange.outcome = 'device sign-in';
  if (code === undefined) {
    exchange.sendPage(200, deviceCodePage({ action: DEVICE_SIGN_IN_PATH }, userCode ?? undefined));
    return;
  }
  if (step === 'cancel' || (step === 'sign-in' && user !== undefined)) {
    code.answer = step === 'cancel' ? 'declined' : user;
    exchange.sendPage(200, deviceDonePage(step === 'sign-in'));
    return;
  }
  const action = `${DEVICE_SIGN_IN_PATH}?otc=${code.userCode}`;
  const accounts = accountChoices(state, exchange, code.tenantId, undefined);
  exchange.sendPage(200, signInPage({ action }, 'Microsoft Azure CLI', accounts, { cancellable: true }));
}

function redeem(
  state: EntraState,
  text: string,
): { readonly user: SeedUser; readonly tenantId: string } | Refusal {
  const code = state.deviceCodes.get(text);
  if (code === undefined)
    return refusal(70018, {}, { error: 'bad_verification_code', text: 'Bad verification code received.' });
  if (state.clock.now() - code.issuedAtMs > LIFETIME_SECONDS * 1000) {
    return refusal(70020, {}, { error: 'expired_token', text: 'The provided device code has expired.' });
  }
  const { answer } = code;
  if (answer === undefined) {
    return refusal(
      70016,
      {},
      {
        error: 'authorization_pending',
        text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
      },
    );
  }
  if (answer === 'declined') {
    return refusal(70043, {}, { error: 'authorization_declined', text: 'The user declined the request.' });
  }
  const tenantId = code.tenantId ?? answer.tenantId;
  state.deviceCodes.delete(text);
  return state.directory.objectIdIn(answer, tenantId) === undefined
    ? refusal(50020, { upn: answer.upn, tenant: tenantId })
    : { user: answer, tenantId };
}

function tokensFor(state: EntraState, user: SeedUser, tenantId: string): object {
  const now = Math.floor(state.clock.now() / 1000);
  const oid = state.directory.objectIdIn(user, tenantId) ?? user.id;
  const common = {
    iat: now,
    nbf: now,
    exp: now + TOKEN_LIFETIME_SECONDS,
    oid,
    tid: tenantId,
    uti: randomUUID(),
  };
  return {
    token_type: 'Bearer',
    scope: AZURE_CLI_SCOPES.map((scope) => `https://graph.microsoft.com/${scope}`).join(' '),
    expires_in: TOKEN_LIFETIME_SECONDS,
    ext_expires_in: TOKEN_LIFETIME_SECONDS,
    access_token: state.keys.sign({
      ...common,
      aud: GRAPH_APP_ID,
      iss: `https://sts.windows.net/${tenantId}/`,
      appid: AZURE_CLI,
      idtyp: 'user',
      scp: AZURE_CLI_SCOPES.join(' '),
      ver: '1.0',
    }),
    id_token: state.keys.sign({
      ...common,
      aud: AZURE_CLI,
      iss: issuerOf(state, tenantId),
      sub: oid,
      name: user.displayName,
      preferred_username: user.upn,
      ver: '2.0',
    }),
    client_info: Buffer.from(JSON.stringify({ uid: oid, utid: tenantId })).toString('base64url'),
  };
}

/** Beside the sign-in words the command line asks for Graph's `.default`, in any of the forms of its address. */
function wrongScope(state: EntraState, text: string): Refusal | undefined {
  const resources = ['https://graph.microsoft.com', state.graphOrigin];
  const wrong = text
    .split(' ')
    .find(
      (scope) =>
        !['openid', 'profile', 'offline_access', ''].includes(scope) &&
        !resources.some((resource) => scope === `${resource}/.default`),
    );
  return wrong === undefined
    ? undefined
    : refusal(
        65002,
        {},
        {
          error: 'invalid_grant',
          text: `Consent between first party application '${AZURE_CLI}' and first party resource '${GRAPH_APP_ID}' must be configured via preauthorization.`,
        },
      );
}

function refuse(state: EntraState, exchange: Exchange, refused: Refusal): void {
  exchange.outcome = `AADSTS${refused.number}`;
  exchange.sendJson(400, errorBody(refused, state.origin, state.clock), PUBLIC_CORS);
}

export const isDeviceCode = (form: URLSearchParams): boolean =>
  DEVICE_CODE_GRANTS.has(form.get('grant_type'));
