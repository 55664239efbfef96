/**
 * The interactive way of the broker: the authorization code flow with PKCE in a window, on the tenant's real pages, with
 * the host's own redirect page (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow; RFC 7636).
 */
import type { BridgeToken, TokenQuestion } from './bridge-messages';
import type { EntraRefusal } from './refusal-flavour';

export interface PopupInput {
  readonly question: TokenQuestion;
  readonly entraOrigin: string;
  readonly redirectUri: string;
  readonly loginHint: string;
  readonly popups: 'allowed' | 'blocked';
}

export type PopupOutcome =
  | { readonly kind: 'signed-in'; readonly token: BridgeToken }
  | { readonly kind: 'closed' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'refused'; readonly refusal: EntraRefusal };

/** Nothing tells a page that a window was closed; twice a second is soon enough for people. */
const CLOSED_CHECK_MS = 500;

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Waits for the redirect page's message or for the window to be closed by hand. */
function returned(popup: Window, state: string): Promise<URLSearchParams | undefined> {
  return new Promise((resolve) => {
    const finish = (result: URLSearchParams | undefined): void => {
      clearInterval(watch);
      window.removeEventListener('message', hear);
      resolve(result);
    };
    const hear = (event: MessageEvent<unknown>): void => {
      if (event.origin !== location.origin || event.source !== popup) return;
      const data = event.data as { readonly brokerReturn?: unknown } | null;
      if (typeof data?.brokerReturn !== 'string') return;
      const result = new URLSearchParams(data.brokerReturn);
      if (result.get('state') === state) finish(result);
    };
    const watch = setInterval(() => {
      if (popup.closed) finish(undefined);
    }, CLOSED_CHECK_MS);
    window.addEventListener('message', hear);
  });
}

/** Signs in in a window and redeems the code. Never rejects. */
export async function signInByPopup(input: PopupInput): Promise<PopupOutcome> {
  const { question } = input;
  const segment =
    (question.authority && new URL(question.authority).pathname.split('/')[1]) || 'organizations';
  // The window is opened at once, while the click in the pane still counts, and sent on its way afterwards.
  const popup =
    input.popups === 'allowed' ? window.open('about:blank', '_blank', 'width=520,height=680') : null;
  if (!popup) return { kind: 'blocked' };
  try {
    const verifier = random();
    const state = random();
    const challenge = base64Url(
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    );
    const scope = [...new Set([...question.scope.split(' '), 'openid', 'profile', 'offline_access'])].join(
      ' ',
    );
    const ask = new URLSearchParams({
      client_id: question.clientId,
      response_type: 'code',
      response_mode: 'fragment',
      redirect_uri: input.redirectUri,
      scope,
      state,
      nonce: random(),
      code_challenge: challenge,
      code_challenge_method: 'S256',
      login_hint: input.loginHint,
      // As MSAL's windows do, so that this one may tell how it ended.
      pocd: '1',
      ...(question.claims === undefined ? {} : { claims: question.claims }),
    });
    popup.location.replace(`${input.entraOrigin}/${segment}/oauth2/v2.0/authorize?${ask.toString()}`);
    const back = await returned(popup, state);
    if (!back) return { kind: 'closed' };
    popup.close();
    const code = back.get('code');
    if (code === null) {
      const refusal = {
        status: 400,
        error: back.get('error') ?? 'server_error',
        errorDescription: back.get('error_description') ?? '',
      };
      return { kind: 'refused', refusal };
    }
    const response = await fetch(`${input.entraOrigin}/${segment}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: question.clientId,
        grant_type: 'authorization_code',
        code,
        redirect_uri: input.redirectUri,
        code_verifier: verifier,
        scope,
      }),
    });
    const body = (await response.json()) as Partial<BridgeToken> & Readonly<Record<string, unknown>>;
    if (response.ok && body.access_token && body.id_token) {
      const token = {
        access_token: body.access_token,
        id_token: body.id_token,
        expires_in: body.expires_in ?? 0,
        ...(body.scope === undefined ? {} : { scope: body.scope }),
      };
      return { kind: 'signed-in', token };
    }
    return {
      kind: 'refused',
      refusal: {
        status: response.status,
        error: String(body['error'] ?? 'server_error'),
        errorDescription: String(body['error_description'] ?? ''),
      },
    };
  } catch {
    popup.close();
    return { kind: 'refused', refusal: { status: 0, error: 'no_network', errorDescription: '' } };
  }
}
