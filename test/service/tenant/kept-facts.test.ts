import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { Database } from '../../../src/service/database/database';
import type { LookFacts, TenantFacts } from '../../../src/service/tenant/facts';
import {
  createKeptFacts,
  NOT_GRANTED_FOR_MS,
  stillCounts,
  type KeptFacts,
  type KeptRow,
} from '../../../src/service/tenant/kept-facts';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, onEmptyTables } from '../testing/databases';
import { grantedFacts } from '../testing/ledger-parts';

const CONTOSO = parseTenantId('00000000-0000-4000-8000-000000000001')!;
const FABRIKAM = parseTenantId('00000000-0000-4000-8000-000000000002')!;
const NOTHING: TenantFacts = { kind: 'nothing-granted', code: 'AADSTS700016' };
const SEEN: LookFacts = { enabled: true, assignmentRequired: false, tenantScopes: ['Mail.ReadWrite'] };

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  let database: Database;
  let clock: ManualClock;
  let kept: KeptFacts;

  onEmptyTables(kind, (opened) => {
    database = opened;
  });
  beforeEach(() => {
    clock = new ManualClock();
    kept = createKeptFacts(database, clock, PERMISSION_SET, { endsLooks: true });
  });
  afterEach(() => kept.close());

  const hint = async (number: number): Promise<void> =>
    void (await database.query(
      `insert into tenant_hints (tenant_id, number, hinted_at) values ($1, $2, $3)
       on conflict (tenant_id) do update set number = excluded.number, hinted_at = excluded.hinted_at`,
      [CONTOSO, number, new Date(clock.now())],
    ));
  const looked = async (): Promise<void> =>
    void (await database.query(
      `insert into tenant_looks (tenant_id, seen_at, facts) values ($1, $2, $3)
       on conflict (tenant_id) do update set seen_at = excluded.seen_at`,
      [CONTOSO, new Date(clock.now()), JSON.stringify(SEEN)],
    ));
  /** What an instance writes whose clock is ahead by so much. */
  const found = (row: KeptRow, facts: TenantFacts, aheadMs = 0): Promise<void> =>
    kept.keep(row, { facts, checkedAtMs: clock.now() + aheadMs }, clock.now(), clock.now());
  const stands = async (): Promise<string | undefined> => (await kept.read(CONTOSO)).facts?.kind;

  test.each([
    ['', 0],
    [', by the clock of an instance that is seconds ahead', 3_000],
    [', by the clock of an instance that is a day ahead', 24 * 60 * 60_000],
  ])('a check that began before a hint takes nothing from one that began after it%s', async (_, aheadMs) => {
    await hint(1);
    const before = await kept.read(CONTOSO);
    await hint(2);
    const after = await kept.read(CONTOSO);
    await clock.advance(1_000);
    await found(after, grantedFacts(PERMISSION_SET));
    await found(before, NOTHING, aheadMs);
    expect(await stands()).toBe('token');
  });

  test('nor where the one that began after it was dated by a clock that is a day ahead', async () => {
    await hint(1);
    const before = await kept.read(CONTOSO);
    await hint(2);
    await found(await kept.read(CONTOSO), grantedFacts(PERMISSION_SET), 24 * 60 * 60_000);
    await found(before, NOTHING);
    expect(await stands()).toBe('token');
  });

  test('a check after the same hint takes the place of an earlier one', async () => {
    await hint(1);
    const row = await kept.read(CONTOSO);
    await found(row, NOTHING);
    await clock.advance(1);
    await found(row, grantedFacts(PERMISSION_SET));
    expect(await stands()).toBe('token');
  });

  test('a look that was taken while a check contradicts the one before it stays', async () => {
    await looked();
    // The look may be contradicted once it no longer leads.
    await clock.advance(60 * 60_000);
    const row = await kept.read(CONTOSO);
    const contradicted = {
      facts: NOTHING,
      checkedAtMs: clock.now(),
      look: { facts: SEEN, seenAtMs: row.seen_at!.getTime(), isAhead: false },
    };
    await looked();
    await kept.keep(row, contradicted, clock.now(), clock.now());
    expect(await database.query('select 1 from tenant_looks')).toHaveLength(1);
    await kept.keep(await kept.read(CONTOSO), contradicted, clock.now(), clock.now());
    expect(await database.query('select 1 from tenant_looks')).toEqual([]);
  });

  test('"not granted" is told again for five seconds, and not at all while a grant may spread after a hint', async () => {
    await found(await kept.read(CONTOSO), NOTHING);
    const atRest = await kept.read(CONTOSO);
    expect(stillCounts(atRest, clock.now() + NOT_GRANTED_FOR_MS)).toBeDefined();
    expect(stillCounts(atRest, clock.now() + NOT_GRANTED_FOR_MS + 1)).toBeUndefined();
    await hint(1);
    await found(await kept.read(CONTOSO), NOTHING);
    const hinted = await kept.read(CONTOSO);
    expect(hinted.checked_with).toBe(1);
    expect(stillCounts(hinted, clock.now())).toBeUndefined();
  });

  test.each([
    '{}',
    '{"kind":"a-new-kind"}',
    '{"kind":"token"}',
    '{"kind":"token","directory":{"kind":"read"}}',
    '{"kind":"token","roles":"all","directory":{"kind":"not-permitted"}}',
  ])('facts that another version has written, %s, count as nothing, and take nobody along', async (facts) => {
    const now = new Date(clock.now());
    const keep = (tenant: TenantId, json: string): Promise<unknown> =>
      database.query('insert into tenant_checks values ($1, 0, $2, $3::jsonb)', [tenant, now, json]);
    await keep(CONTOSO, facts);
    await keep(FABRIKAM, JSON.stringify(grantedFacts(PERMISSION_SET)));
    await database.query('insert into tenant_looks values ($1, $2, $3::jsonb)', [FABRIKAM, now, facts]);
    const [unread, read] = await Promise.all([kept.read(CONTOSO), kept.read(FABRIKAM)]);
    expect(unread).toMatchObject({ known: undefined, isProved: false });
    expect(read).toMatchObject({ isProved: true, look: null });
  });
});
