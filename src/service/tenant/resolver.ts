import {
  openIdConfigurationUrl,
  saysNoSuchTenant,
  tenantOfOpenIdConfiguration,
  type DomainName,
  type TenantId,
} from '../../core/tenant';
import type { Clock } from '../../ports';
import { dropOldest } from '../memory';
import { timeLimit } from '../clock';

/** An admin waits for the link meanwhile: better `organizations` now than the right tenant late. */
const RESOLVE_LIMIT_MS = 4_000;
/** Domains rarely move between tenants; an hour keeps a busy link off Microsoft's servers. */
const REMEMBER_MS = 60 * 60 * 1000;
/** For so many requests it is remembered; the oldest are forgotten. */
const REMEMBER_AT_MOST = 1_000;

/**
 * Finds a domain's tenant in Microsoft's OpenID configuration. Undefined on any doubt; never rejects. It is remembered for
 * the request (by its key) that it was asked for, and for nobody else: how quickly an answer comes would tell a stranger
 * that others ask for the same company.
 */
export type ResolveTenant = (
  tenant: TenantId | DomainName,
  request: string | undefined,
) => Promise<TenantId | undefined>;

/** Asks Microsoft whose a domain is: a tenant's, nobody's, or there was no answer. Never rejects. */
export type AskWhose = (domain: DomainName) => Promise<TenantId | 'nobody' | 'no-answer'>;

export function createAskWhose(loginOrigin: string, fetch: typeof globalThis.fetch, clock: Clock): AskWhose {
  return async (domain) => {
    const limit = timeLimit(clock, RESOLVE_LIMIT_MS);
    try {
      const answer = await fetch(openIdConfigurationUrl(loginOrigin, domain), {
        signal: limit.signal,
        redirect: 'error',
      });
      const body: unknown = await answer.json();
      if (saysNoSuchTenant(answer.status, body)) return 'nobody';
      return (answer.ok && tenantOfOpenIdConfiguration(body)) || 'no-answer';
    } catch {
      return 'no-answer';
    } finally {
      limit.end();
    }
  };
}

export function createTenantResolver(askWhose: AskWhose, clock: Pick<Clock, 'now'>): ResolveTenant {
  const known = new Map<string, { readonly tenant: TenantId; readonly untilMs: number }>();
  const asking = new Map<string, Promise<TenantId | undefined>>();

  const ask = async (domain: DomainName): Promise<TenantId | undefined> => {
    const whose = await askWhose(domain);
    return whose === 'nobody' || whose === 'no-answer' ? undefined : whose;
  };

  return async (name, request) => {
    if (isTenantId(name)) return name;
    if (request === undefined) return ask(name);
    const remembered = known.get(request);
    if (remembered && remembered.untilMs > clock.now()) return remembered.tenant;
    // However many come for one request at once, as with one state again and again, they are one question.
    const underWay = asking.get(request);
    if (underWay) return underWay;
    const question = ask(name);
    asking.set(request, question);
    const tenant = await question;
    asking.delete(request);
    known.delete(request);
    if (tenant) {
      known.set(request, { tenant, untilMs: clock.now() + REMEMBER_MS });
      dropOldest(known, REMEMBER_AT_MOST);
    }
    return tenant;
  };
}

/** A domain has a dot, a tenant id has none. */
const isTenantId = (name: TenantId | DomainName): name is TenantId => !name.includes('.');
