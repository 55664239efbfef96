import type { TenantId } from '../../core/tenant';
import type { Database } from '../database/database';
import type { JobQueue } from '../database/job-queue';
import { LOCKED_IN_ORDER } from './failures';
import { jobIdOf, type Address, type Errand } from './addresses';

const AT_ONCE = 100;

/**
 * Puts a job for each address and each change that is to be told, and each errand that an operator wants to be begun
 * anew. The mark goes when the jobs are there: whoever is lost in between leaves the mark, and the same jobs are not put
 * twice.
 */
export async function putErrands(
  database: Database,
  queue: JobQueue,
  name: string,
  addresses: readonly Address[],
): Promise<void> {
  for (;;) {
    const changes = await database.query<{ readonly tenant_id: TenantId; readonly number: number }>(
      `select tenant_id, number from tenant_history where to_tell order by at limit ${String(AT_ONCE)}`,
    );
    if (changes.length === 0) break;
    const errands = changes.flatMap(({ tenant_id, number }) =>
      addresses.map(({ key, host }): Errand => ({ tenantId: tenant_id, number, address: key, host })),
    );
    await queue.put(
      name,
      errands.map((errand) => ({ id: jobIdOf(errand), data: errand })),
    );
    await database.query(
      // Both of these lock in `Database`'s order.
      `with told as (
         select h.tenant_id, h.number
         from tenant_history h join unnest($1::text[], $2::int[]) as told (tenant_id, number) using (tenant_id, number)
         order by h.tenant_id, h.number for update of h
       )
       update tenant_history h set to_tell = false from told
       where h.tenant_id = told.tenant_id and h.number = told.number`,
      [changes.map(({ tenant_id }) => tenant_id), changes.map(({ number }) => number)],
    );
  }
  for (;;) {
    const wanted = await database.query<{
      readonly tenant_id: TenantId;
      readonly number: number;
      readonly address: string;
      readonly host: string;
      readonly failed_at: Date;
    }>(
      `select tenant_id, number, address, host, failed_at from webhook_failures where again_at is not null
       order by failed_at limit ${String(AT_ONCE)}`,
    );
    if (wanted.length === 0) return;
    const jobs = wanted.map(({ tenant_id, number, address, host, failed_at }) => {
      const errand: Errand = { tenantId: tenant_id, number, address, host };
      return { id: jobIdOf(errand, failed_at.toISOString()), data: errand };
    });
    await queue.put(name, jobs);
    await database.query(
      `with put as (
         select f.tenant_id, f.number, f.address
         from webhook_failures f join tenant_history h using (tenant_id, number)
           join unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[])
             as put (tenant_id, number, address, failed_at) using (tenant_id, number, address, failed_at)
         where f.again_at is not null ${LOCKED_IN_ORDER}
       )
       delete from webhook_failures f using put
       where f.tenant_id = put.tenant_id and f.number = put.number and f.address = put.address`,
      [
        wanted.map(({ tenant_id }) => tenant_id),
        wanted.map(({ number }) => number),
        wanted.map(({ address }) => address),
        // One that has failed once more meanwhile, and is wanted anew, needs a job of its own.
        wanted.map(({ failed_at }) => failed_at.toISOString()),
      ],
    );
  }
}
