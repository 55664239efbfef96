/**
 * MSAL opens a BroadcastChannel for each application and never closes it: in a browser it ends with the page, in Node it
 * would keep the process alive. Call at the top of a test file.
 */
export function closeBroadcastChannelsAfterEach(): void {
  const Real = window.BroadcastChannel;
  const open = new Set<BroadcastChannel>();
  class Watched extends Real {
    constructor(name: string) {
      super(name);
      open.add(this);
    }
  }
  beforeAll(() => {
    window.BroadcastChannel = Watched;
  });
  afterEach(() => {
    for (const channel of open) channel.close();
    open.clear();
  });
  afterAll(() => {
    window.BroadcastChannel = Real;
  });
}

/** The channels of a browser that denies them to the page, as Firefox to a frame where other sites' cookies are blocked. */
export function DeniedChannel(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}
