import { parseTenantQuery } from '../../../src/core/ledger/api';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { Database } from '../../../src/service/database/database';
import { folded, foldNames } from '../../../src/service/ledger/folded';
import { createLedgerList } from '../../../src/service/ledger/list';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, onEmptyTables } from '../testing/databases';
import { grantedFacts, startLedgerParts, type LedgerParts } from '../testing/ledger-parts';

const CONTOSO = parseTenantId('00000000-0000-4000-8000-000000000001')!;

/** Names, and what else somebody may type to find them. */
const NAMES: readonly (readonly [name: string, ...typed: string[]])[] = [
  ['Contoso', 'contoso', 'CONTOSO', 'onto'],
  ['Ärztehaus Mitte', 'ärztehaus', 'ÄRZTEHAUS', 'A\u0308rztehaus'],
  ['ÖBB', 'öbb'],
  ['Żabka', 'żabka', 'ŻABKA'],
  ['İstanbul Ticaret', 'istanbul', 'ISTANBUL', 'i\u0307stanbul'],
  ['ΣΕΛΑΣ ΑΕ', 'σελας', 'σελασ', 'ΣΕΛΑΣ'],
  ['Σελασία', 'ΣΕΛΑΣ'],
  ['Straße', 'straße', 'STRAẞE'],
  ['ＡＢＣ商事', 'abc', 'ABC商事'],
  ['Дом 100%_', 'ДОМ 100%_'],
];

test('a name is no longer than an index takes, however its letters are folded', () => {
  expect(Buffer.byteLength(folded('\uFDFA'.repeat(256)))).toBeLessThan(2_000);
});

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  // The machine may be busy; a statement that hangs is found all the same.
  jest.setTimeout(30_000);

  let database: Database;
  let clock: ManualClock;
  let name: string | undefined;
  let parts: LedgerParts;

  onEmptyTables(kind, (opened) => {
    database = opened;
  });
  beforeEach(async () => {
    clock = new ManualClock();
    parts = await startLedgerParts(database, clock, () =>
      Promise.resolve(grantedFacts(PERMISSION_SET, name)),
    );
  });
  afterEach(() => parts.close());

  const sees = async (tenant: TenantId, called: string): Promise<void> => {
    name = called;
    await clock.advance(120_000);
    await parts.checks.check(tenant, 'approval');
    await parts.recorded();
  };
  /** The names in the list, for whoever types this. */
  const finds = async (text: string): Promise<readonly (string | undefined)[]> => {
    const query = parseTenantQuery(new URLSearchParams({ text }));
    const page = await createLedgerList(database, clock).page(query, undefined, 10);
    return page?.tenants.map((tenant) => tenant.name) ?? [];
  };
  /** As an earlier version wrote a name on a server whose locale is "C". */
  const writtenBefore = (tenant: TenantId, called: string) =>
    database.query(
      `insert into tenants (tenant_id, name, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       values ($1, $2, lower($2 collate "C"), 'granted', now(), now(), 'pane', now())
       on conflict (tenant_id) do update set name = excluded.name, sort_name = excluded.sort_name`,
      [tenant, called],
    );

  test.each(NAMES)('%s is found by what is typed of it', async (called, ...typed) => {
    await sees(CONTOSO, called);
    for (const text of [called, ...typed]) expect([text, await finds(text)]).toEqual([text, [called]]);
  });

  test.each(NAMES)(
    '%s, as an earlier version wrote it, is found likewise after a start',
    async (called, ...typed) => {
      await writtenBefore(CONTOSO, called);
      await foldNames(database, () => true);
      for (const text of [called, ...typed]) expect([text, await finds(text)]).toEqual([text, [called]]);
    },
  );

  test('names by the thousand are folded, and an instance of before that writes one again is mended by the next answer', async () => {
    const all = Array.from({ length: 1_201 }, (_, number) =>
      parseTenantId(`10000000-0000-4000-8000-${String(number).padStart(12, '0')}`)!,
    );
    await database.query(
      `insert into tenants (tenant_id, name, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       select id, 'Ö ' || id, 'Ö ' || id, 'granted', now(), now(), 'pane', now() from unnest($1::text[]) id`,
      [all],
    );
    const left = "select from tenants where sort_name like 'Ö%'";
    let turns = 0;
    await foldNames(database, () => (turns += 1) < 5);
    expect((await database.query(left)).length).toBeGreaterThan(500);
    await foldNames(database, () => true);
    expect(await database.query(left)).toHaveLength(0);
    await writtenBefore(all[7]!, 'Ö neu');
    expect(await database.query(left)).toHaveLength(1);
    await sees(all[7]!, 'Ö neu');
    expect(await finds('ö neu')).toEqual(['Ö neu']);
  });

  test('an answer without a name leaves the one that is known, and its place', async () => {
    await sees(CONTOSO, 'Ärztehaus');
    await clock.advance(120_000);
    const { kind: token, roles } = grantedFacts(PERMISSION_SET) as Extract<
      ReturnType<typeof grantedFacts>,
      { kind: 'token' }
    >;
    await parts.close();
    parts = await startLedgerParts(database, clock, () =>
      Promise.resolve({ kind: token, roles, directory: { kind: 'not-shown' } }),
    );
    await parts.checks.check(CONTOSO, 'approval');
    await parts.recorded();
    expect(await finds('ärztehaus')).toEqual(['Ärztehaus']);
  });
});
