import type { Database } from '../../../src/service/database/database';
import { openNews } from '../../../src/service/database/news';
import { ManualClock } from '../../support/manual-clock';

const LIMIT_MS = 5_000;
const AGAIN_MS = 10 * 60_000;

/** A database that takes LISTEN and NOTIFY, and delivers or does not. */
async function listening(delivers: boolean) {
  const clock = new ManualClock();
  const pooler = {
    delivers,
    isAway: false,
    proofs: [] as string[],
    reconnects: (): void => undefined,
    losesListener: (_reason: string): void => undefined,
  };
  const told: string[] = [];
  let deliver = (_news: string): void => undefined;
  const database: Pick<Database, 'query' | 'listen'> = {
    query: (_sql, values) => {
      if (pooler.isAway) return Promise.reject(new Error('away'));
      pooler.proofs.push(String(values?.[1]));
      if (pooler.delivers) deliver(String(values?.[1]));
      return Promise.resolve([]);
    },
    listen: (hear, onGap, onLost) => {
      deliver = hear;
      pooler.reconnects = onGap;
      pooler.losesListener = onLost;
      return Promise.resolve(() => Promise.resolve());
    },
  };
  const news = await openNews(database as Database, clock, (deafness) => {
    told.push(
      deafness === undefined ? 'hears' : deafness.kind === 'nothing-arrives' ? 'deaf' : deafness.kind,
    );
  });
  return { clock, pooler, told, news, hears: (what: string): void => deliver(what) };
}

test('F17: a LISTEN that delivers is proved in silence, at the start and now and then', async () => {
  const { clock, pooler, told, news } = await listening(true);
  expect(pooler.proofs).toHaveLength(1);
  await clock.advance(AGAIN_MS);
  expect(pooler.proofs).toHaveLength(2);
  expect([news.deafness() !== undefined, told]).toEqual([false, []]);
  await news.close();
  clock.mustBeIdle();
});

test('F17: one that is taken and delivers nothing is told once, and those who wait look for themselves', async () => {
  const { clock, told, news } = await listening(false);
  let looks = 0;
  news.subscribe('request:x', () => (looks += 1));
  expect(news.deafness() !== undefined).toBe(false);
  await clock.advance(LIMIT_MS);
  expect([news.deafness() !== undefined, told, looks]).toEqual([true, ['deaf'], 1]);
  await clock.advance(60_000);
  expect([told, looks]).toEqual([['deaf'], 13]);
  await news.close();
  clock.mustBeIdle();
});

test('F17: it hears again once it does, and a pooler that comes later is noticed', async () => {
  const { clock, pooler, told, news } = await listening(false);
  await clock.advance(LIMIT_MS);
  pooler.delivers = true;
  await clock.advance(LIMIT_MS);
  expect(news.deafness() !== undefined).toBe(false);
  pooler.delivers = false;
  pooler.reconnects();
  await clock.advance(LIMIT_MS);
  expect(news.deafness() !== undefined).toBe(true);
  expect(told).toEqual(['deaf', 'hears', 'deaf']);
  await news.close();
  clock.mustBeIdle();
});

test('F17: a proof that comes after its time is one all the same', async () => {
  const { clock, pooler, told, news, hears } = await listening(false);
  await clock.advance(LIMIT_MS);
  hears(pooler.proofs[0] ?? '');
  expect([news.deafness() !== undefined, told]).toEqual([false, ['deaf', 'hears']]);
});

test('F17: a database that is away at that moment is not called deaf', async () => {
  const { clock, pooler, told, news } = await listening(true);
  pooler.isAway = true;
  pooler.reconnects();
  await clock.advance(LIMIT_MS);
  pooler.isAway = false;
  await clock.advance(AGAIN_MS);
  expect(pooler.proofs).toHaveLength(2);
  expect([news.deafness() !== undefined, told]).toEqual([false, []]);
});

test('F17: two connections lost one after the other leave one proof to wait for', async () => {
  const { clock, pooler, told } = await listening(true);
  pooler.reconnects();
  pooler.reconnects();
  await clock.advance(LIMIT_MS);
  expect([told, clock.pending]).toEqual([[], 1]);
});

test('F17: the proofs of another instance are no news, and prove nothing here', async () => {
  const { clock, news, hears } = await listening(false);
  const hints: (string | undefined)[] = [];
  news.onHint((tenantId) => hints.push(tenantId));
  hears('proof:of-another');
  await clock.advance(LIMIT_MS);
  expect([news.deafness() !== undefined, hints]).toEqual([true, []]);
});

describe('F17: the connection for LISTEN is lost', () => {
  test('and cannot be opened again: it is told within seconds, with the reason, and those who wait look for themselves', async () => {
    const { clock, pooler, told, news } = await listening(true);
    let looks = 0;
    news.subscribe('request:x', () => (looks += 1));
    pooler.delivers = false;
    pooler.losesListener('too many connections for role "extendsync"');
    await clock.advance(1_000);
    pooler.losesListener('too many connections for role "extendsync"');
    expect(news.deafness()).toBeUndefined();
    await clock.advance(LIMIT_MS);
    expect(news.deafness()).toEqual({
      kind: 'not-connected',
      reason: 'too many connections for role "extendsync"',
    });
    expect([told, looks]).toEqual([['not-connected'], 1]);

    pooler.delivers = true;
    pooler.reconnects();
    await clock.advance(0);
    expect([news.deafness(), told]).toEqual([undefined, ['not-connected', 'hears']]);
    await news.close();
    clock.mustBeIdle();
  });

  test('and is there again a moment later: nothing is said', async () => {
    const { clock, pooler, told } = await listening(true);
    pooler.delivers = false;
    pooler.losesListener('terminating connection due to administrator command');
    await clock.advance(1_000);
    pooler.delivers = true;
    pooler.reconnects();
    await clock.advance(LIMIT_MS);
    expect(told).toEqual([]);
  });

  test('with the whole database, which comes back without it: that is told within the minute', async () => {
    const { clock, pooler, told } = await listening(true);
    pooler.delivers = false;
    pooler.isAway = true;
    pooler.losesListener('connect ECONNREFUSED');
    await clock.advance(20_000);
    expect(told).toEqual([]);
    pooler.isAway = false;
    await clock.advance(60_000);
    expect(told).toEqual(['not-connected']);
  });
});
