import type { TenantChange, TenantCounts, TenantEntry } from '../../../src/core/ledger/api';
import { TENANT_STATES, type TenantState } from '../../../src/core/ledger/state';
import type { PermissionId } from '../../../src/core/permissions';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../../../src/core/tenant';

/* Organisations that nobody has: what the service would tell of them. */

/** 15 January 2026, 9 o'clock. */
export const NOW_MS = Date.UTC(2026, 0, 15, 9);
const DAY_MS = 24 * 60 * 60_000;

const agoMs = (ms: number): string => new Date(NOW_MS - ms).toISOString();
export const daysAgo = (days: number): string => agoMs(days * DAY_MS);

/** The id of the organisation of this number. */
export const idOf = (number: number): TenantId =>
  parseTenantId(`10000000-0000-4000-8000-${String(number).padStart(12, '0')}`) as TenantId;
const domain = (text: string): DomainName => parseDomain(text) as DomainName;

const NAMES = [
  'Adatum',
  'Bellows College',
  'Best For You Organics',
  'Contoso',
  'Fabrikam Residences and Hospitality Group International',
  'Humongous Insurance',
  'Lamna Healthcare',
  'Margie’s Travel',
  'Northwind Traders',
  'Proseware',
  'Tailspin Toys',
  'Trey Research',
  'Wide World Importers',
  'Woodgrove Bank',
];
const LACKS: readonly PermissionId[] = ['application:User.Read.All', 'application:Mail.ReadWrite'];

/** An organisation of this number; the states follow one another. */
export function entryOf(number: number, changes: Partial<TenantEntry> = {}): TenantEntry {
  const state = TENANT_STATES[number % TENANT_STATES.length] as TenantState;
  const name = NAMES[number % NAMES.length] ?? '';
  const round = Math.floor(number / NAMES.length);
  const host = name.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    tenantId: idOf(number),
    name: round === 0 ? name : `${name} ${String(round + 1)}`,
    domains: [domain(`${host}${round === 0 ? '' : String(round + 1)}.example`)],
    state,
    missing: state === 'partial' ? LACKS.slice(0, (number % 2) + 1) : [],
    situation: number % 3 === 0 ? 'autopilot-everyone' : number % 3 === 1 ? 'no-autopilot' : undefined,
    proof: state === 'granted' ? (number % 2 === 0 ? 'application' : 'look') : undefined,
    since: daysAgo((number * 7) % 400),
    checkedAt: state === 'could-not-tell' ? undefined : agoMs((number % 30) * 60 * 60_000),
    trouble: number % 11 === 0 ? { because: 'unreachable', at: agoMs(20 * 60_000) } : undefined,
    grantedVersion: state === 'granted' ? 1 : undefined,
    openRequests: number % 4 === 1 ? { count: 2, oldestAt: daysAgo(9) } : { count: 0 },
    firstSeenAt: daysAgo(400 + (number % 100)),
    seenBy: 'pane',
    ...changes,
  };
}

/** What the service tells of one whose data was deleted. */
export const deletedEntry = (number: number): TenantEntry => ({
  tenantId: idOf(number),
  domains: [],
  state: 'could-not-tell',
  missing: [],
  since: daysAgo(2),
  openRequests: { count: 0 },
  firstSeenAt: daysAgo(2),
  seenBy: 'operator',
  deletedAt: daysAgo(2),
});

export const entriesOf = (count: number): readonly TenantEntry[] =>
  Array.from({ length: count }, (_, number) => entryOf(number));

/** How many stand in which state, some days ago; it grows towards today. */
function countsOf(dayNumber: number): Readonly<Record<TenantState, number>> {
  const counts = [
    412 + dayNumber * 3,
    38 - Math.floor(dayNumber / 8),
    61,
    9 + Math.floor(dayNumber / 18),
    4,
    120 + dayNumber,
    17,
    2,
  ];
  return Object.fromEntries(TENANT_STATES.map((state, index) => [state, counts[index] ?? 0])) as Record<
    TenantState,
    number
  >;
}

const DAYS = 90;
export const COUNTS: TenantCounts = {
  setVersion: 2,
  now: countsOf(DAYS),
  days: Array.from({ length: DAYS }, (_, day) => ({
    day: daysAgo(DAYS - day).slice(0, 10),
    counts: countsOf(day),
  })),
};

/** The newest first. */
export const HISTORY: readonly TenantChange[] = [
  { at: daysAgo(3), state: 'partial', missing: LACKS, situation: 'autopilot-everyone', setVersion: 2 },
  {
    at: daysAgo(64),
    state: 'granted',
    missing: [],
    situation: 'autopilot-everyone',
    proof: 'look',
    setVersion: 1,
  },
  { at: daysAgo(65), state: 'only-some-people', missing: LACKS, setVersion: 1 },
  { at: daysAgo(301), state: 'never-asked', missing: LACKS, setVersion: 1 },
];
