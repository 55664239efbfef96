import type { DomainName, TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import type { AskWhose } from '../tenant/resolver';

/** More than nearly any organisation has for its mail; an entry of the list still shows them all. */
export const DOMAINS_AT_MOST = 50;

/** The domains of organisations in the ledger. People say which are theirs; only Microsoft's word makes them so. */
export interface Domains {
  /**
   * Notes a domain by which its own people named the organisation, where Microsoft says that it is so. Nobody waits for it,
   * and nobody fails with it. Nothing is noted where the organisation is not in the ledger, or has `DOMAINS_AT_MOST`.
   * @param isTheirs Microsoft has just said that it is so
   */
  note(tenant: TenantId, domain: DomainName, isTheirs: boolean): void;
  /** Those of the noted domains that are the organisation's by what Microsoft says now; undefined where it does not say. */
  proved(tenant: TenantId): Promise<readonly DomainName[] | undefined>;
  /** Resolves when all that was to be noted so far is noted. */
  allNoted(): Promise<void>;
}

/** The rows of `tenants`, one or none, that may get one more. */
const WITH_ROOM = `tenants t where t.tenant_id = $1 and t.deleted_at is null
  and (select count(*) from tenant_domains where tenant_id = $1) < ${String(DOMAINS_AT_MOST)}`;

export function createDomains(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly askWhose: AskWhose;
  readonly onTrouble: (error: unknown) => void;
}): Domains {
  const { database, clock, askWhose, onTrouble } = parts;
  const noting = new Map<TenantId, Promise<void>>();

  const write = async (tenant: TenantId, domain: DomainName): Promise<void> => {
    await database.query(
      `insert into tenant_domains (tenant_id, domain, seen_at) select t.tenant_id, $2, $3 from ${WITH_ROOM}
       on conflict (tenant_id, domain) do nothing`,
      [tenant, domain, new Date(clock.now())],
    );
  };

  /** Microsoft is asked only about what would be new. */
  const proveAndWrite = async (tenant: TenantId, domain: DomainName): Promise<void> => {
    const lacking = await database.query(
      `select 1 as lacking from ${WITH_ROOM}
         and not exists (select from tenant_domains where tenant_id = $1 and domain = $2)`,
      [tenant, domain],
    );
    if (lacking.length > 0 && (await askWhose(domain)) === tenant) await write(tenant, domain);
  };

  return {
    note(tenant, domain, isTheirs) {
      // One at a time for each organisation, however many requests come: what is left out comes with another one.
      if (noting.has(tenant)) return;
      const note = (isTheirs ? write : proveAndWrite)(tenant, domain)
        .catch(onTrouble)
        .finally(() => noting.delete(tenant));
      noting.set(tenant, note);
    },

    async proved(tenant) {
      const noted = await database.query<{ readonly domain: DomainName }>(
        `select domain from tenant_domains where tenant_id = $1 order by seen_at desc limit ${String(DOMAINS_AT_MOST)}`,
        [tenant],
      );
      const found = await Promise.all(
        noted.map(async ({ domain }) => ({ domain, whose: await askWhose(domain) })),
      );
      if (found.some(({ whose }) => whose === 'no-answer')) return undefined;
      return found.filter(({ whose }) => whose === tenant).map(({ domain }) => domain);
    },

    async allNoted() {
      await Promise.all(noting.values());
    },
  };
}
