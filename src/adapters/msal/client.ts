import type {
  AccountInfo,
  AuthenticationResult,
  Configuration,
  IPublicClientApplication,
} from '@azure/msal-browser';
import type { PaneSettings } from '../../core/api/pane-settings';
import { PATHS } from '../../core/api/paths';
import { allowedChannel } from '../browser/channels';
import { keptOpen } from '../browser/own-open';
import { hasBridge } from './bridge';

/** What is asked of Microsoft: one access token. */
export interface TokenAsked {
  readonly scopes: readonly string[];
  /** `https://<login host>/<tenant id or organizations>` */
  readonly authority: string;
  /** The mailbox that the pane stands beside: an account that signed in beside another one is not used. */
  readonly mailAddress: string | undefined;
  /** The name to look for the account by. Only the standard client can pass it on; a broker knows its account. */
  readonly loginHint: string | undefined;
}

/** MSAL, either way. Its promises reject with MSAL's errors, which msal-refusal reads. */
export interface MsalClient {
  /** `nested`: the host's broker has the account. `standard`: MSAL talks to Entra itself, in frames and windows. */
  readonly kind: 'nested' | 'standard';
  /** Whether somebody has signed in beside this mailbox, so that no name is needed. */
  knowsAccount(mailAddress: string | undefined): boolean;
  /** A fresh token, from Entra and not from a cache. Shows nothing. */
  silent(asked: TokenAsked): Promise<AuthenticationResult>;
  /** May open a window: it does so before it returns, so that a click's permission reaches it. */
  popup(asked: TokenAsked): Promise<AuthenticationResult>;
}

export interface MsalParts {
  readonly settings: Pick<PaneSettings, 'clientId' | 'loginOrigin' | 'nestedAppAuth'>;
  /** The pane's own origin. */
  readonly origin: string;
  readonly window: Window & typeof globalThis;
  /** In the place of the standard client's own script. */
  readonly loadStandard?: (() => Promise<StandardLibrary>) | undefined;
}

export type StandardLibrary = typeof import('./standard-library');

export interface MsalClients {
  /** Resolves when the script that `best` needs is there; rejects when it could not be fetched. */
  loaded(wantsNested: boolean): Promise<unknown>;
  /** Whether the host has given the pane a bridge to its broker. */
  hasBridge(): boolean;
  /** Through the host's bridge where there is one, else the standard client. */
  best(wantsNested: boolean): Promise<MsalClient>;
  standard(): Promise<MsalClient>;
  /** Gives up on a bridge that has not answered: the next `best` asks it anew. */
  forget(): void;
}

const loadBridged = (): Promise<typeof import('./bridged-library')> =>
  import(/* webpackChunkName: "msal-bridged" */ './bridged-library');
const loadStandard = (): Promise<StandardLibrary> =>
  import(/* webpackChunkName: "msal-standard" */ './standard-library');

/** The version of MSAL; undefined where its script cannot be fetched. */
export const msalVersion = (window: Window, settings: MsalParts['settings']): Promise<string | undefined> =>
  (hasBridge(window, settings) ? loadBridged() : loadStandard()).then(
    ({ version }) => version,
    () => undefined,
  );

/**
 * Starts to load MSAL at once, beside everything else: the small part where the host has a bridge, else the standard client.
 * Clients are made once and kept; a failed making is tried again the next time.
 */
export function createMsalClients(parts: MsalParts): MsalClients {
  const { settings, window } = parts;
  const configuration = configurationOf(parts);
  // MSAL opens a channel for each client where there are channels, and fails with it. It can do without.
  if (!allowedChannel(window)) Reflect.deleteProperty(window, 'BroadcastChannel');
  const bridgedLibrary = remembered(loadBridged);
  const standardLibrary = remembered(parts.loadStandard ?? loadStandard);
  const usesBridge = (wantsNested: boolean): boolean => wantsNested && hasBridge(window, settings);
  const loaded = (wantsNested: boolean): Promise<unknown> =>
    usesBridge(wantsNested) ? bridgedLibrary.get() : standardLibrary.get();
  // Asked for ahead of need; whoever needs it hears of a failure. Hosts that have a bridge give it to the page before
  // its scripts run.
  loaded(true).catch(() => undefined);

  const standard = remembered(async (): Promise<MsalClient> => {
    const { createStandardPublicClientApplication } = await standardLibrary.get();
    return standardClient(await createStandardPublicClientApplication(configuration), window, parts);
  });
  const nested = remembered(async (): Promise<MsalClient> => {
    const { createNestablePublicClientApplication, PublicClientApplication } = await bridgedLibrary.get();
    let throughBridge = false;
    const application = await createNestablePublicClientApplication(
      configuration,
      undefined,
      (config, controller) => {
        // Called only when the bridge has answered.
        throughBridge = true;
        return new PublicClientApplication(config, controller);
      },
    ).catch((reason: unknown) => {
      if (throughBridge) throw reason;
      // The bridge turned MSAL away, which then makes its standard client: there is none in this script.
      return undefined;
    });
    return throughBridge && application !== undefined ? nestedClient(application) : standard.get();
  });
  return {
    loaded,
    standard: () => standard.get(),
    hasBridge: () => hasBridge(window, settings),
    best: (wantsNested) => (usesBridge(wantsNested) ? nested.get() : standard.get()),
    forget: () => {
      nested.forget();
    },
  };
}

