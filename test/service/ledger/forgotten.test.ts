import { setTimeout as turn } from 'node:timers/promises';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId } from '../../../src/core/tenant';
import type { Database } from '../../../src/service/database/database';
import { openJobQueue } from '../../../src/service/database/job-queue';
import { migrate } from '../../../src/service/database/migrations';
import type { TenantFacts } from '../../../src/service/tenant/facts';
import { jobIdOf, type Errand } from '../../../src/service/webhooks/addresses';
import { WEBHOOK_QUEUES } from '../../../src/service/webhooks/webhooks';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, startDatabases, type DatabaseServer } from '../testing/databases';
import { grantedFacts, startLedgerParts, type LedgerParts } from '../testing/ledger-parts';

/*
 * What a deletion leaves, found by walking all tables instead of naming them: a table that is new is looked at as well.
 */

const CONTOSO = parseTenantId('11111111-1111-4111-8111-111111111111')!;
const FABRIKAM = parseTenantId('22222222-2222-4222-8222-222222222222')!;
const BEFORE = '2026-01-05T08:00:00.000Z';
const DELETED_AT = '2026-03-02T09:00:00.000Z';
const DAY_MS = 24 * 60 * 60_000;
const NAMES_A_TENANT = /^(?:waiting_)?tenant(?:_id)?$/;

