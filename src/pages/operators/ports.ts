import { createBrowserChance } from '../../adapters/browser/chance';
import { createBrowserClipboard } from '../../adapters/browser/clipboard';
import { createBrowserClock } from '../../adapters/browser/clock';
import { createBrowserFiles } from '../../adapters/browser/files';
import { createBrowserVisibility } from '../../adapters/browser/visibility';
import { createOperatorSignIn } from '../../adapters/msal/operator-sign-in';
import { createOperatorsClient } from '../../adapters/service/operators-client';
import type { OperatorsPorts } from '../../app/create-operators-app';
import type { PaneSettings } from '../../core/api/pane-settings';

/** The operators' page's ports on the real browser, the real Microsoft and the real service. */
export function createOperatorsPorts(
  window: Window & typeof globalThis,
  settings: PaneSettings,
): OperatorsPorts {
  const { origin } = window.location;
  const clock = createBrowserClock();
  const visibility = createBrowserVisibility(window);
  const signIn = createOperatorSignIn({
    settings,
    origin,
    homeTenant: settings.homeTenant,
    window,
    clock,
    online: () => visibility.online(),
  });
  return {
    clock,
    chance: createBrowserChance(window.crypto),
    signIn,
    service: createOperatorsClient({ origin, fetch: window.fetch.bind(window), clock, tokens: signIn }),
    clipboard: createBrowserClipboard(window),
    files: createBrowserFiles(window, clock),
    address: {
      read: () => window.location.search,
      show: (query) => {
        const { pathname } = window.location;
        window.history.replaceState(null, '', query === '' ? pathname : `${pathname}?${query}`);
      },
    },
  };
}
