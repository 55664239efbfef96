import type { AuthenticationResult } from '@azure/msal-browser';
import { PATHS } from '../../core/api/paths';
import type { Ask } from '../../core/consent/next-question';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';
import { configurationOf, type MsalParts, type StandardLibrary } from './client';
import type { SignInFor } from './probe';
import { SIGN_IN_PAGE, stateIn } from './redirect';

/*
 * The sign-in of a page that may open no window, as in the browsers inside of mail programs: the page itself goes to
 * Microsoft and comes back. MSAL keeps what it needs to redeem the answer (state, nonce, PKCE's verifier) in the tab's session
 * storage, and takes it out again there; the tokens are in memory alone, as after a window.
 */

const load = (): Promise<StandardLibrary> =>
  import(/* webpackChunkName: "later-msal-leaving" */ './leaving-library');

// The browser should have left by now; MSAL itself waits for half a minute.
const LEAVING_MS = 10_000;

/** Takes the browser to Microsoft's sign-in. Resolves to false where it is still here, and never rejects. */
export async function signInHere(
  parts: MsalParts & { readonly clock: Clock },
  tenant: TenantId | undefined,
  { ask, scopes }: SignInFor,
): Promise<boolean> {
  const { settings, origin, window, clock } = parts;
  const leave = async (): Promise<never> => {
    const { createStandardPublicClientApplication } = await load();
    const configuration = configurationOf(parts);
    // With tokens in memory MSAL goes nowhere (`in_mem_redirect_unavailable`). This one leaves before there are any, and
    // whoever comes back keeps them in memory as ever.
    const application = await createStandardPublicClientApplication({
      ...configuration,
      cache: { cacheLocation: 'sessionStorage' },
    });
    const { pathname, search } = window.location;
    window.sessionStorage.setItem(SIGN_IN_PAGE, pathname + search);
    await application.acquireTokenRedirect({
      scopes: [...scopes],
      // It comes back in the answer: the page that takes it knows nothing else of this one.
      state: ask,
      authority: `${settings.loginOrigin}/${tenant ?? 'organizations'}`,
      redirectUri: new URL(PATHS.redirectPage, origin).href,
      prompt: 'select_account',
    });
    throw new Error('The browser is still here');
  };
  const left = await within(clock, LEAVING_MS, leave()).catch(() => TIMED_OUT);
  return left !== TIMED_OUT;
}

const ASKS: readonly Ask[] = ['own-api', 'own-api-by-id', 'graph'];

/** What an answer is to. */
export function askOf(answer: string): Ask | undefined {
  const { given } = stateIn(answer);
  return ASKS.find((ask) => ask === given);
}

/**
 * The library of a page that has come back with Microsoft's answer: what is there already is told to the first question that
 * may open a window, and silent ones ask for the account in it.
 */
export const withAnswer = (answer: string) => async (): Promise<StandardLibrary> => {
  const { createStandardPublicClientApplication: create, version } = await load();
  return {
    version,
    async createStandardPublicClientApplication(configuration) {
      const application = await create(configuration);
      const signedIn = application
        .handleRedirectPromise({ hash: answer, navigateToLoginRequestUrl: false })
        .then((result) => {
          if (result === null) throw new Error('The answer is not to what this page has asked');
          return result;
        });
      const account = await signedIn.then(
        (result) => result.account,
        () => undefined,
      );
      let untold: Promise<AuthenticationResult> | undefined = signedIn;
      const openWindow = application.acquireTokenPopup.bind(application);
      application.acquireTokenPopup = (request) => {
        const told = untold;
        untold = undefined;
        return told ?? openWindow(request);
      };
      const lookForSession = application.ssoSilent.bind(application);
      application.ssoSilent = (request) =>
        account === undefined
          ? lookForSession(request)
          : application.acquireTokenSilent({
              scopes: request.scopes ?? [],
              account,
              forceRefresh: true,
              ...(request.authority === undefined ? {} : { authority: request.authority }),
              ...(request.redirectUri === undefined ? {} : { redirectUri: request.redirectUri }),
            });
      return application;
    },
  };
};
