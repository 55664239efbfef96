/**
 * Stands in the built pages for those parts of MSAL that the pane never asks for (webpack.config.js names them): a broker
 * outside the browser, which MSAL leaves alone unless it is told otherwise (`allowPlatformBroker`); a sign-in that leaves
 * the page, which leaving-library.ts alone has; a code that a server has fetched; a page between the pane and the sign-in
 * window, which MSAL has only where it is told its address (`popupRelayUri`); tokens on the disk; keys to which a token is
 * bound, where one asks for such (`authenticationScheme`). Nobody waits for their script. `StandardController` is left out of
 * the script for hosts with a bridge alone: see bridged-library.ts.
 */
function LeftOut(): never {
  throw new Error('This part of MSAL is left out of the pane.');
}

/** MSAL makes one with each client, and asks it for something only where a token is bound to a key. */
function WithoutKeys(): void {
  // It has nothing to ask for.
}

export {
  LeftOut as PlatformAuthInteractionClient,
  LeftOut as PlatformAuthExtensionHandler,
  LeftOut as PlatformAuthDOMHandler,
  LeftOut as RedirectClient,
  LeftOut as SilentAuthCodeClient,
  LeftOut as StandardController,
  LeftOut as buildPopupRelayUrl,
  LeftOut as waitForPopupRelayResponse,
  LeftOut as LocalStorage,
  WithoutKeys as TokenBindingKeyManager,
};
