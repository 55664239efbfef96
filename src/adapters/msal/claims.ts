import type { AdminHint, ProbeReport } from '../../core/consent/evidence';
import { domainOfAddress, parseTenantId, type TenantId } from '../../core/tenant';

type Claims = Readonly<Record<string, unknown>>;

/**
 * The claims of a JSON web token (RFC 7519), unchecked: the token came over TLS from Microsoft or from the host, and
 * nothing is granted on its word. Undefined for an opaque or broken token.
 */
export function claimsOf(token: string): Claims | undefined {
  const parts = token.split('.');
  const payload = parts.length === 3 ? parts[1] : undefined;
  if (payload === undefined || payload === '') return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims)
      ? (claims as Claims)
      : undefined;
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
  const scopes = typeof scp === 'string' ? scp.split(' ').filter((scope) => scope !== '') : [];
  return scopes.length === 0 ? undefined : scopes;
}

/** Role templates whose holders may approve Graph's application permissions (https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference). */
const APPROVERS: ReadonlySet<string> = new Set([
  '62e90394-69f5-4237-9190-012177145e10', // Global Administrator
  'e8611ab8-c189-46e8-94e1-60213ab1f814', // Privileged Role Administrator
]);

function adminHintOf(claims: Claims | undefined): AdminHint {
  const wids = claims?.['wids'];
  if (!Array.isArray(wids)) return 'not-known';
  return wids.some((wid) => typeof wid === 'string' && APPROVERS.has(wid.toLowerCase()))
    ? 'may-approve'
    : 'may-not-approve';
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
}): ProbeReport['account'] {
  const claims = result.idTokenClaims as Claims | undefined;
  const named = [claims?.['tid'], result.account?.tenantId, result.tenantId];
  const tenant = named.map((id) => (typeof id === 'string' ? parseTenantId(id) : undefined)).find(Boolean);
  if (tenant === undefined) return undefined;
  const address = [result.account?.username, claims?.['preferred_username']].find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  const domain = address === undefined ? undefined : domainOfAddress(address);
  const home = homeOf(result.account?.homeAccountId);
  return {
    tenant,
    ...(home === undefined || home === tenant ? {} : { home }),
    ...(domain === undefined ? {} : { domain }),
    adminHint: adminHintOf(claims),
  };
}

/**
 * The tenant that an account is at home in: MSAL's home account id is `<object id>.<tenant id>` of the home tenant, also
 * for a guest elsewhere (https://learn.microsoft.com/en-us/entra/msal/javascript/browser/accounts).
 */
const homeOf = (homeAccountId: unknown): TenantId | undefined =>
  typeof homeAccountId === 'string'
    ? parseTenantId(homeAccountId.slice(homeAccountId.indexOf('.') + 1))
    : undefined;
