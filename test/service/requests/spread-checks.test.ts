import { PERMISSION_SET } from '../../../src/core/permission-set';
import { SITUATIONS } from '../../../src/core/situation';
import { parseTenantId } from '../../../src/core/tenant';
import { openNews, type News } from '../../../src/service/database/news';
import { createLedger } from '../../../src/service/ledger/ledger';
import { createRecorder } from '../../../src/service/ledger/recorder';
import type { RequestKey } from '../../../src/service/requests/request-id';
import { createSpreadChecks, type SpreadChecks } from '../../../src/service/requests/spread-checks';
import {
  createRequestStore,
  PROOF_TOLD_AT_MOST,
  type RequestStore,
} from '../../../src/service/requests/store';
import { createTenantChecks, type Checked, type TenantChecks } from '../../../src/service/tenant/checks';
import type { TenantFacts } from '../../../src/service/tenant/facts';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, onEmptyTables } from '../testing/databases';
import { grantedFacts } from '../testing/ledger-parts';
import { watchDatabase, type WatchedDatabase } from '../testing/watched-database';

const CONTOSO = parseTenantId('00000000-0000-4000-8000-000000000001')!;
const FABRIKAM = parseTenantId('00000000-0000-4000-8000-000000000002')!;
const NOTHING: TenantFacts = { kind: 'nothing-granted', code: 'AADSTS700016' };
const LOOKED = { situation: undefined, hasRead: true, maySetSituation: true, replaces: [] };
const PROVED: Checked = {
  proves: () => true,
  isProved: true,
  isByLook: false,
  isAnswered: true,
  isAsked: true,
  retryAfterMs: undefined,
};

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  // The machine may be busy; a check that hangs is found all the same.
  jest.setTimeout(30_000);

  let watched: WatchedDatabase;
  let clock: ManualClock;
  let news: News;
  let requests: RequestStore;

  onEmptyTables(kind, (database) => {
    watched = watchDatabase(database);
  });
  beforeEach(async () => {
    clock = new ManualClock();
    requests = createRequestStore(watched.database, clock);
    news = await openNews(watched.database, clock, () => undefined);
  });
  afterEach(() => news.close());

  /** How many events of proof there are. */
  const told = async (): Promise<number> => {
    const [row] = await watched.database.query<{ count: number }>(
      "select count(*)::int as count from request_events where kind = 'proved'",
    );
    return row?.count ?? 0;
  };
  const kinds = async (key: RequestKey): Promise<readonly string[]> =>
    (await requests.eventsAfter(key, 0)).map(({ kind: what }) => what);

  describe('proof is told to the requests that wait for it', () => {
    test('look after look: each request hears once, and again when something else has happened to it since', async () => {
      const [opened, waiting, others] = [
        await requests.make({ tenant: CONTOSO }, CONTOSO),
        await requests.make({ tenant: CONTOSO }, CONTOSO),
        await requests.make({ tenant: FABRIKAM }, FABRIKAM),
      ];
      for (let look = 0; look < 3; look += 1) await requests.recordProof(CONTOSO, []);
      await requests.open(opened.key);
      for (let look = 0; look < 3; look += 1) await requests.recordProof(CONTOSO, []);
      expect(await kinds(opened.key)).toEqual(['made', 'proved', 'opened', 'proved']);
      expect(await kinds(waiting.key)).toEqual(['made', 'proved']);
      // The next approval may be of more: whoever still waits hears of it.
      await clock.advance(61_000);
      await requests.recordProof(CONTOSO, []);
      expect(await kinds(waiting.key)).toEqual(['made', 'proved', 'proved']);
      expect(await kinds(others.key)).toEqual(['made']);
    });

    test('a proof of less is none for a request that asks for more', async () => {
      const [less, more, anything] = [
        await requests.make({ tenant: CONTOSO, situation: 'no-autopilot' }, CONTOSO),
        await requests.make({ tenant: CONTOSO, situation: 'autopilot-everyone' }, CONTOSO),
        await requests.make({ tenant: CONTOSO }, CONTOSO),
      ];
      await requests.recordProof(CONTOSO, ['no-autopilot']);
      expect(await kinds(more.key)).toEqual(['made']);
      await requests.recordProof(CONTOSO, ['no-autopilot', 'autopilot-everyone']);
      for (const { key } of [less, more, anything]) expect(await kinds(key)).toEqual(['made', 'proved']);
    });

    test('more requests than a company has people waiting: the newest hear, and a look costs no more for all the others', async () => {
      const first = await requests.make({ tenant: CONTOSO }, CONTOSO);
      await clock.advance(1);
      await watched.database.query(
        `with made as (
           insert into requests (id_hash, tenant, made_at, expires_at, waiting_tenant_id, last_event)
           select 'request-' || n, $1::text, $2, $2::timestamptz + interval '30 days', $1::text, 1
           from generate_series(1, $3::int) n returning id_hash
         )
         insert into request_events (id_hash, number, kind, at) select id_hash, 1, 'made', $2 from made`,
        [CONTOSO, new Date(clock.now()), PROOF_TOLD_AT_MOST],
      );
      await requests.recordProof(CONTOSO, []);
      expect(await told()).toBe(PROOF_TOLD_AT_MOST);
      expect(await kinds(first.key)).toEqual(['made']);
      await requests.recordProof(CONTOSO, []);
      expect(await told()).toBe(PROOF_TOLD_AT_MOST);
    });
  });

  describe('the checks after a look', () => {
    /** Time passes, and what falls due meanwhile is done. */
    const pass = async (ms: number): Promise<void> => {
      const untilMs = clock.now() + ms;
      while (clock.now() < untilMs) {
        await clock.advance(Math.min(clock.nextInMs ?? ms, untilMs - clock.now()));
        await watched.settled();
      }
    };
    const planned = () => watched.database.query('select 1 from spread_checks');
    const start = (
      checkOnce: () => Promise<Checked>,
      recordProof: () => Promise<void>,
      keepSituation: TenantChecks['keepSituation'] = () => Promise.resolve(),
    ): { readonly spread: SpreadChecks; readonly troubles: unknown[] } => {
      const troubles: unknown[] = [];
      const spread = createSpreadChecks({
        database: watched.database,
        clock,
        checks: { check: checkOnce, keepSituation },
        requests: { recordProof },
        news,
        onTrouble: (error) => troubles.push(error),
      });
      return { spread, troubles };
    };

    test('what was answered and approved replaces what it was to, although somebody confirms it before it is proved', async () => {
      const kept: unknown[] = [];
      let isProved = false;
      const { spread } = start(
        () => Promise.resolve({ ...PROVED, proves: () => isProved, isProved }),
        () => Promise.resolve(),
        (_tenant, situation, replaces) => Promise.resolve(void kept.push([situation, replaces])),
      );
      const approved = { ...LOOKED, situation: 'no-autopilot', replaces: SITUATIONS } as const;
      const confirmed = { ...approved, replaces: [] };
      await spread.begin(CONTOSO, approved);
      await pass(60_000);
      await spread.begin(CONTOSO, confirmed);
      // What is about something else is not the same approval.
      await spread.begin(FABRIKAM, { ...approved, situation: 'group-edition' });
      await spread.begin(FABRIKAM, confirmed);
      isProved = true;
      await pass(60_000);
      expect(kept).toEqual([['no-autopilot', SITUATIONS]]);
      await spread.stop();
    });

    test('what is proved cannot be told: it is tried again, and after ten minutes no more', async () => {
      let asked = 0;
      const { spread, troubles } = start(
        () => {
          asked += 1;
          return Promise.resolve(PROVED);
        },
        () => Promise.reject(new Error('the statement takes too long')),
      );
      expect(await spread.begin(CONTOSO, LOOKED)).toBe(false);
      await pass(60_000);
      expect(asked).toBeGreaterThan(2);
      await pass(10 * 60_000);
      const askedUntilThen = asked;
      expect(await planned()).toEqual([]);
      await pass(60_000);
      expect(asked).toBe(askedUntilThen);
      expect(troubles).toHaveLength(asked);
      await spread.stop();
    });

    test('the service was away for longer than that: it checks once more, tells, and ends', async () => {
      let isProved = false;
      let asked = 0;
      const check = () => {
        asked += 1;
        return Promise.resolve({ ...PROVED, proves: () => isProved, isProved });
      };
      const { key } = await requests.make({ tenant: CONTOSO }, CONTOSO);
      const before = start(check, () => requests.recordProof(CONTOSO, []));
      expect(await before.spread.begin(CONTOSO, LOOKED)).toBe(false);
      await before.spread.stop();
      await clock.advance(60 * 60_000);
      isProved = true;
      const after = start(check, () => requests.recordProof(CONTOSO, []));
      await after.spread.start();
      await after.spread.stop();
      expect(asked).toBe(2);
      expect(await kinds(key)).toEqual(['made', 'proved']);
      expect(await planned()).toEqual([]);
    });

    /** The checks, the ledger and what goes on after a look, as the service puts them together. */
    const startTogether = (read: () => Promise<TenantFacts>) => {
      const { database } = watched;
      const everyone = { database, clock, set: PERMISSION_SET, onTrouble: fail };
      const ledger = createLedger({ ...everyone, checkEveryMs: 24 * 60 * 60_000 });
      const recorder = createRecorder({ ...everyone, ledger });
      const checks = createTenantChecks({
        ...everyone,
        news,
        onChecked: () => undefined,
        onAnswered: recorder.record,
        registration: undefined,
        reader: { read, readPersonal: () => Promise.resolve({ scopes: undefined }) },
      });
      const spread = createSpreadChecks({ ...everyone, checks, requests, news });
      const close = async (): Promise<void> => {
        await spread.stop();
        await checks.close();
      };
      return { ledger, recorder, spread, close };
    };
    /** The deletion is dated by when its statement was sent, so long before it is done. */
    const deletes = (tookMs = 0): Promise<boolean> =>
      createLedger({
        database: watched.database,
        clock: { now: () => clock.now() - tookMs, after: clock.after },
        set: PERMISSION_SET,
        checkEveryMs: 24 * 60 * 60_000,
      }).forget(CONTOSO);
    const expectDeletedAt = async (atMs: number): Promise<void> => {
      for (const table of ['spread_checks', 'tenant_checks', 'tenant_situations', 'tenant_history'])
        expect([table, await watched.database.query(`select * from ${table}`)]).toEqual([table, []]);
      const [entry] = await watched.database.query('select name, deleted_at from tenants');
      expect(entry).toEqual({ name: null, deleted_at: new Date(atMs) });
    };
    const APPROVED = { ...LOOKED, situation: 'autopilot-everyone' } as const;

    test('the organisation’s data is deleted while Microsoft is asked: nothing that it says is kept', async () => {
      const { ledger, recorder, spread, close } = startTogether(async () => {
        await clock.advance(300);
        expect(await deletes()).toBe(true);
        return grantedFacts(PERMISSION_SET);
      });
      await ledger.enter(CONTOSO, 'approval');
      await spread.begin(CONTOSO, APPROVED);
      await recorder.allWritten();
      await expectDeletedAt(clock.now());
      await close();
    });

    test('a check of an earlier approval begins while the deletion is under way: nothing is kept either', async () => {
      let deletedAtMs: number | undefined;
      let isSpread = false;
      const { recorder, spread, close } = startTogether(async () => {
        if (!isSpread) return NOTHING;
        deletedAtMs = clock.now() - 100;
        expect(await deletes(100)).toBe(true);
        return grantedFacts(PERMISSION_SET);
      });
      await spread.begin(CONTOSO, APPROVED);
      await recorder.allWritten();
      isSpread = true;
      await pass(1_500);
      await spread.stop();
      await recorder.allWritten();
      await expectDeletedAt(deletedAtMs ?? NaN);
      await close();
    });

    test('an approval after the deletion brings the organisation back, however long it takes to spread', async () => {
      let isSpread = false;
      const { ledger, recorder, spread, close } = startTogether(() =>
        Promise.resolve(isSpread ? grantedFacts(PERMISSION_SET) : NOTHING),
      );
      await ledger.enter(CONTOSO, 'approval');
      await deletes();
      await clock.advance(1);
      await spread.begin(CONTOSO, APPROVED);
      isSpread = true;
      await pass(1_500);
      await spread.stop();
      await recorder.allWritten();
      expect(await watched.database.query('select name, state, deleted_at from tenants')).toEqual([
        { name: 'Contoso', state: 'granted', deleted_at: null },
      ]);
      await close();
    });
  });
});

function fail(error: unknown): never {
  throw error;
}
