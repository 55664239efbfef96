import { requiredOf, scopesOf, type PermissionSet } from '../../core/permissions';
import type { Clock } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';

/**
 * What a good answer of Graph proves about the token it was asked with: that one of these scopes was granted. Reading
 * cannot prove that writing is allowed
 * (https://learn.microsoft.com/en-us/graph/permissions-reference, least permission of each call).
 */
const PROOFS: readonly { readonly path: string; readonly proves: string }[] = [
  { path: '/v1.0/me', proves: 'User.Read' },
  { path: '/v1.0/me/mailboxSettings', proves: 'MailboxSettings.Read' },
  { path: '/v1.0/me/messages?$top=1&$select=id', proves: 'Mail.ReadBasic' },
];

// One small answer each.
const LIMIT_MS = 8_000;

export interface GraphAccess {
  readonly graphOrigin: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/**
 * For a token that cannot be read: the required delegated scopes of the set, if Graph's answers prove every one of
 * them, else undefined. Half a proof would read as "the others are missing", so there is none. Where the set holds a
 * scope that no answer can prove, Graph is not asked at all. Never rejects.
 */
export async function provedByGraph(
  access: GraphAccess,
  accessToken: string,
  set: PermissionSet,
): Promise<readonly string[] | undefined> {
  const needed = scopesOf(
    requiredOf(set).filter((permission) => permission.namedInTokens),
    'delegated',
  );
  const paths = needed.flatMap((scope) =>
    PROOFS.filter(({ proves }) => proves === scope).map(({ path }) => path),
  );
  if (needed.length === 0 || paths.length < needed.length) return undefined;
  const answers = await Promise.all(paths.map((path) => answersWell(access, accessToken, path)));
  return answers.every(Boolean) ? needed : undefined;
}

async function answersWell(access: GraphAccess, accessToken: string, path: string): Promise<boolean> {
  // Taken out of its object: the browser's fetch refuses to be called as another object's method.
  const { fetch, clock } = access;
  const stop = new AbortController();
  const asked = fetch(new URL(path, access.graphOrigin), {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: stop.signal,
  });
  try {
    const response = await within(clock, LIMIT_MS, asked);
    return response !== TIMED_OUT && response.status === 200;
  } catch {
    return false;
  } finally {
    stop.abort();
  }
}
