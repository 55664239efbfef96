import { parseDomain, parseTenantId, type DomainName } from '../../../src/core/tenant';
import type { Database } from '../../../src/service/database/database';
import { createDomains, DOMAINS_AT_MOST, type Domains } from '../../../src/service/ledger/domains';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, onEmptyTables } from '../testing/databases';

const CONTOSO = parseTenantId('00000000-0000-4000-8000-000000000001')!;
const FABRIKAM = parseTenantId('00000000-0000-4000-8000-000000000002')!;
const domain = (name: string): DomainName => parseDomain(name)!;

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  jest.setTimeout(30_000);

  let database: Database;
  let asked: string[];
  let isAway: boolean;
  let domains: Domains;

  onEmptyTables(kind, (opened) => {
    database = opened;
  });
  beforeEach(async () => {
    const clock = new ManualClock();
    asked = [];
    isAway = false;
    domains = createDomains({
      database,
      clock,
      // Microsoft, by whom every name under contoso.example is Contoso's.
      askWhose: (name) => {
        asked.push(name);
        if (isAway) return Promise.resolve('no-answer');
        return Promise.resolve(name.endsWith('contoso.example') ? CONTOSO : 'nobody');
      },
      onTrouble: (error) => {
        throw error;
      },
    });
    await database.query(
      `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       select id, id, 'never-asked', $2, $2, 'pane', $2 from unnest($1::text[]) id`,
      [[CONTOSO, FABRIKAM], new Date(clock.now())],
    );
  });

  const noted = async (): Promise<readonly string[]> =>
    (
      await database.query<{ domain: string }>('select domain from tenant_domains order by tenant_id, domain')
    ).map((row) => row.domain);
  const note = async (name: string, tenant = CONTOSO): Promise<void> => {
    domains.note(tenant, domain(name), false);
    await domains.allNoted();
  };

  test('a domain is noted once Microsoft says whose it is, and Microsoft is asked about it once', async () => {
    for (let request = 0; request < 3; request += 1) await note('contoso.example');
    expect(await noted()).toEqual(['contoso.example']);
    expect(asked).toEqual(['contoso.example']);
  });

  test('a name of another organisation, or of nobody, is not noted', async () => {
    await note('contoso.example', FABRIKAM);
    await note('nobody-has-this-domain.example');
    expect(await noted()).toEqual([]);
  });

  test('many requests at once: one question for each organisation, and the rest is left to the requests that follow', async () => {
    for (let name = 0; name < 20; name += 1) domains.note(CONTOSO, domain(`d${String(name)}.example`), false);
    domains.note(FABRIKAM, domain('fabrikam.example'), false);
    await domains.allNoted();
    expect(asked).toEqual(['d0.example', 'fabrikam.example']);
    await note('contoso.example');
    expect(await noted()).toEqual(['contoso.example']);
  });

  test('an organisation has as many as the list can show, and Microsoft is asked about no more', async () => {
    for (let name = 0; name < DOMAINS_AT_MOST + 3; name += 1) await note(`d${String(name)}.contoso.example`);
    domains.note(CONTOSO, domain('contoso.example'), true);
    await domains.allNoted();
    expect(await noted()).toHaveLength(DOMAINS_AT_MOST);
    expect(asked).toHaveLength(DOMAINS_AT_MOST);
  });

  test('nothing is noted of an organisation that is not in the ledger, or was deleted', async () => {
    await database.query('update tenants set deleted_at = since');
    await note('contoso.example');
    await database.query('delete from tenants');
    await note('contoso.example');
    expect(await noted()).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('what an earlier version has noted on the sender’s word alone is proved when it is to count', async () => {
    await database.query(
      'insert into tenant_domains (tenant_id, domain, seen_at) select $1, name, now() from unnest($2::text[]) name',
      [CONTOSO, ['contoso.example', 'fabrikam.example']],
    );
    expect(await domains.proved(CONTOSO)).toEqual(['contoso.example']);
    // Whoever deletes by them must not take silence for "none of theirs".
    isAway = true;
    expect(await domains.proved(CONTOSO)).toBeUndefined();
  });
});
