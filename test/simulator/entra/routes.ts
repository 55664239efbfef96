import { answerAdminConsent } from './admin-consent';
import { answerAuthorize } from './authorize';
import { answerBroker, readBrokerRequest, refuseBroker, tenantOf } from './broker';
import { answerControl } from './control';
import { CONTROL_PATH } from './control-api';
import {
  answerDeviceCode,
  answerDeviceSignIn,
  answerDeviceToken,
  DEVICE_SIGN_IN_PATH,
  isDeviceCode,
} from './device-code';
import { errorBody, isRefusal } from './errors';
import type { Exchange } from './exchange';
import type { RouteFamily } from './faults';
import { answerGraph } from './graph';
import { sendGraphError } from './graph-error';
import { answerInstanceDiscovery, answerKeys, answerOpenIdConfiguration, PUBLIC_CORS } from './openid';
import { lookupPage, signedOutPage } from './pages';
import { performFaults } from './perform-fault';
import { pressed, signedInUsers, signOut } from './sign-in';
import type { EntraState } from './state';
import { answerToken, refuseToken } from './token';

const BROKER_PATH = '/simulated/broker/token';

/** Finds the route of a request, lets ordered faults happen first, and writes the outcome to the log. */
export async function handle(state: EntraState, exchange: Exchange, reset: () => void): Promise<void> {
  const { pathname } = exchange.url;
  if (exchange.method === 'OPTIONS') {
    answerPreflight(state, exchange, pathname.startsWith('/simulated/'));
    return;
  }
  if (pathname.startsWith('/simulated/')) {
    const allowed = admitHost(state, exchange);
    if (!allowed) return;
  }
  if (pathname.startsWith(`${CONTROL_PATH}/`)) {
    answerControl(state, exchange, reset);
    return;
  }
  const family = await answer(state, exchange, pathname);
  if (family === undefined) return;
  state.log.add({
    family,
    method: exchange.method,
    path: pathname,
    ...(exchange.tenantId === undefined ? {} : { tenantId: exchange.tenantId }),
    ...(exchange.userId === undefined ? {} : { userId: exchange.userId }),
    status: exchange.response.statusCode,
    outcome: exchange.outcome,
  });
}

async function answer(
  state: EntraState,
  exchange: Exchange,
  pathname: string,
): Promise<RouteFamily | undefined> {
  const [tenantText, ...rest] = pathname.split('/').slice(1).map(decode);
  const tail = rest.join('/');
  if (pathname.startsWith('/v1.0/')) {
    await graph(state, exchange);
    return 'graph';
  }
  if (pathname === BROKER_PATH && exchange.method === 'POST') {
    await broker(state, exchange);
    return 'broker';
  }
  if (pathname === DEVICE_SIGN_IN_PATH) {
    answerDeviceSignIn(state, exchange);
    return 'authorize';
  }
  exchange.tenantId = state.directory.findTenant(tenantText ?? '')?.id;
  const tenant = tenantText ?? '';
  switch (tail) {
    case 'v2.0/.well-known/openid-configuration':
    case 'discovery/v2.0/keys':
    case 'discovery/instance':
      await openid(state, exchange, tenant, tail);
      return 'openid';
    case 'oauth2/v2.0/authorize':
      await screens(state, exchange, 'authorize', (fault) => answerAuthorize(state, exchange, tenant, fault));
      return 'authorize';
    case 'oauth2/v2.0/token':
      await token(state, exchange, tenant);
      return 'token';
    case 'oauth2/v2.0/devicecode':
      answerDeviceCode(state, exchange, tenant);
      return 'token';
    case 'v2.0/adminconsent':
      await screens(state, exchange, 'adminconsent', (fault) =>
        answerAdminConsent(state, exchange, tenant, fault),
      );
      return 'adminconsent';
    case 'oauth2/v2.0/logout':
      logout(state, exchange);
      return 'authorize';
    default:
      other(exchange, pathname);
      return undefined;
  }
}

async function openid(state: EntraState, exchange: Exchange, tenant: string, tail: string): Promise<void> {
  const fault = await performFaults(state, exchange, 'openid');
  if (fault.kind === 'answered') return;
  if (fault.kind === 'refuse')
    exchange.sendJson(400, errorBody(fault.refused, state.origin, state.clock), PUBLIC_CORS);
  else if (tail === 'discovery/v2.0/keys') answerKeys(state, exchange, tenant);
  else if (tail === 'discovery/instance') answerInstanceDiscovery(state, exchange);
  else answerOpenIdConfiguration(state, exchange, tenant);
}

