import { codeMeant, ENTRA_ERROR_ROWS } from './entra-error-table';
import type { Cause, NextStep, RefusalVerdict } from './cause';
import type { Refusal } from './refusal';

/** What one of Microsoft's numbers, or another word for a failure, means. */
export interface Meaning {
  readonly cause: Cause;
  readonly verdict: RefusalVerdict;
  readonly next: NextStep;
}

/** What a refusal means. `code` is Microsoft's, where there was one. */
export interface Explanation extends Meaning {
  readonly code?: string | undefined;
  /** Whether the refusal was understood at all; an unforeseen one is `unknown` with its code shown. */
  readonly foreseen: boolean;
}

const BY_AADSTS_CODE: ReadonlyMap<string, Meaning> = new Map(
  ENTRA_ERROR_ROWS.map(([number, cause, verdict, next]) => [`AADSTS${number}`, { cause, verdict, next }]),
);

/** The table's entry for an AADSTS number such as `AADSTS65001`; undefined for a code that is not in it. */
export const entraError = (code: string): Meaning | undefined => BY_AADSTS_CODE.get(code);

// Whole numbers only: AADSTS650051 is not AADSTS65005 with a digit to spare. Microsoft's numbers have 5 to 7 digits.
const CODE = /AADSTS(\d{4,8})(?![0-9A-Za-z])/;
const CODE_IN_ANY_CASE = new RegExp(CODE.source, 'i');

/**
 * The AADSTS code that a text gives as its reason, upper case, or undefined. Where there are several it is the first:
 * Entra opens its description with the reason, and what follows is advice. Microsoft writes codes in upper case, so
 * one in lower case (in the address of a help page) counts only where there is no other.
 */
export function aadstsCodeIn(text: string): string | undefined {
  const number = (CODE.exec(text) ?? CODE_IN_ANY_CASE.exec(text))?.[1];
  return number === undefined ? undefined : `AADSTS${number}`;
}

const SIGN_IN: Meaning = { cause: 'not-signed-in', verdict: 'sign-in-needed', next: 'sign-in' };
const SESSION_EXPIRED: Meaning = { cause: 'session-expired', verdict: 'sign-in-needed', next: 'sign-in' };
/** A host's bare "interaction required": consent or sign-in is missing, and nobody says which. One click serves both. */
const CONSENT_OR_SIGN_IN: Meaning = {
  cause: 'consent-or-sign-in',
  verdict: 'sign-in-needed',
  next: 'sign-in',
};
const CANCELLED: Meaning = { cause: 'cancelled', verdict: 'sign-in-needed', next: 'sign-in' };
const POPUP_BLOCKED: Meaning = { cause: 'popup-blocked', verdict: 'sign-in-needed', next: 'sign-in' };
const THROTTLED: Meaning = { cause: 'throttled', verdict: 'unknown', next: 'wait-and-retry' };
const NO_NETWORK: Meaning = { cause: 'network-unreachable', verdict: 'unknown', next: 'wait-and-retry' };
const MICROSOFT_ILL: Meaning = { cause: 'microsoft-unavailable', verdict: 'unknown', next: 'wait-and-retry' };
const HOST_ILL: Meaning = { cause: 'host-unavailable', verdict: 'unknown', next: 'wait-and-retry' };
const MISCONFIGURED: Meaning = {
  cause: 'application-misconfigured',
  verdict: 'unknown',
  next: 'contact-support',
};
const MALFORMED: Meaning = { cause: 'request-malformed', verdict: 'unknown', next: 'contact-support' };
const PAGE_FAILED: Meaning = { cause: 'page-failed', verdict: 'unknown', next: 'open-help' };
const UNRECOGNISED: Meaning = { cause: 'unrecognised', verdict: 'unknown', next: 'wait-and-retry' };

/**
 * Error codes that come without an AADSTS number: MSAL's own (the files `*ErrorCodes` of @azure/msal-browser 5.30 and
 * @azure/msal-common 16.17, and its mapping of the host's bridge) and those of OAuth 2.0 (RFC 6749, 4.1.2.1 and 5.2)
 * and OpenID Connect Core (3.1.2.6).
 */
