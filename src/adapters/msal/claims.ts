import type { Account, AdminHint } from '../../core/consent/evidence';
import { approverRolesIn } from '../../core/directory-roles';
import { isFields, type Fields } from '../../core/fields';
import { approverRolesFor, scopesIn, type Permission } from '../../core/permissions';
import { domainOfAddress, parseTenantId, type TenantId } from '../../core/tenant';

/**
 * The claims of a JSON web token (RFC 7519), unchecked: the token came over TLS from Microsoft or from the host, and
 * nothing is granted on its word. Undefined for an opaque or broken token.
 */
export function claimsOf(token: string): Fields | undefined {
  const parts = token.split('.');
  const payload = parts.length === 3 ? parts[1] : undefined;
  if (payload === undefined || payload === '') return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isFields(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The delegated scopes that an access token names (`scp`, separated by spaces:
 * https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference); undefined where it names none.
 */
export function scopesNamedIn(accessToken: string): readonly string[] | undefined {
  const scp = claimsOf(accessToken)?.['scp'];
  const scopes = typeof scp === 'string' ? scopesIn(scp) : [];
  return scopes.length === 0 ? undefined : scopes;
}

/**
 * Which permissions the roles of an account may approve. Tokens name roles only where the registration asks for them
 * (`groupMembershipClaims`: `DirectoryRole` or `All`).
 */
function adminHintOf(claims: Fields | undefined): AdminHint {
  const held = approverRolesIn(claims?.['wids']);
  if (!held) return 'not-known';
  const holdsOneFor = (kind: Permission['kind']): boolean =>
    approverRolesFor([{ kind }]).some((role) => held.includes(role));
  if (holdsOneFor('application')) return 'may-approve';
  return holdsOneFor('delegated') ? 'may-approve-delegated' : 'may-not-approve';
}

/** What an MSAL result tells of its account, reduced to what may be kept; undefined where it names no tenant. */
export function accountOf(result: {
  readonly idTokenClaims?: object;
  readonly tenantId?: string;
  readonly account?: {
    readonly homeAccountId?: string;
    readonly tenantId?: string;
    readonly username?: string;
  } | null;
}): Account | undefined {
  const claims = result.idTokenClaims as Fields | undefined;
  const named = [claims?.['tid'], result.account?.tenantId, result.tenantId];
  const tenant = named.map((id) => parseTenantId(id)).find(Boolean);
  if (tenant === undefined) return undefined;
  const address = [result.account?.username, claims?.['preferred_username']].find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  const domain = address === undefined ? undefined : domainOfAddress(address);
  const home = homeOf(result.account?.homeAccountId);
  return { tenant, home: home === tenant ? undefined : home, domain, adminHint: adminHintOf(claims) };
}

/**
 * The tenant that an account is at home in: MSAL's home account id is `<object id>.<tenant id>` of the home tenant, also
 * for a guest elsewhere (https://learn.microsoft.com/en-us/entra/msal/javascript/browser/accounts).
 */
const homeOf = (homeAccountId: unknown): TenantId | undefined =>
  typeof homeAccountId === 'string'
    ? parseTenantId(homeAccountId.slice(homeAccountId.indexOf('.') + 1))
    : undefined;
