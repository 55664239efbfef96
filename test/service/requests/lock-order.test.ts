import { setTimeout as soon } from 'node:timers/promises';
import pg from 'pg';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { SITUATIONS } from '../../../src/core/situation';
import { parseTenantId } from '../../../src/core/tenant';
import { createCounts } from '../../../src/service/database/counts';
import type { Database } from '../../../src/service/database/database';
import { openNews } from '../../../src/service/database/news';
import { createLedger } from '../../../src/service/ledger/ledger';
import { createAttempts } from '../../../src/service/requests/attempts';
import { browserKeyOf } from '../../../src/service/requests/browser-key';
import { createFollowUps, SPREAD_MS } from '../../../src/service/requests/follow-ups';
import { createLooks } from '../../../src/service/requests/looks';
import { createRequestStore } from '../../../src/service/requests/store';
import { startSweeping } from '../../../src/service/requests/sweep';
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
        await attempts.make(id, undefined, BROWSER),
        await attempts.make(id, undefined, BROWSER),
      ];
      const comesBack = async ({ state }: typeof first): Promise<void> => {
        const sealed = await attempts.open(state, BROWSER);
        await attempts.redeem(sealed!, clock.now(), () => ({ event: 'returned', isFollowed: true }));
      };
      await comesBack(first);
      return { id, key, comesBack: () => comesBack(second) };
    };
    const made = await Promise.all(Array.from({ length: REQUESTS }, begin));
    await clock.advance(SPREAD_MS[3]!);
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
        startSweeping({
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
      const stop = startSweeping({
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

  test('calls that are counted, while windows that have ended are taken out', async () => {
    const { database } = empty;
    const counts = createCounts(await empty.another());
    const somebody = new pg.Client({ connectionString: empty.url });
    await somebody.connect();
    try {
      // As they lie in the file; calls are counted in the order of their names.
      for (const name of ['last', 'held', 'first'])
        await database.query('insert into rate_limits (key, points, expire) values ($1, 1, 0)', [name]);
      await somebody.query("begin; select from rate_limits where key = 'held' for update");
      let isSwept = false;
      const swept = createCounts(database)
        .sweep(Date.now())
        .then(() => (isSwept = true));
      const waiting = async (): Promise<number> =>
        (await database.query("select from pg_stat_activity where wait_event_type = 'Lock'")).length;
      while (!isSwept && (await waiting()) === 0) await soon(1);
      const counted = Promise.all([counts.add('first', 60_000), counts.add('last', 60_000)]);
      if (!isSwept) while ((await waiting()) < 2) await soon(1);
      await somebody.query('commit');
      await swept;
      expect((await counted).map(({ place }) => place)).toEqual([1, 1]);
    } finally {
      await somebody.end();
    }
  });
});
