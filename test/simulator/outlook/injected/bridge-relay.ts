/**
 * The pane's end of nested app authentication. Real hosts put `window.nestedAppAuthBridge` into the pane before any of
 * its scripts run; here the object only carries text to the Outlook page, whose broker answers.
 * Contract: msal-browser 5.30, src/naa/BridgeProxy.ts and AuthBridge.ts.
 */

type Listener = (response: string) => void;

interface BridgeWindow extends Window {
  nestedAppAuthBridge?: {
    addEventListener(kind: string, listener: Listener): void;
    removeEventListener(kind: string, listener: Listener): void;
    postMessage(text: string): void;
  };
}

function bridgeText(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('simulatedBridge' in data)) return undefined;
  return typeof data.simulatedBridge === 'string' ? data.simulatedBridge : undefined;
}

/**
 * Creates the bridge in this window.
 *
 * @param hostOrigin the only origin that is spoken to and believed
 */
export function installBridge(hostOrigin: string): void {
  const listeners = new Set<Listener>();
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== hostOrigin) return;
    const text = bridgeText(event.data);
    if (text === undefined) return;
    event.stopImmediatePropagation();
    for (const listener of listeners) listener(text);
  });
  (window as BridgeWindow).nestedAppAuthBridge = {
    addEventListener: (kind, listener) => {
      if (kind === 'message') listeners.add(listener);
    },
    removeEventListener: (kind, listener) => {
      if (kind === 'message') listeners.delete(listener);
    },
    postMessage: (text) => {
      window.parent.postMessage({ simulatedBridge: text }, hostOrigin);
    },
  };
}
