import { setTimeout as soon } from 'node:timers/promises';
import pg from 'pg';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { SITUATIONS } from '../../../src/core/situation';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import { createCounts } from '../../../src/service/database/counts';
import type { Database } from '../../../src/service/database/database';
import { openNews } from '../../../src/service/database/news';
import { keepCounts } from '../../../src/service/ledger/counts';
import { keepLedger } from '../../../src/service/ledger/housekeeping';
import { createLedger } from '../../../src/service/ledger/ledger';
import { createAttempts } from '../../../src/service/requests/attempts';
import { browserKeyOf } from '../../../src/service/requests/browser-key';
import { SPREAD_MOMENTS_MS } from '../../../src/core/asking/watch';
import { createFollowUps } from '../../../src/service/requests/follow-ups';
import { createLooks } from '../../../src/service/requests/looks';
import { createRequestStore, type RequestStore } from '../../../src/service/requests/store';
import { startHousekeeping } from '../../../src/service/housekeeping';
import { addressesOf, type Address } from '../../../src/service/webhooks/addresses';
import { createWebhookFailures } from '../../../src/service/webhooks/failures';
import { DEMO } from '../../simulator/entra/demo-seed';
import { ManualClock } from '../../support/manual-clock';
import {
  DATABASE_KINDS,
  startDatabases,
  type DatabaseServer,
  type EmptyDatabase,
} from '../testing/databases';

const REQUESTS = 60;
const ROUNDS = 4;
const KEY = new Uint8Array(32);
const BROWSER = browserKeyOf('a browser');
const contoso = parseTenantId(DEMO.tenants.contoso)!;
const fabrikam = parseTenantId(DEMO.tenants.fabrikam)!;

