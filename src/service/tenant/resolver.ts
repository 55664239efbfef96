import {
  openIdConfigurationUrl,
  tenantOfOpenIdConfiguration,
  type DomainName,
  type TenantId,
} from '../../core/tenant';
import type { Clock } from '../../ports';
import { timeLimit } from '../clock';

/** An admin waits for the link meanwhile: better `organizations` now than the right tenant late. */
const RESOLVE_LIMIT_MS = 4_000;
/** Domains rarely move between tenants; an hour keeps a busy link off Microsoft's servers. */
const REMEMBER_MS = 60 * 60 * 1000;
/** So many domains are remembered; the oldest are forgotten. */
const REMEMBER_AT_MOST = 1_000;

/** Finds a domain's tenant in Microsoft's OpenID configuration. Undefined on any doubt; never rejects. */
export type ResolveTenant = (tenant: TenantId | DomainName) => Promise<TenantId | undefined>;

export function createTenantResolver(
  loginOrigin: string,
  fetch: typeof globalThis.fetch,
  clock: Clock,
): ResolveTenant {
  const known = new Map<DomainName, { readonly tenant: TenantId; readonly untilMs: number }>();

  const ask = async (domain: DomainName): Promise<TenantId | undefined> => {
    const limit = timeLimit(clock, RESOLVE_LIMIT_MS);
    try {
      const answer = await fetch(openIdConfigurationUrl(loginOrigin, domain), {
        signal: limit.signal,
        redirect: 'error',
      });
      return answer.ok ? tenantOfOpenIdConfiguration(await answer.json()) : undefined;
    } catch {
      return undefined;
    } finally {
      limit.end();
    }
  };

  return async (name) => {
    if (isTenantId(name)) return name;
    const remembered = known.get(name);
    if (remembered && remembered.untilMs > clock.now()) return remembered.tenant;
    const tenant = await ask(name);
    known.delete(name);
    if (tenant) {
      known.set(name, { tenant, untilMs: clock.now() + REMEMBER_MS });
      const [oldest] = known.keys();
      if (known.size > REMEMBER_AT_MOST && oldest !== undefined) known.delete(oldest);
    }
    return tenant;
  };
}

/** A domain has a dot, a tenant id has none. */
const isTenantId = (name: TenantId | DomainName): name is TenantId => !name.includes('.');
