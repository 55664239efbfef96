/**
 * What Firefox (ESR 140, `network.cookie.cookieBehavior` 1) denies to a frame of another site where cookies of other sites are
 * blocked: whoever touches it gets a SecurityError. The databases (IndexedDB) and caches are denied as well; nobody asks for them here.
 */
export function denyStorage(): void {
  const denied = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { configurable: true, get: denied });
  // A function of the other kind could not be called with `new`.
  window.BroadcastChannel = function Channel() {
    denied();
  } as unknown as typeof BroadcastChannel;
}
