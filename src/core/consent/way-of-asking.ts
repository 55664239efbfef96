import type { ProbeManner } from './manner';
import { aadstsCodeIn, explain } from './entra-errors';
import type { Evidence } from './evidence';
import type { NoToken } from './next-question';
import type { Refusal } from './refusal';

/*
 * A refusal may be about the way of asking and not about what was asked for: the host's broker cannot serve the pane, or
 * the name that the account was looked for by is not the one it signs in with. Then the same is asked another way.
 */

// What a broker says of itself in a text without a number: "The origin is not valid for Nested App Auth."
// (https://github.com/OfficeDev/office-js/issues/6610).
const NAMES_ITSELF = /nested\s*app\s*auth/i;
// Entra does not know the broker's address for this application (`brk-multihub://…` is not registered); the pane's own
// address may be registered all the same.
const BROKER_NOT_REGISTERED = 'AADSTS700046';

// Words that only a server of Entra's can say (RFC 6749, 5.2; OpenID Connect Core, 3.1.2.6). A broker that is not
// available has an inner code, which MSAL puts into an error of its own class (BridgeStatusCode of msal-browser 5.30).
const OF_A_SERVER = /^(?:(?:interaction|login|consent)_required|invalid_grant|access_denied)$/i;

/**
 * Whether it is the host's broker that fails, so that the browser's own way to Entra may be tried: whatever the broker
 * says that is no word of Entra's, of the user's, or of the network's. Some brokers fail for good with an error that they
 * call persistent, with a code of their own, or with none (https://github.com/OfficeDev/office-js/issues/6691,
 * https://github.com/OfficeDev/Office-Add-in-samples/issues/1079).
 */
export function isBrokersFault(seen: NoToken, manner: ProbeManner): boolean {
  // One that says nothing says no more to the next question.
  if (seen.kind === 'unreachable') return seen.what === 'host';
  // The broker had its window: it cannot ask for one again.
  if (seen.kind === 'no-account') return manner === 'interactive';
  const { refusal } = seen;
  const code = aadstsCodeIn(refusal.text) ?? aadstsCodeIn(refusal.errorCode);
  if (code !== undefined) return code === BROKER_NOT_REGISTERED;
  if (NAMES_ITSELF.test(refusal.text)) return true;
  if (refusal.errorClass === 'client-auth' && OF_A_SERVER.test(refusal.errorCode)) return true;
  if (manner === 'interactive' && asksForInteraction(refusal)) return true;
  const { verdict, cause } = explain(refusal);
  if (verdict !== 'unknown' || cause === 'throttled' || cause === 'network-unreachable') return false;
  return refusal.errorCode !== 'temporarily_unavailable';
}

/**
 * Whether what came by the browser's own way counts more than what the broker had said. That nobody is signed in there is
 * no news where the broker was silent, or called Microsoft unavailable: nobody ever signed in there, and to ask for it
 * would be a false word about a trouble that passes. Nor is it where no answer came this way either.
 */
export function isNews(seen: NoToken, brokersWord: NoToken): boolean {
  const saysNobody = seen.kind === 'no-account' || isAboutName(seen);
  if (brokersWord.kind === 'unreachable') return !saysNobody && !isNoAnswer(seen);
  const saysMicrosoftIsUnavailable =
    brokersWord.kind === 'refused' && explain(brokersWord.refusal).cause === 'microsoft-unavailable';
  return !(saysNobody && saysMicrosoftIsUnavailable);
}

/** A hidden frame that never came back, as MSAL words it. */
const isNoAnswer = (seen: NoToken): boolean =>
  seen.kind === 'refused' &&
  explain(seen.refusal).code === undefined &&
  /^(?:timed_out|monitor_window_timeout)$/i.test(seen.refusal.errorCode);

/** A cancelled window and a blocked one are the user's and the browser's word. */
function asksForInteraction(refusal: Refusal): boolean {
  const { cause } = explain(refusal);
  return refusal.errorClass === 'interaction-required' && cause === 'consent-or-sign-in';
}

/**
 * Whether Entra found nobody by the name that it was given. The name is a mail address, and an account may sign in with
 * another (https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/1495); or it is the address of a
 * shared mailbox, with which nobody signs in (https://github.com/OfficeDev/office-js/issues/1295).
 */
export function isAboutName(seen: NoToken): boolean {
  if (seen.kind !== 'refused') return false;
  const { cause } = explain(seen.refusal);
  return cause === 'not-signed-in' || cause === 'account-unknown' || cause === 'account-disabled';
}

/** Whether Entra says that somebody is signed in, and not the one that was named. */
export const isOfAnotherName = (seen: NoToken): boolean =>
  seen.kind === 'refused' && isAboutName(seen) && /login.?hint/i.test(seen.refusal.text);

/** Whether a window that was opened with a name may have failed for the name: then the next one lets its user choose. */
export const mayBeAboutName = (seen: NoToken): boolean =>
  isAboutName(seen) ||
  isOutOfPlace(seen) ||
  (seen.kind === 'refused' && explain(seen.refusal).cause === 'cancelled');

/** Whether a refusal is about what the account may do, so that there is an account: consent is missing, or it is barred. */
export function isAboutAccount(seen: NoToken): boolean {
  if (seen.kind !== 'refused') return false;
  const { verdict } = explain(seen.refusal);
  return verdict === 'required' || verdict === 'blocked';
}

/** Whether the account has no place in the tenant that was asked: what it is in its own then says whose account it is. */
export const isOutOfPlace = (seen: Evidence): boolean =>
  seen.kind === 'refused' && explain(seen.refusal).next === 'sign-in-with-other-account';