/** Makes a thing once; after a failure, or when told to, anew. */
function remembered<T>(make: () => Promise<T>): { get(): Promise<T>; forget(): void } {
  let made: Promise<T> | undefined;
  return {
    get() {
      if (made === undefined) {
        const making = make().catch((reason: unknown) => {
          if (made === making) made = undefined;
          throw reason;
        });
        made = making;
      }
      return made;
    },
    forget() {
      made = undefined;
    },
  };
}

export function configurationOf({ settings, origin }: Pick<MsalParts, 'settings' | 'origin'>): Configuration {
  const loginHost = new URL(settings.loginOrigin).host;
  return {
    auth: {
      clientId: settings.clientId,
      authority: `${settings.loginOrigin}/organizations`,
      // Spares the request that asks whether the host is Microsoft's (instance discovery).
      knownAuthorities: [loginHost],
      redirectUri: new URL(PATHS.redirectPage, origin).href,
    },
    // Tokens live as long as the pane and leave no trace.
    cache: { cacheLocation: 'memoryStorage' },
    system: {
      // The pane stands in a frame of another site, whose BroadcastChannel a window does not share
      // (https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/8391): MSAL's redirect bridge could not
      // reach it. Reading the address of the window does, and it also sees at once that the window was closed.
      enableLegacyPolling: true,
      // Its own default. Below the time limit of a silent probe, so that MSAL's own word comes first.
      iframeBridgeTimeout: 10_000,
    },
  };
}

function nestedClient(application: IPublicClientApplication): MsalClient {
  return {
    kind: 'nested',
    knowsAccount: () => true,
    silent: ({ scopes, authority }) =>
      application.acquireTokenSilent({ scopes: [...scopes], authority, forceRefresh: true }),
    popup: ({ scopes, authority }) => application.acquireTokenPopup({ scopes: [...scopes], authority }),
  };
}

function standardClient(
  application: IPublicClientApplication,
  window: Window,
  { origin }: MsalParts,
): MsalClient {
  const redirectUri = new URL(PATHS.redirectPage, origin).href;
  let known: { readonly account: AccountInfo; readonly mailAddress: string | undefined } | undefined;
  const accountBeside = (mailAddress: string | undefined): AccountInfo | undefined =>
    known?.mailAddress === mailAddress ? known?.account : undefined;
  const keepAccount =
    (mailAddress: string | undefined) =>
    (result: AuthenticationResult): AuthenticationResult => {
      known = { account: result.account, mailAddress };
      return result;
    };
  return {
    kind: 'standard',
    knowsAccount: (mailAddress) => accountBeside(mailAddress) !== undefined,
    async silent({ scopes, authority, mailAddress, loginHint }) {
      const request = { scopes: [...scopes], authority, redirectUri };
      const account = accountBeside(mailAddress);
      const asked =
        account === undefined
          ? application.ssoSilent({ ...request, ...(loginHint === undefined ? {} : { loginHint }) })
          : application.acquireTokenSilent({ ...request, account, forceRefresh: true });
      return keepAccount(mailAddress)(await asked);
    },
    popup({ scopes, authority, mailAddress, loginHint }) {
      const hostsOpen = window.open;
      const ownOpen = keptOpen(window);
      // Outlook's function opens nothing that MSAL could steer and answers the pane's own window: MSAL would send the pane
      // itself to the sign-in page. Whoever answers so counts as blocked.
      window.open = (...how) => {
        const opened = ownOpen.apply(window, how);
        return opened === window ? null : opened;
      };
      try {
        return application
          .acquireTokenPopup({
            // MSAL adds the words of the sign-in itself. Graph's consent is not asked for here: a user may not give it in
            // most organisations, and the window would end without a token
            // (https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-app-consent-policies).
            scopes: [...scopes],
            authority,
            redirectUri,
            // Without a name Microsoft would take whoever is signed in, also where just that was the wrong account.
            ...(loginHint === undefined ? { prompt: 'select_account' } : { loginHint }),
            // A second click takes the place of a window that was lost behind others.
            overrideInteractionInProgress: true,
          })
          .then(keepAccount(mailAddress));
      } finally {
        window.open = hostsOpen;
      }
    },
  };
}