/** The whole of what may stay of an organisation: `docs/OPERATING.md` says the same in words. */
const LEFT = {
  tenants: {
    tenant_id: CONTOSO,
    name: null,
    sort_name: CONTOSO,
    state: 'could-not-tell',
    missing: [],
    situation: null,
    proof: null,
    since: DELETED_AT,
    checked_at: null,
    trouble: null,
    trouble_at: null,
    some_people_at: null,
    granted_version: null,
    first_seen_at: DELETED_AT,
    seen_by: 'operator',
    changes: 7,
    next_check_at: DELETED_AT,
    deleted_at: DELETED_AT,
  },
};

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  let databases: DatabaseServer;
  let database: Database;
  let another: () => Promise<Database>;
  let clock: ManualClock;
  let parts: LedgerParts;
  const asked: TenantFacts[] = [];

  jest.setTimeout(60_000);
  beforeAll(async () => {
    databases = await startDatabases(kind);
  }, 90_000);
  afterAll(() => databases.stop());
  beforeEach(async () => {
    ({ database, another } = await databases.empty());
    await migrate(database);
    clock = new ManualClock(Date.parse(DELETED_AT));
    asked.length = 0;
    parts = await startLedgerParts(database, clock, () => {
      const facts = grantedFacts(PERMISSION_SET);
      asked.push(facts);
      return Promise.resolve(facts);
    });
  });
  afterEach(() => parts.close());

  interface Column {
    readonly table: string;
    readonly name: string;
    readonly type: string;
  }
  const columns = (): Promise<readonly Column[]> =>
    database.query<Column>(
      `select table_name as table, column_name as name, data_type as type from information_schema.columns
       where table_schema = current_schema() order by ordinal_position`,
    );

  /** Every column of every table that names tenants, whatever it is for. */
  const fill = async (tenant: string): Promise<readonly string[]> => {
    const all = await columns();
    const tables = [
      ...new Set(all.filter(({ name }) => NAMES_A_TENANT.test(name)).map(({ table }) => table)),
    ];
    // What others refer to comes first.
    const first = ['tenants', 'requests', 'tenant_history'];
    const order = [...first, ...tables.filter((table) => !first.includes(table))];
    const key = `of ${tenant}`;
    for (const table of order) {
      const own = all.filter((column) => column.table === table);
      const valueOf = ({ name, type }: Column): unknown => {
        if (NAMES_A_TENANT.test(name)) return tenant;
        if (name === 'deleted_at') return null;
        if (type === 'integer') return 7;
        if (type === 'boolean') return true;
        if (type === 'jsonb') return '[]';
        if (type === 'ARRAY') return [key];
        return type === 'text' ? key : BEFORE;
      };
      await database.query(
        `insert into ${table} (${own.map(({ name }) => name).join(', ')})
         values (${own.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
        own.map(valueOf),
      );
    }
    return order;
  };

  /** The rows of all tables, those of the jobs too, in which a tenant's id stands anywhere. */
  const naming = async (tenant: string): Promise<Readonly<Record<string, readonly object[]>>> => {
    const tables = await database.query<{ readonly schema: string; readonly name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
       where table_schema in (current_schema(), 'extendsync_jobs_' || current_schema()) and table_type = 'BASE TABLE'
       order by 2`,
    );
    const found: Record<string, readonly object[]> = {};
    for (const { schema, name } of tables) {
      const rows = await database.query<object>(
        `select * from "${schema}"."${name}" row where row::text like $1`,
        [`%${tenant}%`],
      );
      if (rows.length > 0) found[name] = rows;
    }
    return found;
  };
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  test('of an organisation that was deleted one entry is left in all tables, and of others everything', async () => {
    const queue = await openJobQueue(database, WEBHOOK_QUEUES, (error) => parts.troubles.push(error));
    const [name = ''] = Object.keys(WEBHOOK_QUEUES);
    const [schema] = await database.query<{ name: string }>(
      "select 'extendsync_jobs_' || current_schema() as name",
    );
    const errand = (tenantId: typeof CONTOSO, number: number): Errand => ({
      tenantId,
      number,
      address: 'key',
      host: 'hooks.example',
    });
    const put = async (numbers: readonly number[]): Promise<void> =>
      queue.put(
        name,
        [CONTOSO, FABRIKAM]
          .flatMap((tenant) => numbers.map((number) => errand(tenant, number)))
          .map((data) => ({ id: jobIdOf(data), data })),
      );
    const tables = await fill(CONTOSO);
    await fill(FABRIKAM);
    // One that was done long ago, one that has just been done, and one that waits.
    for (const number of [1, 2]) {
      await put([number]);
      for (const { id } of await queue.take(name, 10)) await queue.done(name, id);
      await database.query(
        `update ${schema?.name ?? ''}.job set completed_on = completed_on - interval '3 days'`,
      );
      if (number === 1) await database.query(`update ${schema?.name ?? ''}.version set maintained_on = null`);
      if (number === 1) await queue.tidy();
    }
    await put([3]);
    const before = Object.keys(await naming(CONTOSO));
    expect(before).toEqual(expect.arrayContaining([...tables, 'archive']));
    const others = await naming(FABRIKAM);

    expect(await parts.ledger.forget(CONTOSO)).toBe(true);

    const left = await naming(CONTOSO);
    expect(asJson(left)).toEqual(
      Object.fromEntries(Object.entries(LEFT).map(([table, row]) => [table, [row]])),
    );
    expect(await naming(FABRIKAM)).toEqual(others);
    expect(parts.troubles).toEqual([]);
  });

  (kind === 'postgres' ? describe : describe.skip)('while another instance writes of it', () => {
    test('the deletion waits, and what was written does not stay either', async () => {
      await fill(CONTOSO);
      const other = await another();
      const forgetting = await other.exclusively(async (session) => {
        // As the ledger notes a change: the entry first.
        await session.query('update tenants set changes = 8 where tenant_id = $1', [CONTOSO]);
        await session.query(
          `insert into tenant_history (tenant_id, number, at, state, missing, set_version)
           select tenant_id, 8, $2, 'granted', '[]', 1 from tenants where tenant_id = $1`,
          [CONTOSO, DELETED_AT],
        );
        const deletion = parts.ledger.forget(CONTOSO);
        const waits = () =>
          session.query(
            `select from pg_locks where not granted and locktype = 'transactionid' and transactionid = pg_current_xact_id()::xid`,
          );
        while ((await waits()).rows.length === 0) await turn(1);
        return { deletion };
      });
      expect(await forgetting.deletion).toBe(true);
      const left = await naming(CONTOSO);
      expect(Object.keys(left)).toEqual(Object.keys(LEFT));
      await other.close();
    });
  });

  test('its people come back: it is entered anew, as one that nobody has seen before', async () => {
    await fill(CONTOSO);
    await parts.ledger.forget(CONTOSO);
    await clock.advance(DAY_MS);
    await parts.checks.check(CONTOSO, 'pane');
    await parts.recorded();
    const [row] = await database.query('select first_seen_at, seen_by, deleted_at from tenants');
    expect(row).toEqual({ first_seen_at: new Date(clock.now()), seen_by: 'pane', deleted_at: null });
    // No change of it has the id of an earlier one, which a receiver of webhooks would pass over.
    expect(await database.query('select number from tenant_history')).toEqual([{ number: 8 }]);
  });

  test('its administrator comes back: that is another hint than any before', async () => {
    const hint = async (): Promise<number> => {
      await parts.checks.learn(CONTOSO, undefined);
      return (await parts.checks.read(CONTOSO)).hint_number;
    };
    await fill(CONTOSO);
    const numbers = [await hint(), await hint()];
    await parts.ledger.forget(CONTOSO);
    await clock.advance(10_000);
    expect(await hint()).toBeGreaterThan(Math.max(...numbers));
  });

  test('what a check under way has kept by a hint that is gone gives way to the next answer', async () => {
    await database.query(
      `insert into tenant_checks (tenant_id, hint_number, checked_at, facts) values ($1, 3, $2, $3)`,
      [CONTOSO, new Date(clock.now()), JSON.stringify({ kind: 'nothing-granted' })],
    );
    for (let pane = 0; pane < 3; pane += 1) await parts.checks.check(CONTOSO, 'pane');
    expect(asked).toHaveLength(1);
  });
});
