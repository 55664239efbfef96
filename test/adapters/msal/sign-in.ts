import { webcrypto } from 'node:crypto';
import { createMsalProbe } from '../../../src/adapters/msal/probe';
import { ownApiScope } from '../../../src/core/consent/own-api';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { HostProfile } from '../../../src/ports';
import type { ManualClock } from '../../support/manual-clock';
import { closeBroadcastChannelsAfterEach } from '../browser/broadcast-channels';
import { CONTOSO, MIA_OID, tokenOf } from './host-bridge';

/*
 * MSAL's standard client, where the host has no bridge. jsdom loads no frames and opens no windows: what Microsoft's
 * pages would do is put into the frame or the window that MSAL itself has made.
 */

export const CLIENT_ID = '2d3c4b5a-1111-4222-8333-944445555666';
export const contoso = parseTenantId(CONTOSO) as TenantId;
const watchers: MutationObserver[] = [];

/** Gives MSAL what jsdom lacks, and takes back after each test what Microsoft's sign-in has put into the page. */
export function signsInThroughThePage(): void {
  const realOpen = window.open;
  const realFetch = window.fetch;
  closeBroadcastChannelsAfterEach();

  beforeAll(() => {
    if (!('subtle' in window.crypto)) {
      Object.defineProperty(window.crypto, 'subtle', { value: webcrypto.subtle, configurable: true });
    }
  });

  afterEach(() => {
    for (const watcher of watchers.splice(0)) watcher.disconnect();
    window.open = realOpen;
    window.fetch = realFetch;
    sessionStorage.clear();
    document.body.replaceChildren();
    Reflect.deleteProperty(window, 'nestedAppAuthBridge');
    Reflect.deleteProperty(window, 'browsersOpen');
  });
}

/** Microsoft's sign-in for Mia: what its pages and its token endpoint answer. */
export class SignIn {
  readonly authorized: URL[] = [];
  readonly tokenRequests: URLSearchParams[] = [];
  refusal: { error: string; error_description: string } | undefined;
  /** Refuses by what is asked. */
  refuses: (authorize: URL) => { error: string; error_description: string } | undefined = () => this.refusal;
  /** Who is signed in. */
  username = 'mia@contoso.example';
  #nonce = '';

  constructor() {
    window.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('/oauth2/v2.0/token')) throw new TypeError(`Nobody answers ${url}`);
      this.tokenRequests.push(new URLSearchParams(String(init?.body)));
      await Promise.resolve();
      if (this.refusal !== undefined) return Response.json(this.refusal, { status: 400 });
      return Response.json({
        token_type: 'Bearer',
        scope: `${ownApiScope(CLIENT_ID)} openid profile`,
        expires_in: 3600,
        access_token: tokenOf({ scp: 'access_as_user', n: this.tokenRequests.length }),
        refresh_token: 'refresh',
        id_token: tokenOf({
          iss: `https://login.microsoftonline.com/${CONTOSO}/v2.0`,
          aud: CLIENT_ID,
          tid: CONTOSO,
          oid: MIA_OID,
          sub: 'subject',
          nonce: this.#nonce,
          preferred_username: this.username,
          exp: 4_000_000_000,
          iat: 1_700_000_000,
        }),
        client_info: Buffer.from(JSON.stringify({ uid: MIA_OID, utid: CONTOSO })).toString('base64url'),
      });
    };
  }

  /** The address that Microsoft sends the browser back to. */
  answer(authorize: URL): string {
    this.authorized.push(authorize);
    this.#nonce = authorize.searchParams.get('nonce') ?? '';
    const back = new URLSearchParams(this.refuses(authorize) ?? { code: 'a-code' });
    back.set('state', authorize.searchParams.get('state') ?? '');
    return `${authorize.searchParams.get('redirect_uri') ?? ''}#${back.toString()}`;
  }

  /** Answers in the hidden frames that MSAL adds to the page. */
  answersInFrames(): void {
    const watcher = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof HTMLIFrameElement) {
          Object.defineProperty(node, 'contentWindow', {
            get: () => {
              if (!node.src.startsWith('https://login.')) return undefined;
              // A frame whose page never comes back stays where its script cannot be read.
              if (this.framesAreLost) return { location: { href: 'about:blank', hash: '' }, history: {} };
              this.#href ??= this.answer(new URL(node.src));
              return { location: new URL(this.#href), history: {} };
            },
          });
          this.#href = undefined;
        }
      }
    });
    watchers.push(watcher);
    watcher.observe(document.body, { childList: true });
  }
  #href: string | undefined;
  framesAreLost = false;

  /** A window as the browser would open it; it comes back as soon as it has been sent to Microsoft. */
  window(): Window {
    const comesBack = (address: string): URL => new URL(this.answer(new URL(address)));
    const location = {
      href: 'about:blank',
      hash: '',
      assign(address: string) {
        const back = comesBack(address);
        location.href = back.href;
        location.hash = back.hash;
      },
    };
    const child = {
      closed: false,
      location,
      history: {},
      document: { title: '' },
      focus() {},
      close: () => (child.closed = true),
    };
    return child as unknown as Window;
  }
}

export function probeOf(
  clock: ManualClock,
  mailAddress: string | (() => string) = 'mia@contoso.example',
  online: () => boolean = () => true,
): ReturnType<typeof createMsalProbe> {
  const addressNow = (): string => (typeof mailAddress === 'string' ? mailAddress : mailAddress());
  const profile = (): HostProfile => ({
    locale: 'en',
    ...(addressNow() === '' ? {} : { mailAddress: addressNow() }),
    canOpenDrafts: false,
  });
  return createMsalProbe({
    settings: {
      version: '0.1.0',
      clientId: CLIENT_ID,
      cloudName: 'global',
      loginOrigin: 'https://login.microsoftonline.com',
      graphOrigin: 'https://graph.microsoft.com',
    },
    permissionSet: PERMISSION_SET,
    origin: 'https://localhost:3000',
    host: () => Promise.resolve(profile()),
    hostNow: profile,
    discoverTenant: (domain) => Promise.resolve(domain === 'contoso.example' ? contoso : undefined),
    service: {
      consent: () =>
        Promise.resolve({
          ok: true,
          answer: {
            tenantId: contoso,
            checkedAt: '2026-01-15T09:00:00Z',
            outcome: 'no-answer',
            because: 'throttled',
          },
        }),
    },
    clock,
    online,
    window,
    fetch: () => Promise.reject(new Error('Graph is not asked in this story.')),
  });
}