/** Where two statements wait for each other PostgreSQL ends one of them, and somebody lands on an error that is nobody's. */
describe('what happens to the same rows at once waits in one order', () => {
  if (!DATABASE_KINDS.includes('postgres')) {
    test('is not tried here: PostgreSQL is not installed', () => {
      expect(DATABASE_KINDS).toEqual(['pglite']);
    });
    return;
  }
  let databases: DatabaseServer;
  let empty: EmptyDatabase;
  let clock: ManualClock;
  let troubles: unknown[];
  const onTrouble = (error: unknown): void => void troubles.push(error);

  jest.setTimeout(60_000);
  beforeAll(async () => {
    databases = await startDatabases('postgres');
  }, 90_000);
  afterAll(() => databases.stop());
  beforeEach(async () => {
    empty = await databases.withTables();
    clock = new ManualClock();
    troubles = [];
  });

  /** Two other instances do what is due, several times. */
  const othersFollowUp = async (others: readonly Database[]): Promise<void> => {
    await Promise.all(
      others.map(async (database) => {
        const news = await openNews(database, clock, () => undefined);
        const followUps = createFollowUps({ database, clock, news, onTrouble });
        for (let time = 0; time < 3; time += 1) await followUps.start();
        await followUps.stop();
        await news.close();
      }),
    );
  };
  /** Requests whose administrator came back and begins once more, while "check again" is due for all of them. */
  const requestsInTheSpread = async (database: Database) => {
    const store = createRequestStore(database, clock);
    const attempts = createAttempts(database, clock, KEY);
    const begin = async () => {
      const { id, key } = await store.make({ tenant: contoso }, contoso);
      const [first, second] = [
        await attempts.make(id, { situation: undefined, isAnswered: false }, BROWSER),
        await attempts.make(id, { situation: undefined, isAnswered: false }, BROWSER),
      ];
      const comesBack = async ({ state }: typeof first): Promise<void> => {
        const sealed = await attempts.open(state, BROWSER);
        await attempts.redeem(sealed!, clock.now(), () => ({ event: 'returned', isFollowed: true }));
      };
      await comesBack(first);
      return { id, key, comesBack: () => comesBack(second) };
    };
    const made = await Promise.all(Array.from({ length: REQUESTS }, begin));
    await clock.advance(SPREAD_MOMENTS_MS[3]!);
    return { store, made };
  };

  test('returns, withdrawals, proofs and what is due after a return', async () => {
    const others = [await empty.another(), await empty.another()];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { store, made } = await requestsInTheSpread(empty.database);
      const proves = async (): Promise<void> => {
        for (let time = 0; time < 3; time += 1) await store.recordProof(contoso, SITUATIONS);
      };
      const acts = made.map(({ key, comesBack }, index) =>
        index % 2 === 0 ? comesBack() : store.withdraw(key),
      );
      await Promise.all([...acts, proves(), proves(), othersFollowUp(others)]);
    }
    expect(troubles).toEqual([]);
  });

  test('the same, while they expire and are taken out', async () => {
    const other = await empty.another();
    const third = await empty.another();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { store, made } = await requestsInTheSpread(empty.database);
      await empty.database.query('update requests set expires_at = $1', [new Date(clock.now())]);
      await empty.database.query("update attempts set expires_at = expires_at - interval '2 days'");
      const stops = [other, third].map((database) =>
        startHousekeeping({
          database,
          clock,
          sweepLimits: () => Promise.resolve(),
          keepLedger: () => Promise.resolve(),
          onTrouble,
        }),
      );
      await Promise.all([
        ...made.map(({ key, comesBack }, index) => (index % 2 === 0 ? comesBack() : store.withdraw(key))),
        othersFollowUp([other, third]),
      ]);
      for (const stop of stops) await stop();
    }
    expect(troubles).toEqual([]);
  });

  test('the same, and looks, while the organisation asks for its data to be deleted', async () => {
    const [other, third] = [await empty.another(), await empty.another()];
    const ledger = createLedger({ database: third, clock, set: PERMISSION_SET, checkEveryMs: 86_400_000 });
    const looks = createLooks(empty.database, clock, KEY);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { store, made } = await requestsInTheSpread(empty.database);
      await Promise.all(
        made.map(({ id }) =>
          looks.begin(
            {
              reason: 'return',
              tenant: contoso,
              requestId: id,
              situation: undefined,
              isAnswered: false,
              readsGrants: true,
              tries: 0,
            },
            BROWSER,
          ),
        ),
      );
      // Some of them have run out already.
      await empty.database.query("update requests set expires_at = $1 where id_hash < 'U'", [
        new Date(clock.now()),
      ]);
      const stop = startHousekeeping({
        database: other,
        clock,
        sweepLimits: () => Promise.resolve(),
        keepLedger: () => Promise.resolve(),
        onTrouble,
      });
      await Promise.all([
        ledger.forget(contoso),
        store.recordProof(contoso, SITUATIONS),
        othersFollowUp([other]),
        ...made.map(({ key, comesBack }, index) => (index % 2 === 0 ? comesBack() : store.withdraw(key))),
      ]);
      await stop();
    }
    expect(troubles).toEqual([]);
  });

  /**
   * Somebody holds a row until `first`, and then `second`, waits (or has ended before it had to): so each of them has begun
   * when the other one goes on.
   */
  const meet = async (
    held: string,
    first: () => Promise<unknown>,
    second: () => Promise<unknown>,
  ): Promise<void> => {
    const somebody = new pg.Client({ connectionString: empty.url });
    await somebody.connect();
    try {
      await somebody.query(`begin; select from ${held} for update`);
      const begun: Promise<unknown>[] = [];
      let ended = 0;
      for (const act of [first, second]) {
        begun.push(act().then(() => (ended += 1)));
        const waiting = async (): Promise<number> =>
          (await empty.database.query("select from pg_stat_activity where wait_event_type = 'Lock'")).length;
        while (ended + (await waiting()) < begun.length) await soon(1);
      }
      await somebody.query('commit');
      await Promise.all(begun);
    } finally {
      await somebody.end();
    }
  };

  /**
   * Two change a request that somebody has just changed, while somebody else writes what hangs on it, as a look: a foreign
   * key locks the request `for key share`. Answers what went wrong.
   */
  const changeBesideWriter = async (
    acts: readonly (() => Promise<unknown>)[],
  ): Promise<readonly unknown[]> => {
    const people = [1, 2].map(() => new pg.Client({ connectionString: empty.url }));
    const [changer, writer] = people as [pg.Client, pg.Client];
    const waiting = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
      (
        await empty.database.query(
          `select from pg_stat_activity where datname = current_database() and ${sql}`,
          values,
        )
      ).length;
    try {
      for (const one of people) await one.connect();
      await changer.query('begin; update requests set last_event = last_event');
      await writer.query('begin; select from requests for key share');
      const { rows } = await writer.query<{ pid: number }>('select pg_backend_pid() as pid');
      let ended = 0;
      const begun: Promise<unknown>[] = [];
      for (const act of acts) {
        begun.push(
          act()
            .catch(onTrouble)
            .finally(() => (ended += 1)),
        );
        while (ended + (await waiting("wait_event_type = 'Lock'")) < begun.length) await soon(1);
      }
      await changer.query('commit');
      while (ended < acts.length && (await waiting('$1 = any (pg_blocking_pids(pid))', [rows[0]?.pid])) === 0)
        await soon(1);
      await writer.query('commit');
      await Promise.all(begun);
      return troubles;
    } finally {
      await Promise.all(people.map((one) => one.end()));
    }
  };

  describe('one request, while its looks are begun', () => {
    let store: RequestStore;
    let returns: readonly (() => Promise<unknown>)[];
    beforeEach(async () => {
      store = createRequestStore(empty.database, clock);
      const attempts = createAttempts(empty.database, clock, KEY);
      const { id } = await store.make({ tenant: contoso }, contoso);
      const asked = { situation: undefined, isAnswered: false };
      const made = [await attempts.make(id, asked, BROWSER), await attempts.make(id, asked, BROWSER)];
      const sealed = await Promise.all(made.map(({ state }) => attempts.open(state, BROWSER)));
      returns = sealed.map(
        (one) => () => attempts.redeem(one!, clock.now(), () => ({ event: 'returned', isFollowed: true })),
      );
    });

    test('two administrators come back', async () => {
      expect(await changeBesideWriter(returns)).toEqual([]);
    });

    test('two instances tell it of a proof', async () => {
      const other = createRequestStore(await empty.another(), clock);
      const proofs = [store, other].map((one) => () => one.recordProof(contoso, SITUATIONS));
      expect(await changeBesideWriter(proofs)).toEqual([]);
    });

    test('an administrator comes back while "check again" is due', async () => {
      const [first, second] = returns as [() => Promise<unknown>, () => Promise<unknown>];
      await first();
      await clock.advance(SPREAD_MOMENTS_MS[0]!);
      const other = await empty.another();
      expect(await changeBesideWriter([() => othersFollowUp([other]), second])).toEqual([]);
    });
  });

  describe('webhooks that were given up are sent again', () => {
    const [KNOWN] = addressesOf(['https://host.example/in']) as readonly [Address];
    const failures = () => createWebhookFailures(empty.database, clock, [KNOWN]);
    /** Three changes of an organisation. What was given up of them lies in the file in another order. */
    const giveUp = async (): Promise<void> => {
      await empty.database.query(
        `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, changes, next_check_at)
         values ($1, 'a', 'granted', now(), now(), 'pane', 4, now())`,
        [contoso],
      );
      await empty.database.query(
        `insert into tenant_history (tenant_id, number, at, state, missing, set_version)
         select $1, number, to_timestamp(0), 'granted', '[]', 1 from generate_series(1, 3) number`,
        [contoso],
      );
      for (const number of [2, 3, 1])
        await failures().enter({ tenantId: contoso, number, address: KNOWN.key, host: KNOWN.host }, 500);
    };
    const left = () => empty.database.query('select number from webhook_failures');

    test('while the organisation asks for its data to be deleted', async () => {
      const other = await empty.another();
      await giveUp();
      const ledger = createLedger({ database: other, clock, set: PERMISSION_SET, checkEveryMs: 86_400_000 });
      await meet(
        'webhook_failures where number = 3',
        () => failures().retryAll(),
        () => ledger.forget(contoso),
      );
      expect(await left()).toEqual([]);
    });

    test('while changes that are too old are taken out', async () => {
      const other = await empty.another();
      await giveUp();
      const keep = () => keepLedger(other, clock, 0);
      await meet('webhook_failures where number = 3', () => failures().retryAll(), keep);
      await keep();
      expect(await left()).toEqual([]);
    });
  });

  test('two organisations ask for their data to be deleted, and each has looked at the other one’s request', async () => {
    const { database } = empty;
    const other = await empty.another();
    const store = createRequestStore(database, clock);
    const looks = createLooks(database, clock, KEY);
    for (const [own, others] of [
      [contoso, fabrikam],
      [fabrikam, contoso],
    ] as const) {
      const { id } = await store.make({ tenant: others }, others);
      const look = {
        reason: 'page',
        requestId: id,
        situation: undefined,
        isAnswered: false,
        readsGrants: true,
        tries: 0,
      } as const;
      await looks.begin({ ...look, tenant: own }, BROWSER);
    }
    await database.query(
      `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       select id, id, 'granted', now(), now(), 'pane', now() from unnest($1::text[]) id`,
      [[contoso, fabrikam]],
    );
    await database.query("insert into tenant_domains values ($1, 'contoso.example', now())", [contoso]);
    const forget = (on: Database, tenant: TenantId) => () =>
      createLedger({ database: on, clock, set: PERMISSION_SET, checkEveryMs: 86_400_000 }).forget(tenant);
    await meet('tenant_domains', forget(database, contoso), forget(other, fabrikam));
    expect(await database.query('select from requests union all select from looks')).toEqual([]);
  });

  test('two instances count the organisations, and one of them sees that two states have emptied', async () => {
    const { database } = empty;
    const other = await empty.another();
    const count = (on: Database) => () => keepCounts(on, clock, 86_400_000);
    await database.query(
      `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       select state, state, state, now(), now(), 'pane', now() from unnest($1::text[]) state`,
      [['granted', 'partial', 'withdrawn']],
    );
    await count(database)();
    const kept = () =>
      database.query<{ state: string; count: number }>(
        'select state, count from tenant_counts order by state',
      );
    // In the order in which PostgreSQL counts them.
    const counted = await database.query<{ state: string }>(
      'select state, count(*) from tenants where deleted_at is null group by state',
    );
    const [, second, last] = counted.map(({ state }) => state);
    await meet(`tenant_counts where state = '${second!}'`, count(database), async () => {
      await database.query('update tenants set state = $1', [last]);
      await count(other)();
    });
    await count(other)();
    expect((await kept()).filter(({ count: some }) => some > 0)).toEqual([{ state: last, count: 3 }]);
  });

  test('calls that are counted, while windows that have ended are taken out', async () => {
    const { database } = empty;
    const counts = createCounts(await empty.another());
    // As they lie in the file; calls are counted in the order of their names.
    for (const name of ['last', 'held', 'first'])
      await database.query('insert into rate_limits (key, points, expire) values ($1, 1, 0)', [name]);
    await meet(
      "rate_limits where key = 'held'",
      () => createCounts(database).sweep(Date.now()),
      async () => {
        const counted = await Promise.all([counts.add('first', 60_000), counts.add('last', 60_000)]);
        expect(counted.map(({ place }) => place)).toEqual([1, 1]);
      },
    );
  });
});
