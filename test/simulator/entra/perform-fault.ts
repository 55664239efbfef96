import { errorBody, refusal, type Refusal } from './errors';
import type { Exchange } from './exchange';
import { refusalOf, type RouteFamily, type Trouble } from './faults';
import { sendGraphError } from './graph-error';
import { PUBLIC_CORS } from './openid';
import type { RefusalDetails } from './refusal-table';
import type { EntraState } from './state';
import { detailsFor } from './tokens';

export type FaultOutcome =
  | { readonly kind: 'go-on' }
  /** The request has its answer (or lost its connection). */
  | { readonly kind: 'answered' }
  /** The route has to refuse in its own way. */
  | { readonly kind: 'refuse'; readonly refused: Refusal };

/**
 * Lets the faults happen that fit what is known of the request so far. Called again when tenant or user become known; a fault hits
 * a request once.
 */
export async function performFaults(
  state: EntraState,
  exchange: Exchange,
  family: RouteFamily,
): Promise<FaultOutcome> {
  const scene = {
    family,
    tenantId: exchange.tenantId,
    segment: exchange.url.pathname.split('/')[1] ?? '',
    inFrame: exchange.inFrame,
    silent: exchange.query('prompt') === 'none',
    userId: exchange.userId,
  };
  for (const trouble of state.directory.faults.take(scene, exchange.seenFaults)) {
    exchange.outcome = `fault: ${trouble.kind}`;
    if (trouble.kind === 'latency') {
      await new Promise<void>((resolve) => {
        const cancel = state.clock.after(trouble.delayMs, resolve);
        // A caller that went away, or the end of the simulation, must not leave a timer behind.
        exchange.response.once('close', () => {
          cancel();
          resolve();
        });
      });
      if (exchange.response.destroyed) return { kind: 'answered' };
    } else if (trouble.kind === 'aadsts') {
      return { kind: 'refuse', refused: refusalOf(trouble, orderedDetails(state, exchange)) };
    } else {
      perform(state, exchange, family, trouble);
      return { kind: 'answered' };
    }
  }
  return { kind: 'go-on' };
}

/** Whom and what an ordered refusal is about, as far as the request tells. */
function orderedDetails(state: EntraState, exchange: Exchange): RefusalDetails {
  const { tenantId = 'organizations', userId = '' } = exchange;
  const user = state.directory.findUser(userId);
  return { upn: 'somebody', value: 'ordered by a test', ...detailsFor(state, tenantId, user) };
}

function perform(
  state: EntraState,
  exchange: Exchange,
  family: RouteFamily,
  trouble: Exclude<Trouble, { kind: 'latency' | 'aadsts' }>,
): void {
  switch (trouble.kind) {
    case 'throttle':
      sendTrouble(
        state,
        exchange,
        family,
        429,
        retryAfter(state, trouble.retryAfterSeconds ?? 10, trouble.asDate === true),
      );
      return;
    case 'server-error':
      sendTrouble(
        state,
        exchange,
        family,
        trouble.status ?? 503,
        trouble.retryAfterSeconds === undefined ? {} : retryAfter(state, trouble.retryAfterSeconds, false),
      );
      return;
    case 'garbage':
      exchange.sendText(trouble.status ?? 200, trouble.body ?? '<html><body>Proxy said: {"half": ', {
        'Content-Type': trouble.contentType ?? 'text/html; charset=utf-8',
        ...PUBLIC_CORS,
      });
      return;
    case 'silence':
      return; // whoever asked may hang up; the end of the simulation closes what is left
    case 'cut':
      if (trouble.midBody === true && exchange.method !== 'HEAD') {
        exchange.response.writeHead(200, {
          'Content-Type': 'application/json',
          'Content-Length': 4096,
          ...PUBLIC_CORS,
        });
        exchange.response.write('{"access_tok', () => exchange.response.destroy());
      } else {
        exchange.response.destroy();
      }
  }
}

/** Retry-After as seconds or as an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(state: EntraState, seconds: number, asDate: boolean): Readonly<Record<string, string>> {
  const value = asDate ? new Date(state.clock.now() + seconds * 1000).toUTCString() : String(seconds);
  return { 'Retry-After': value };
}

function sendTrouble(
  state: EntraState,
  exchange: Exchange,
  family: RouteFamily,
  status: number,
  headers: Readonly<Record<string, string>>,
): void {
  const throttled = status === 429;
  if (family === 'graph') {
    const code = throttled
      ? 'TooManyRequests'
      : status === 503
        ? 'ServiceUnavailable'
        : 'InternalServerError';
    sendGraphError(
      exchange,
      state.clock,
      status,
      code,
      throttled ? 'Too many requests.' : 'The service is unavailable.',
      headers,
    );
    return;
  }
  const body = errorBody(refusal(throttled ? 90055 : 90033), state.origin, state.clock);
  exchange.sendJson(status, body, {
    ...PUBLIC_CORS,
    'Access-Control-Expose-Headers': 'Retry-After',
    ...headers,
  });
}
