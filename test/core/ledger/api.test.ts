import {
  parseTenantCounts,
  parseTenantEntry,
  parseTenantPage,
  parseTenantQuery,
  parseTenantWithHistory,
  tenantQueryParameters,
} from '../../../src/core/ledger/api';

const ENTRY = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  name: 'Contoso',
  domains: ['contoso.example'],
  state: 'partial',
  missing: ['application:User.Read.All'],
  situation: 'autopilot-on',
  proof: 'application',
  since: '2026-11-28T10:00:00.000Z',
  checkedAt: '2026-11-28T10:00:00.000Z',
  trouble: { because: 'throttled', at: '2026-11-28T11:00:00.000Z' },
  grantedVersion: 1,
  openRequests: { count: 2, oldestAt: '2026-11-01T10:00:00.000Z' },
  firstSeenAt: '2026-01-01T10:00:00.000Z',
  seenBy: 'pane',
};

test('an organisation reads back as it was told', () => {
  expect(parseTenantEntry(ENTRY)).toEqual({ ...ENTRY, deletedAt: undefined });
  expect(parseTenantPage({ tenants: [ENTRY], next: 'abc' })?.next).toBe('abc');
});

test.each([
  ['no fields', null],
  ['no id', { ...ENTRY, tenantId: 'contoso' }],
  ['no state', { ...ENTRY, state: 7 }],
  ['no time', { ...ENTRY, since: 'yesterday' }],
  ['nobody saw it', { ...ENTRY, seenBy: '' }],
])('%s is no organisation, and a list with it is none', (_what, entry) => {
  expect(parseTenantEntry(entry)).toBeUndefined();
  expect(parseTenantPage({ tenants: [ENTRY, entry] })).toBeUndefined();
});

test('a name that only a newer service has hides no organisation: it is unknown', () => {
  const newer = { ...ENTRY, state: 'expiring', seenBy: 'import' };
  expect(parseTenantPage({ tenants: [ENTRY, newer] })?.tenants).toEqual([
    expect.objectContaining({ state: 'partial', seenBy: 'pane' }),
    expect.objectContaining({ state: 'unknown', seenBy: 'unknown' }),
  ]);
  const change = { at: ENTRY.since, state: 'expiring', missing: [], setVersion: 2 };
  expect(parseTenantWithHistory({ tenant: newer, history: [change] })?.history).toMatchObject([
    { state: 'unknown' },
  ]);
});

test('what nobody knows is left out, and what is not understood as well', () => {
  const { tenantId, state, since, firstSeenAt, seenBy } = ENTRY;
  expect(
    parseTenantEntry({
      tenantId,
      state,
      since,
      firstSeenAt,
      seenBy,
      domains: ['<script>', 5, 'fabrikam.example'],
      missing: ['mail', 'delegated:Mail.Read', null],
      trouble: { because: 'rain' },
    }),
  ).toMatchObject({
    domains: ['fabrikam.example'],
    missing: ['delegated:Mail.Read'],
    trouble: undefined,
    openRequests: { count: 0 },
  });
});

test('a history and the counts read back', () => {
  const change = {
    at: '2026-11-28T10:00:00.000Z',
    state: 'granted',
    missing: [],
    situation: 'no-autopilot',
    proof: 'look',
    setVersion: 1,
  };
  expect(parseTenantWithHistory({ tenant: ENTRY, history: [change] })?.history).toEqual([change]);
  expect(parseTenantWithHistory({ tenant: ENTRY, history: [{ ...change, state: 5 }] })).toBeUndefined();
  const counts = parseTenantCounts({
    setVersion: 1,
    now: { granted: 3 },
    days: [{ day: '2026-11-27', counts: { granted: 2 } }, { day: 'yesterday' }],
  });
  expect(counts?.now.granted).toBe(3);
  expect(counts?.now.withdrawn).toBe(0);
  expect(counts?.days.map(({ day }) => day)).toEqual(['2026-11-27']);
});

test.each([
  '',
  'state=granted&state=partial&sort=-since',
  'situation=unknown&olderThanDays=30&text=contoso',
  'situation=group-edition&sort=checked',
])('an address holds what the list shows: %s', (address) => {
  expect(tenantQueryParameters(parseTenantQuery(new URLSearchParams(address))).toString()).toBe(address);
});

test.each([
  ['state=green', ''],
  ['state=granted,granted,never-asked', 'state=granted&state=never-asked'],
  ['sort=password&text=%20%20', ''],
  ['olderThanDays=-1', ''],
  ['olderThanDays=99999999999', ''],
  ['situation=everything', ''],
])('an address that somebody has written by hand: %s', (address, understood) => {
  expect(tenantQueryParameters(parseTenantQuery(new URLSearchParams(address))).toString()).toBe(understood);
});
