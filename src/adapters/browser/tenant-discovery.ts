import {
  openIdConfigurationUrl,
  saysNoSuchTenant,
  tenantOfOpenIdConfiguration,
  type DomainName,
  type TenantId,
} from '../../core/tenant';
import type { Clock } from '../../ports';
import { TIMED_OUT, within } from './time-limit';

/** The tenant that Microsoft names for a domain; undefined on any doubt. Never rejects. */
export type DiscoverTenant = (domain: DomainName) => Promise<TenantId | undefined>;

// The document is small and served from Microsoft's edge. Whoever asks can do without the answer.
const LIMIT_MS = 4_000;

/**
 * Reads a domain's tenant from its OpenID configuration, which needs no sign-in
 * (https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc). Microsoft's answers are kept for the
 * life of the pane; silence and failures are asked again the next time.
 */
export function createTenantDiscovery(parts: {
  readonly loginOrigin: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}): DiscoverTenant {
  const known = new Map<DomainName, Promise<TenantId | undefined>>();
  return (domain) => {
    const answered = known.get(domain);
    if (answered !== undefined) return answered;
    const asked = ask(parts, domain).then(
      ({ tenant, certain }) => {
        if (!certain) known.delete(domain);
        return tenant;
      },
      () => {
        known.delete(domain);
        return undefined;
      },
    );
    known.set(domain, asked);
    return asked;
  };
}

interface Discovered {
  readonly tenant: TenantId | undefined;
  /** Whether Microsoft has answered, be it that it knows no such domain (400 with AADSTS90002). */
  readonly certain: boolean;
}

async function ask(
  parts: Parameters<typeof createTenantDiscovery>[0],
  domain: DomainName,
): Promise<Discovered> {
  const stop = new AbortController();
  // Taken out of its object: the browser's fetch refuses to be called as another object's method.
  const { fetch } = parts;
  const read = async (): Promise<Discovered> => {
    const response = await fetch(openIdConfigurationUrl(parts.loginOrigin, domain), {
      signal: stop.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const body: unknown = await response.json();
    const tenant = response.ok ? tenantOfOpenIdConfiguration(body) : undefined;
    return { tenant, certain: tenant !== undefined || saysNoSuchTenant(response.status, body) };
  };
  const answer = await within(parts.clock, LIMIT_MS, read());
  if (answer !== TIMED_OUT) return answer;
  stop.abort();
  return { tenant: undefined, certain: false };
}