async function token(state: EntraState, exchange: Exchange, tenant: string): Promise<void> {
  if (exchange.method !== 'POST') {
    exchange.sendText(405, 'Use POST');
    return;
  }
  const form = exchange.form();
  const grant =
    state.codes.get(form.get('code') ?? '') ?? state.refreshTokens.get(form.get('refresh_token') ?? '');
  exchange.userId = grant?.userId;
  exchange.tenantId ??= grant?.tenantId;
  const fault = await performFaults(state, exchange, 'token');
  if (fault.kind === 'answered') return;
  if (fault.kind === 'refuse') refuseToken(state, exchange, fault.refused);
  else if (isDeviceCode(form)) answerDeviceToken(state, exchange);
  else answerToken(state, exchange, tenant);
}

async function broker(state: EntraState, exchange: Exchange): Promise<void> {
  const request = readBrokerRequest(exchange.json());
  if (request === undefined) {
    exchange.outcome = 'unreadable';
    exchange.sendJson(400, { ok: false, message: 'userId, clientId and scope are needed' });
    return;
  }
  const tenantId = tenantOf(state, request);
  exchange.userId = state.directory.findUser(request.userId)?.id;
  if (!isRefusal(tenantId)) exchange.tenantId = tenantId;
  const fault = await performFaults(state, exchange, 'broker');
  if (fault.kind === 'answered') return;
  if (fault.kind === 'refuse') refuseBroker(state, exchange, fault.refused);
  else answerBroker(state, exchange, request);
}

/** Faults meet a screen by who presses its button, or by who is the only one signed in. */
async function screens(
  state: EntraState,
  exchange: Exchange,
  family: RouteFamily,
  show: (fault?: Parameters<typeof answerAuthorize>[3]) => void,
): Promise<void> {
  const { userId } = pressed(exchange);
  const signedIn = signedInUsers(state, exchange);
  const only = signedIn.length === 1 ? signedIn[0] : undefined;
  const user = userId === undefined ? only : state.directory.findUser(userId);
  exchange.userId = user?.id;
  exchange.tenantId ??= user?.tenantId;
  const fault = await performFaults(state, exchange, family);
  if (fault.kind === 'answered') return;
  show(fault.kind === 'refuse' ? fault.refused : undefined);
}

async function graph(state: EntraState, exchange: Exchange): Promise<void> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(exchange.header('authorization') ?? '')?.[1] ?? '';
  const claims = state.opaqueTokens.get(bearer) ?? state.keys.read(bearer);
  exchange.tenantId = typeof claims?.['tid'] === 'string' ? claims['tid'] : undefined;
  exchange.userId = state.directory.findUser(String(claims?.['oid']))?.id;
  const fault = await performFaults(state, exchange, 'graph');
  if (fault.kind === 'answered') return;
  if (fault.kind === 'refuse') {
    const message = `AADSTS${fault.refused.number}: ${fault.refused.text}`;
    sendGraphError(exchange, state.clock, 401, 'InvalidAuthenticationToken', message);
  } else {
    answerGraph(state, exchange);
  }
}

function logout(state: EntraState, exchange: Exchange): void {
  const headers = signOut(state, exchange);
  const back = exchange.query('post_logout_redirect_uri');
  exchange.outcome = 'signed out';
  // Only addresses that are registered: anything else would make an open redirector of us.
  if (back !== undefined && state.directory.redirectKindOf(back) !== undefined)
    exchange.redirect(back, headers);
  else exchange.sendPage(200, signedOutPage(), headers);
}

function other(exchange: Exchange, pathname: string): void {
  if (pathname === '/error') exchange.sendPage(200, lookupPage(exchange.query('code')?.slice(0, 12) ?? ''));
  else if (pathname === '/') exchange.sendText(200, 'SIMULATED Microsoft Entra and Microsoft Graph');
  else exchange.sendText(404, 'Not found');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

// ---- cross-origin rules

function answerPreflight(state: EntraState, exchange: Exchange, simulated: boolean): void {
  const origin = exchange.header('origin');
  const allowed = !simulated || (origin !== undefined && origin === state.hostOrigin);
  exchange.response.writeHead(204, {
    ...(allowed
      ? {
          'Access-Control-Allow-Origin': simulated ? origin : '*',
          'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
          'Access-Control-Allow-Headers': exchange.header('access-control-request-headers') ?? '',
          'Access-Control-Max-Age': '600',
        }
      : {}),
    Vary: 'Origin, Access-Control-Request-Headers',
  });
  exchange.response.end();
}

/** Pages of other origins may not drive the simulation; calls without an Origin (tests, tools) may. */
function admitHost(state: EntraState, exchange: Exchange): boolean {
  const origin = exchange.header('origin');
  if (origin === undefined || origin === state.origin) return true;
  if (origin !== state.hostOrigin) {
    exchange.sendJson(403, { ok: false, message: 'This origin may not drive the simulation' });
    return false;
  }
  exchange.response.setHeader('Access-Control-Allow-Origin', origin);
  exchange.response.setHeader('Vary', 'Origin');
  return true;
}
