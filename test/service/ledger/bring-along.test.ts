import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId } from '../../../src/core/tenant';
import { migrate } from '../../../src/service/database/migrations';
import { bringAlong } from '../../../src/service/ledger/bring-along';
import { ManualClock } from '../../support/manual-clock';
import { startDatabases, type DatabaseServer } from '../testing/databases';
import { grantedFacts, startLedgerParts } from '../testing/ledger-parts';

const CONTOSO = parseTenantId('11111111-1111-4111-8111-111111111111')!;
const FABRIKAM = parseTenantId('22222222-2222-4222-8222-222222222222')!;
const START_LIMIT_MS = 90_000;

let databases: DatabaseServer;
beforeAll(async () => {
  databases = await startDatabases('pglite');
}, START_LIMIT_MS);
afterAll(() => databases.stop());

test.each([
  ['of a kind that only another version knows', { kind: 'of-tomorrow' }],
  ['of a kind that is known, in another form', { kind: 'token', directory: { kind: 'read' } }],
])(
  'what is kept of one organisation, %s, counts for nothing and leaves out no other',
  async (_, unreadable) => {
    const { database } = await databases.empty();
    await migrate(database);
    const clock = new ManualClock(Date.parse('2026-03-02T09:00:00Z'));
    const parts = await startLedgerParts(database, clock, () => Promise.reject(new Error('nobody is asked')));
    const kept = [
      [CONTOSO, unreadable],
      [FABRIKAM, grantedFacts(PERMISSION_SET)],
    ] as const;
    for (const [tenant, facts] of kept) {
      await parts.ledger.enter(tenant, 'earlier-version');
      await database.query(
        'insert into tenant_checks (tenant_id, hint_number, checked_at, facts) values ($1, 0, $2, $3)',
        [tenant, new Date(clock.now()), JSON.stringify(facts)],
      );
    }
    await bringAlong(database, parts.ledger, PERMISSION_SET);
    expect(await database.query('select state from tenants order by tenant_id')).toEqual([
      { state: 'could-not-tell' },
      { state: 'granted' },
    ]);
    await parts.close();
  },
  START_LIMIT_MS,
);
