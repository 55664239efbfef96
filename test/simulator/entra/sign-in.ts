import { randomBytes } from 'node:crypto';
import type { Exchange } from './exchange';
import type { TenantConsent } from './directory';
import type { AccountChoice } from './pages';
import type { SeedUser } from './seed';
import type { BrowserSession, EntraState } from './state';

/** The session cookie. SameSite=None, so that it also comes along in frames and popups that other sites open. */
const COOKIE = 'SIMESTSAUTH';

/** The browser's session; undefined where nobody has signed in. Accounts whose sessions were revoked are not in it. */
export function sessionOf(state: EntraState, exchange: Exchange): BrowserSession | undefined {
  // A browser that blocks third-party cookies sends none from a frame on somebody else's page (msal-js#7280).
  if (exchange.inFrame && state.directory.has('third-party-cookies-blocked')) return undefined;
  const session = state.sessions.get(exchange.cookie(COOKIE) ?? '');
  if (session === undefined) return undefined;
  for (const [userId, { signedInAtMs }] of session.accounts) {
    const user = state.directory.findUser(userId);
    if (user === undefined || signedInAtMs < state.directory.validFromMs(user))
      session.accounts.delete(userId);
  }
  return session;
}

export function signedInUsers(state: EntraState, exchange: Exchange): readonly SeedUser[] {
  const session = sessionOf(state, exchange);
  return state.directory.users.filter((user) => session?.accounts.has(user.id) === true);
}

/** Adds the person to the browser's session; the answer's headers carry the cookie. */
export function signIn(
  state: EntraState,
  exchange: Exchange,
  user: SeedUser,
): Readonly<Record<string, string>> {
  const known = sessionOf(state, exchange);
  const id = known === undefined ? randomBytes(24).toString('base64url') : exchange.cookie(COOKIE)!;
  const session = known ?? { accounts: new Map(), consentedIn: new Set() };
  session.accounts.set(user.id, { signedInAtMs: state.clock.now() });
  state.sessions.set(id, session);
  // Whoever signs in on a screen counts as having passed a second factor as well.
  state.directory.recordStrongSignIn(user);
  return { 'Set-Cookie': `${COOKIE}=${id}; Path=/; Secure; HttpOnly; SameSite=None` };
}

/**
 * Remembers that a consent was written in this browser. The directory serves whoever has just written from a replica that knows of
 * it (learn.microsoft.com/entra/architecture/architecture, "Consistency"), whatever the others know by then.
 */
export function rememberConsent(state: EntraState, exchange: Exchange, tenantId: string): void {
  sessionOf(state, exchange)?.consentedIn.add(tenantId);
}

/** What the sign-in screens know of a tenant's consent for this browser: what has spread, or what was written in it. */
export function consentSeenBy(state: EntraState, exchange: Exchange, tenantId: string): TenantConsent {
  const { directory } = state;
  const wroteIt = sessionOf(state, exchange)?.consentedIn.has(tenantId) === true;
  return wroteIt && !directory.has('consent-known-late')
    ? directory.latestConsent(tenantId)
    : directory.visibleConsent(tenantId);
}

/** Forgets everybody in this browser. */
export function signOut(state: EntraState, exchange: Exchange): Readonly<Record<string, string>> {
  state.sessions.delete(exchange.cookie(COOKIE) ?? '');
  return { 'Set-Cookie': `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0` };
}

/** The person that a `login_hint` means, by user principal name or id. */
export function hintedUser(state: EntraState, hint: string | undefined): SeedUser | undefined {
  return hint === undefined ? undefined : state.directory.findUser(hint);
}

/**
 * Everybody who could sign in, the most likely first: the hinted one, those signed in, the tenant's own people, then the others (a
 * picker at Microsoft takes any address, so people of other tenants must be choosable too).
 */
export function accountChoices(
  state: EntraState,
  exchange: Exchange,
  tenantId: string | undefined,
  hinted: SeedUser | undefined,
): readonly AccountChoice[] {
  const signedIn = new Set(signedInUsers(state, exchange).map((user) => user.id));
  const rank = (user: SeedUser): number => {
    if (user.id === hinted?.id) return 0;
    if (signedIn.has(user.id)) return 1;
    return tenantId !== undefined && state.directory.objectIdIn(user, tenantId) !== undefined ? 2 : 3;
  };
  return state.directory.users
    .map((user, at) => ({ user, at }))
    .sort((left, right) => rank(left.user) - rank(right.user) || left.at - right.at)
    .map(({ user }) => ({
      userId: user.id,
      name: user.displayName,
      upn: user.upn,
      signedIn: signedIn.has(user.id),
    }));
}

/** The query and form fields of a request together, without the fields of our own screens. */
export function protocolParameters(exchange: Exchange): URLSearchParams {
  const parameters = new URLSearchParams(exchange.url.searchParams);
  if (exchange.method === 'POST') for (const [name, value] of exchange.form()) parameters.set(name, value);
  return new URLSearchParams([...parameters].filter(([name]) => !name.startsWith('simulated_')));
}

/** What a button of a screen said; nothing at the first visit. Read from the form only: a link must never press a button. */
export function pressed(exchange: Exchange): {
  readonly step: string | undefined;
  readonly userId: string | undefined;
} {
  if (exchange.method !== 'POST') return { step: undefined, userId: undefined };
  const form = exchange.form();
  return {
    step: form.get('simulated_step') ?? undefined,
    userId: form.get('simulated_user') ?? undefined,
  };
}
