import type { TenantState } from '../../core/ledger/state';
import {
  IN_VAIN,
  webhookTypeOf,
  type WebhookFailure,
  type WebhookFailures,
  type WebhookRetries,
} from '../../core/ledger/webhook';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import { messageIdOf, type Address, type Errand } from './addresses';

const LISTED_AT_MOST = 500;

/** In SQL: failures (`f`) with their changes (`h`), locked in `Database`'s order. */
export const LOCKED_IN_ORDER = 'order by f.tenant_id, f.number, f.address for key share of h for update of f';

/** Webhooks that nobody tries to deliver any more, until an operator says so. */
export interface WebhookFailureList {
  /** Enters an errand; nothing where the organisation was deleted. `stops`: nothing is sent to this address any more. */
  enter(errand: Errand, status: number | undefined, stops?: boolean): Promise<void>;
  list(): Promise<WebhookFailures>;
  /** All that an address of the settings waits for are begun anew, by whichever instance comes first, and addresses that have said 410 are asked again. */
  retryAll(): Promise<WebhookRetries>;
}

/** @param addresses those of the settings */
export function createWebhookFailures(
  database: Database,
  clock: Clock,
  addresses: readonly Address[],
): WebhookFailureList {
  const known = addresses.map(({ key }) => key);
  return {
    async enter({ tenantId, number, address, host }, status, stops = false) {
      await database.query(
        // It locks in `Database`'s order.
        `with change as (
           select tenant_id, number from tenant_history where tenant_id = $1 and number = $2 for key share
         ),
         stopped as (
           insert into webhook_stops (address, stopped_at) select $3, $5 where $7::boolean on conflict do nothing
         )
         insert into webhook_failures (tenant_id, number, address, host, failed_at, status)
         select tenant_id, number, $3, $4, $5, $6 from change
         on conflict (tenant_id, number, address) do update
           set failed_at = excluded.failed_at, status = excluded.status, again_at = null`,
        [tenantId, number, address, host, new Date(clock.now()), status ?? null, stops],
      );
    },

    async list() {
      const rows = await database.query<{
        readonly count: number;
        readonly tenant_id: TenantId;
        readonly number: number;
        readonly state: TenantState;
        readonly at: Date;
        readonly address: string;
        readonly host: string;
        readonly failed_at: Date;
        readonly status: number | null;
      }>(
        `select (count(*) over ())::int as count, f.tenant_id, f.number, h.state, h.at, f.address, f.host, f.failed_at, f.status
         from webhook_failures f join tenant_history h using (tenant_id, number)
         where f.again_at is null order by f.failed_at desc, f.tenant_id limit ${String(LISTED_AT_MOST)}`,
      );
      return {
        count: rows[0]?.count ?? 0,
        failures: rows.flatMap(
          ({ tenant_id, number, state, at, address, host, failed_at, status }): WebhookFailure[] => {
            const type = webhookTypeOf(state);
            return type === undefined
              ? []
              : [
                  {
                    id: messageIdOf(tenant_id, number, at),
                    type,
                    tenantId: tenant_id,
                    timestamp: at.toISOString(),
                    host,
                    failedAt: failed_at.toISOString(),
                    lastStatus: status ?? undefined,
                    because: known.includes(address) ? undefined : IN_VAIN,
                  },
                ];
          },
        ),
      };
    },

    async retryAll() {
      const [row] = await database.query<WebhookRetries>(
        `with stops as (delete from webhook_stops),
         concerned as (
           select f.tenant_id, f.number, f.address
           from webhook_failures f join tenant_history h using (tenant_id, number)
           where f.again_at is null and f.address = any ($2::text[]) ${LOCKED_IN_ORDER}
         ),
         wanted as (
           update webhook_failures f set again_at = $1 from concerned c
           where f.tenant_id = c.tenant_id and f.number = c.number and f.address = c.address
           returning f.tenant_id
         )
         select count(*)::int as count from wanted`,
        [new Date(clock.now()), known],
      );
      return { count: row?.count ?? 0 };
    },
  };
}
