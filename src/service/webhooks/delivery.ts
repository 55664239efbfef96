import { Webhook } from 'standardwebhooks';
import { present } from '../../core/fields';
import { IN_VAIN, webhookTypeOf, type WebhookMessage } from '../../core/ledger/webhook';
import type { TenantState } from '../../core/ledger/state';
import type { PermissionId } from '../../core/permissions';
import { parseSituation } from '../../core/situation';
import type { Clock } from '../../ports';
import { timeLimit } from '../clock';
import type { Database } from '../database/database';
import { messageIdOf, type Address, type Errand } from './addresses';

/** A receiver that works on a webhook before it answers gets this long. */
const ANSWER_LIMIT_MS = 10_000;
/** The receiver wants no webhooks any more (Standard Webhooks, "Deliverability and reliability"). */
const GONE = 410;

/** What became of one try. */
export type Try =
  | { readonly outcome: 'delivered' }
  /** There is nothing to tell: the organisation was deleted. */
  | { readonly outcome: 'dropped' }
  /** The address does not stand in this instance's settings. It may in another's, or again later. */
  | { readonly outcome: typeof IN_VAIN }
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'unreachable' }
  /** The address said 410, now or before: it is not asked again until an operator says so. */
  | { readonly outcome: 'gone'; readonly status: typeof GONE };

interface Row {
  readonly state: TenantState;
  readonly missing: readonly PermissionId[];
  readonly situation: string | null;
  readonly at: Date;
  readonly name: string | null;
  readonly since: Date;
  readonly is_stopped: boolean;
}

/**
 * Does errands: reads what there is to tell, signs it and posts it. Nothing of it is kept in the job, so a deletion takes
 * it out of the queue as well. It rejects only where the database does.
 */
export function createDelivery(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly addresses: readonly Address[];
  readonly secret: string;
  readonly version: string;
}): (errand: Errand) => Promise<Try> {
  const { database, clock, fetch, addresses, secret, version } = parts;
  const webhook = new Webhook(secret);

  const post = async (url: string, id: string, message: WebhookMessage): Promise<Try> => {
    const body = JSON.stringify(message);
    const sentAt = new Date(clock.now());
    const signature = webhook.sign(id, sentAt, body);
    const limit = timeLimit(clock, ANSWER_LIMIT_MS);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': `ExtendSync/${version}`,
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
          'webhook-signature': signature,
        },
        body,
        // What is signed for one address goes to no other.
        redirect: 'manual',
        signal: limit.signal,
      });
      await answer.body?.cancel();
      if (answer.ok) return { outcome: 'delivered' };
      if (answer.status === GONE) return { outcome: 'gone', status: GONE };
      return { outcome: 'refused', status: answer.status };
    } catch {
      return { outcome: 'unreachable' };
    } finally {
      limit.end();
    }
  };

  return async ({ tenantId, number, address: key }) => {
    const [row] = await database.query<Row>(
      `select h.state, h.missing, h.situation, h.at, t.name,
         (select min(s.at) from tenant_history s where s.tenant_id = h.tenant_id and s.number <= h.number
            and s.number > coalesce((
              select max(o.number) from tenant_history o
              where o.tenant_id = h.tenant_id and o.number < h.number and o.state <> h.state), 0)) as since,
         exists (select from webhook_stops where address = $3) as is_stopped
       from tenant_history h join tenants t using (tenant_id)
       where h.tenant_id = $1 and h.number = $2`,
      [tenantId, number, key],
    );
    const type = row && webhookTypeOf(row.state);
    if (!type) return { outcome: 'dropped' };
    const address = addresses.find((one) => one.key === key);
    if (!address) return { outcome: IN_VAIN };
    if (row.is_stopped) return { outcome: 'gone', status: GONE };
    return post(address.url, messageIdOf(tenantId, number, row.at), {
      type,
      timestamp: row.at.toISOString(),
      data: present<WebhookMessage['data']>({
        tenantId,
        name: row.name ?? undefined,
        state: row.state,
        missing: row.missing,
        situation: parseSituation(row.situation),
        since: row.since.toISOString(),
      }),
    });
  };
}
