import { hashOf } from './request-id';

declare const brand: unique symbol;

/** What a `state` knows a browser by: the SHA-256 of the random text that only this browser holds. It stands in no table. */
export type BrowserKey = string & { readonly [brand]: 'BrowserKey' };

export const browserKeyOf = (secret: string): BrowserKey => hashOf(secret) as BrowserKey;

/**
 * Whether a `state` came back in the browser that began it (RFC 6749, 10.12; RFC 9700, 2.1). Otherwise whoever begins could
 * send somebody else's browser through to the end, and learn or change what only that person's sign-in may.
 *
 * @param sealed the key that was sealed into the state. An older instance beside this one seals none while the service is
 * upgraded: its states are taken as they are, and live five minutes. A page of an older build keeps no cookie: what it
 * begins counts as from elsewhere until it is loaded anew.
 */
export const isSameBrowser = (sealed: unknown, browser: BrowserKey | undefined): boolean =>
  sealed === undefined || sealed === browser;
