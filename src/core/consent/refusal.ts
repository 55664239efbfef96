/**
 * What came back instead of a token, before anybody judged it: the facts of MSAL's error (or of Entra's answer to the
 * service), copied as they were.
 */
export interface Refusal {
  /** The family of MSAL's error; `page` where the page or the browser has thrown; `other` where it was neither's. */
  readonly errorClass:
    'interaction-required' | 'server' | 'client-auth' | 'browser-auth' | 'auth' | 'page' | 'other';
  /** MSAL's `errorCode` or Entra's `error`: `invalid_grant`, or a host's own word. */
  readonly errorCode: string;
  /** The error's text, in which Entra's AADSTS number stands. For reading only: never shown or logged whole. */
  readonly text: string;
  /** What the token was asked for, where that was Graph; else it was our own API. */
  readonly askedFor?: 'graph' | undefined;
  readonly correlationId?: string | undefined;
  /** How long Microsoft asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}
