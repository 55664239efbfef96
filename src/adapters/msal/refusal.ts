import type { NoToken } from '../../core/consent/next-question';
import type { Refusal } from '../../core/consent/refusal';
import { parseRetryAfter } from '../../core/retry-after';

/** The name that each class of MSAL's errors gives itself; a minified class has no better one. */
const FAMILY_BY_NAME: Readonly<Record<string, Refusal['errorClass']>> = {
  InteractionRequiredAuthError: 'interaction-required',
  ServerError: 'server',
  ClientAuthError: 'client-auth',
  ClientConfigurationError: 'client-auth',
  BrowserAuthError: 'browser-auth',
  BrowserConfigurationAuthError: 'browser-auth',
  NetworkError: 'browser-auth',
  AuthError: 'auth',
};

/** MSAL's words for: nobody is signed in, as far as it can see. */
const NO_ACCOUNT: ReadonlySet<string> = new Set([
  'no_account_error',
  'no_account_found',
  'no_account_in_silent_request',
]);

/** webpack's name for a script that did not come (its lib/web/JsonpChunkLoadingRuntimeModule): a part of MSAL. */
const NO_SCRIPT = 'ChunkLoadError';

/** MSAL's words for: the request did not reach Microsoft, or no answer came back that could be read. */
const NO_ANSWER: ReadonlySet<string> = new Set([
  'network_error',
  'post_request_failed',
  'get_request_failed',
  'endpoints_resolution_error',
  'openid_config_error',
  'failed_to_parse_response',
  NO_SCRIPT,
]);

/** MSAL's word for it, and its word before version 5, which hosts may still pass on. */
const TIMED_OUT: ReadonlySet<string> = new Set(['timed_out', 'monitor_window_timeout']);

const NO_NETWORK = 'no_network_connectivity';

/** As Entra ends its texts (https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes). */
const CORRELATION_ID = /\bCorrelation ID: ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i;

/** The facts of whatever MSAL has thrown, copied as they were. */
export function refusalOf(error: unknown, nowMs: number): Refusal {
  const fields =
    typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};
  const name = textOf(fields['name']);
  const errorClass = Object.hasOwn(FAMILY_BY_NAME, name) ? FAMILY_BY_NAME[name] : undefined;
  const errorCode = textOf(fields['errorCode']);
  // MSAL's field stays empty for an error that a broker hands on.
  const text = textOf(fields['errorMessage']) || textOf(fields['message']);
  const correlationId = textOf(fields['correlationId']) || (CORRELATION_ID.exec(text)?.[1] ?? '');
  const retryAfterMs = retryAfterOf(fields['responseHeaders'], nowMs);
  return {
    // MSAL's errors have a code, and so has what hosts hand on: an exception without one is the page's or the browser's own.
    errorClass: errorClass ?? (errorCode === '' && error instanceof Error ? 'page' : 'other'),
    errorCode: errorCode || (errorClass === undefined ? name : ''),
    // MSAL puts the code before the text in `message`.
    text,
    correlationId: correlationId === '' ? undefined : correlationId,
    retryAfterMs,
  };
}

/** A failed token request as evidence. `online` is what the browser says of the network. */
export function evidenceOfFailure(error: unknown, online: boolean, nowMs: number): NoToken {
  const refusal = refusalOf(error, nowMs);
  const { errorCode, retryAfterMs } = refusal;
  if (NO_ACCOUNT.has(errorCode)) return { kind: 'no-account' };
  if (errorCode === NO_NETWORK) return { kind: 'unreachable', what: 'network' };
  // A frame or a window that never came back. Where there is a network, a window may well come back where the hidden
  // frame cannot (third-party cookies, headers of a page in between).
  if (TIMED_OUT.has(errorCode) && !online) return { kind: 'unreachable', what: 'network' };
  if (!NO_ANSWER.has(errorCode)) return { kind: 'refused', refusal };
  const missing = errorCode === NO_SCRIPT ? 'page' : 'microsoft';
  return { kind: 'unreachable', what: online ? missing : 'network', retryAfterMs };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** MSAL keeps the headers of an answer that it could not read. */
function retryAfterOf(headers: unknown, nowMs: number): number | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after');
  return typeof found?.[1] === 'string' ? parseRetryAfter(found[1], nowMs) : undefined;
}