const ERROR_CODES: readonly (readonly [meaning: Meaning, ...codes: string[]])[] = [
  // OpenID Connect's plainest word, and the only one without a number that says that consent is what is missing.
  [{ cause: 'not-consented', verdict: 'required', next: 'approve' }, 'consent_required'],
  [
    CONSENT_OR_SIGN_IN,
    // A person's no, a policy's or a proxy's: without a number it does not say whose, so it is no proof of a refusal.
    'access_denied',
    'interaction_required',
    'invalid_grant',
    'interrupted_user',
    'ui_not_allowed',
    // The hidden frame or the window did not come back in time: third-party cookies, a page's own frame headers, a page in
    // between. A click and its window cure most of them. The second name is that of MSAL before 5, which hosts may still
    // pass on (https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/6863).
    'timed_out',
    'monitor_window_timeout',
    'iframe_closed_prematurely',
    'block_iframe_reload',
    'hash_empty_error',
    'hash_does_not_contain_known_properties',
    'no_state_in_hash',
    'unable_to_parse_state',
    'state_interaction_type_mismatch',
    'redirect_bridge_empty_response',
    'empty_response',
  ],
  [
    SIGN_IN,
    'login_required',
    'no_account_error',
    'no_account_found',
    'no_account_in_silent_request',
    'native_account_unavailable',
    'account_unavailable',
    'no_tokens_found',
    // Another sign-in window stands open already; it is the one to use.
    'interaction_in_progress',
  ],
  [{ ...SIGN_IN, next: 'sign-in-with-other-account' }, 'user_switch'],
  [SESSION_EXPIRED, 'refresh_token_expired', 'token_refresh_required', 'bad_token'],
  // MSAL's browser and bridge errors spell it differently.
  [CANCELLED, 'user_cancelled', 'user_canceled', 'interaction_in_progress_cancelled'],
  [POPUP_BLOCKED, 'popup_window_error', 'empty_window_error', 'block_nested_popups'],
  [THROTTLED, '429', 'too_many_requests'],
  [
    NO_NETWORK,
    'no_network_connectivity',
    'no_network',
    'network_error',
    'post_request_failed',
    'get_request_failed',
    'endpoints_resolution_error',
    'openid_config_error',
  ],
  [MICROSOFT_ILL, 'temporarily_unavailable', 'server_error'],
  [
    HOST_ILL,
    'nested_app_auth_bridge_disabled',
    'bridge_timeout',
    'bridge_handshake_failed',
    'bridge_connection_reset',
    'bridge_response_invalid',
    'native_handshake_timeout',
    'native_connection_not_established',
    'unable_to_acquire_token_from_native_platform',
    'platform_broker_error',
  ],
  // Microsoft documents for the first that it usually means that the application is not in the tenant: usually is no proof.
  [MISCONFIGURED, 'unauthorized_client', 'invalid_client', 'invalid_resource'],
  [MALFORMED, 'invalid_scope', 'invalid_request', 'unsupported_grant_type', 'unsupported_response_type'],
];
const BY_ERROR_CODE: ReadonlyMap<string, Meaning> = new Map(
  ERROR_CODES.flatMap(([meaning, ...codes]) => codes.map((code) => [code, meaning])),
);

// A name that can be shown to an administrator as it is: no number of a host's own, no sentence, no address.
const SHOWABLE = /^[A-Za-z][A-Za-z0-9_]{2,59}$/;
export const shownWord = ({ errorCode }: Refusal): string | undefined =>
  SHOWABLE.test(errorCode) ? errorCode : undefined;

/**
 * A number that is not in the table says nothing, and does not outweigh what comes with it: a wait that Microsoft asks
 * for, or the class of MSAL's error. Whatever needs a person's action, a click may cure; so the click is always offered.
 */
function meaningOfUnknownNumber({ errorClass, retryAfterMs }: Refusal): Meaning {
  if (retryAfterMs !== undefined) return THROTTLED;
  return errorClass === 'interaction-required' ? CONSENT_OR_SIGN_IN : UNRECOGNISED;
}

/**
 * Reads a refusal: the AADSTS number first; MSAL's class and errorCode only where there is none that we know, because
 * they are the same for a missing consent, a lost session and a throttle. What nobody foresaw is never `required`, and
 * shows its code. Never throws.
 */
export function explain(refusal: Refusal): Explanation {
  const code = aadstsCodeIn(refusal.text) ?? aadstsCodeIn(refusal.errorCode);
  if (code !== undefined) {
    const known = entraError(codeMeant(code, refusal.text, refusal.askedFor));
    if (known !== undefined) return { ...known, code, foreseen: true };
    return { ...meaningOfUnknownNumber(refusal), code, foreseen: false };
  }
  // Microsoft asks for patience only where it throttles or is unavailable.
  if (refusal.retryAfterMs !== undefined) return { ...THROTTLED, foreseen: true };
  const known = BY_ERROR_CODE.get(refusal.errorCode.toLowerCase());
  if (known !== undefined) return { ...known, foreseen: true };
  if (refusal.errorClass === 'interaction-required') return { ...CONSENT_OR_SIGN_IN, foreseen: true };
  if (refusal.errorClass === 'page') return { ...PAGE_FAILED, foreseen: true };
  return { ...UNRECOGNISED, code: shownWord(refusal), foreseen: false };
}
