import { NO_ANSWERS } from '../api/consent-answer';
import { isoTime, oneOf, parseAll, text } from '../api/parsing';
import { isFields } from '../fields';
import { PROOFS, type PermissionId, type ProvedBy } from '../permissions';
import { parseSituation, type Situation } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';
import { TENANT_STATES, type TenantState } from './state';

/*
 * What the service tells the people who run ExtendSync, the operators, about the organisations. Times travel as ISO 8601
 * strings in UTC. Nothing in it names a person.
 */

/** How an organisation came into the ledger. */
export const SEEN_BY = ['pane', 'approval', 'operator', 'earlier-version'] as const;
export type SeenBy = (typeof SEEN_BY)[number];

/** A name as this version reads it: `unknown` where only a newer one has it. Nobody is hidden for that. */
export type Read<T extends string> = T | 'unknown';

/** One organisation. */
export interface TenantEntry {
  readonly tenantId: TenantId;
  /** Undefined where Microsoft has not told it, and for an organisation whose data was deleted. */
  readonly name?: string | undefined;
  /** As its own people have named it. */
  readonly domains: readonly DomainName[];
  readonly state: Read<TenantState>;
  /** The required permissions that are missing for everybody. */
  readonly missing: readonly PermissionId[];
  /** What it does with ExtendSync: as an administrator's look has shown it, else the largest set that is proved. */
  readonly situation?: Situation | undefined;
  readonly proof?: ProvedBy | undefined;
  /** Since when the state is this one. */
  readonly since: string;
  /** When Microsoft last gave an answer. */
  readonly checkedAt?: string | undefined;
  /** The last question came after that, and Microsoft gave no answer. */
  readonly trouble?: { readonly because: (typeof NO_ANSWERS)[number]; readonly at: string } | undefined;
  /** The version of the permission set that was last granted in full. */
  readonly grantedVersion?: number | undefined;
  /** Requests of its own people that wait for an administrator. */
  readonly openRequests: { readonly count: number; readonly oldestAt?: string | undefined };
  /** Of one whose data was deleted: when that was, by an operator. */
  readonly firstSeenAt: string;
  readonly seenBy: Read<SeenBy>;
  /** The organisation asked for its data to be deleted: only this entry is left. */
  readonly deletedAt?: string | undefined;
}

/** A state as it is shown: an organisation whose data was deleted stands in none. */
export type ShownState = Read<TenantState> | 'deleted';
export const stateShown = ({ state, deletedAt }: TenantEntry): ShownState =>
  deletedAt === undefined ? state : 'deleted';

/** One change of an organisation's entry. */
export interface TenantChange {
  readonly at: string;
  readonly state: Read<TenantState>;
  readonly missing: readonly PermissionId[];
  readonly situation?: Situation | undefined;
  readonly proof?: ProvedBy | undefined;
  /** The version of the permission set that it was judged by. */
  readonly setVersion: number;
}

/** `GET /api/tenants` */
export interface TenantPage {
  readonly tenants: readonly TenantEntry[];
  /** Where the next page begins; undefined on the last one. */
  readonly next?: string | undefined;
}

/** `GET /api/tenants/{id}` */
export interface TenantWithHistory {
  readonly tenant: TenantEntry;
  /** The newest first. */
  readonly history: readonly TenantChange[];
}

/** What came of the wish to ask Microsoft about an organisation. */
export interface TenantQuestion {
  /** Microsoft was asked. Else it was asked a moment before, or wants to be left alone. */
  readonly asked: boolean;
  /** Until when it wants to be left alone. */
  readonly waitsUntil?: string | undefined;
}

/** `POST /api/tenants/{id}/checks`: on its way the question stands beside what the entry has. */
export interface CheckedTenant {
  readonly tenant: TenantEntry;
  /** Undefined where the organisation's data was deleted, and where the service is older than this. */
  readonly question?: TenantQuestion | undefined;
}

/** `GET /api/tenants/counts`: how many organisations stand in which state, today and on the days before. */
export interface TenantCounts {
  readonly setVersion: number;
  readonly now: Readonly<Record<TenantState, number>>;
  /** The oldest first; a day on which nobody counted is not there. */
  readonly days: readonly { readonly day: string; readonly counts: Readonly<Record<TenantState, number>> }[];
}

/** What the list can be sorted by; each one ascends with `sort=<name>` and descends with `sort=-<name>`. */
export const TENANT_SORTS = ['name', 'since', 'checked', 'seen'] as const;
export type TenantSort = (typeof TENANT_SORTS)[number];

/** What is asked of the list; it stands in the page's address as it stands in the service's. */
export interface TenantQuery {
  readonly states: readonly TenantState[];
  readonly situation?: Situation | 'unknown' | undefined;
  /** Only those whose state is at least so many days old. */
  readonly olderThanDays?: number | undefined;
  /** Part of a name or a domain, or the beginning of a tenant id. */
  readonly text?: string | undefined;
  readonly sort: TenantSort;
  readonly descending: boolean;
}

export const OPERATOR_PATHS = {
  page: '/operators',
  tenants: '/api/tenants',
  counts: '/api/tenants/counts',
  csv: '/api/tenants.csv',
  tenant: (id: string): string => `/api/tenants/${id}`,
  checks: (id: string): string => `/api/tenants/${id}/checks`,
  webhookFailures: '/api/webhooks/failures',
  webhookRetries: '/api/webhooks/failures/retries',
} as const;

const LONGEST_TEXT = 200;
const OLDEST_DAYS = 3_650;

/** Reads a query from an address; what is not understood is left out, as in any address that a person may edit. */
export function parseTenantQuery(parameters: URLSearchParams): TenantQuery {
  const states = parameters
    .getAll('state')
    .flatMap((names) => names.split(','))
    .flatMap((name) => stateIn(name) ?? []);
  const situationText = parameters.get('situation');
  const sortText = parameters.get('sort') ?? '';
  const descending = sortText.startsWith('-');
  const days = Number(parameters.get('olderThanDays') ?? '');
  // PostgreSQL takes no NUL in a text.
  const part = parameters.get('text')?.replaceAll('\0', '').trim().slice(0, LONGEST_TEXT);
  return {
    states: [...new Set(states)],
    situation: situationText === 'unknown' ? 'unknown' : parseSituation(situationText),
    olderThanDays: Number.isInteger(days) && days > 0 && days <= OLDEST_DAYS ? days : undefined,
    text: part === '' ? undefined : part,
    sort: TENANT_SORTS.find((name) => name === sortText.replace(/^-/, '')) ?? 'name',
    descending,
  };
}

/** The same query as an address has it. */
export function tenantQueryParameters(query: TenantQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const state of query.states) parameters.append('state', state);
  if (query.situation !== undefined) parameters.set('situation', query.situation);
  if (query.olderThanDays !== undefined) parameters.set('olderThanDays', String(query.olderThanDays));
  if (query.text !== undefined) parameters.set('text', query.text);
  if (query.sort !== 'name' || query.descending)
    parameters.set('sort', `${query.descending ? '-' : ''}${query.sort}`);
  return parameters;
}

const stateIn = (value: unknown): TenantState | undefined => oneOf(value, TENANT_STATES);
const countIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
const PERMISSION_ID = /^(?:delegated|application):\S{1,200}$/;
const permissionsIn = (value: unknown): readonly PermissionId[] =>
  Array.isArray(value)
    ? value.filter((item): item is PermissionId => typeof item === 'string' && PERMISSION_ID.test(item))
    : [];

const readName = <const T extends string>(value: unknown, names: readonly T[]): Read<T> | undefined =>
  oneOf(value, names) ?? (text(value) === undefined ? undefined : 'unknown');

/** Reads one organisation; undefined for anything else. */
export function parseTenantEntry(value: unknown): TenantEntry | undefined {
  if (!isFields(value)) return undefined;
  const tenantId = parseTenantId(value['tenantId']);
  const state = readName(value['state'], TENANT_STATES);
  const since = isoTime(value['since']);
  const firstSeenAt = isoTime(value['firstSeenAt']);
  const seenBy = readName(value['seenBy'], SEEN_BY);
  if (!tenantId || !state || !since || !firstSeenAt || !seenBy) return undefined;
  const trouble = isFields(value['trouble']) ? value['trouble'] : {};
  const because = oneOf(trouble['because'], NO_ANSWERS);
  const troubleAt = isoTime(trouble['at']);
  const open = isFields(value['openRequests']) ? value['openRequests'] : {};
  return {
    tenantId,
    name: text(value['name']),
    domains: Array.isArray(value['domains'])
      ? value['domains'].flatMap((domain) => parseDomain(domain) ?? [])
      : [],
    state,
    missing: permissionsIn(value['missing']),
    situation: parseSituation(value['situation']),
    proof: oneOf(value['proof'], PROOFS),
    since,
    checkedAt: isoTime(value['checkedAt']),
    trouble: because && troubleAt ? { because, at: troubleAt } : undefined,
    grantedVersion: countIn(value['grantedVersion']),
    openRequests: { count: countIn(open['count']) ?? 0, oldestAt: isoTime(open['oldestAt']) },
    firstSeenAt,
    seenBy,
    deletedAt: isoTime(value['deletedAt']),
  };
}

/** Reads what a check has found; undefined for anything else. */
export function parseCheckedTenant(value: unknown): CheckedTenant | undefined {
  const tenant = parseTenantEntry(value);
  if (!tenant || !isFields(value)) return undefined;
  const question = isFields(value['question']) ? value['question'] : {};
  const { asked } = question;
  return typeof asked === 'boolean'
    ? { tenant, question: { asked, waitsUntil: isoTime(question['waitsUntil']) } }
    : { tenant };
}

/** Reads a page of the list; undefined for anything else. */
export function parseTenantPage(value: unknown): TenantPage | undefined {
  if (!isFields(value)) return undefined;
  const tenants = parseAll(value['tenants'], parseTenantEntry);
  return tenants && { tenants, next: text(value['next']) };
}

function parseTenantChange(value: unknown): TenantChange | undefined {
  if (!isFields(value)) return undefined;
  const at = isoTime(value['at']);
  const state = readName(value['state'], TENANT_STATES);
  const setVersion = countIn(value['setVersion']);
  if (!at || !state || setVersion === undefined) return undefined;
  return {
    at,
    state,
    missing: permissionsIn(value['missing']),
    situation: parseSituation(value['situation']),
    proof: oneOf(value['proof'], PROOFS),
    setVersion,
  };
}

/** Reads an organisation with its history; undefined for anything else. */
export function parseTenantWithHistory(value: unknown): TenantWithHistory | undefined {
  if (!isFields(value)) return undefined;
  const tenant = parseTenantEntry(value['tenant']);
  const history = parseAll(value['history'], parseTenantChange);
  return tenant && history && { tenant, history };
}

function parseCounts(value: unknown): Readonly<Record<TenantState, number>> | undefined {
  if (!isFields(value)) return undefined;
  return Object.fromEntries(TENANT_STATES.map((state) => [state, countIn(value[state]) ?? 0])) as Record<
    TenantState,
    number
  >;
}

/** Reads the counts; undefined for anything else. */
export function parseTenantCounts(value: unknown): TenantCounts | undefined {
  if (!isFields(value) || !Array.isArray(value['days'])) return undefined;
  const now = parseCounts(value['now']);
  const setVersion = countIn(value['setVersion']);
  if (!now || setVersion === undefined) return undefined;
  const days = value['days'].flatMap((item: unknown) => {
    const day = isFields(item) && typeof item['day'] === 'string' ? item['day'] : undefined;
    const counts = isFields(item) ? parseCounts(item['counts']) : undefined;
    return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && counts ? [{ day, counts }] : [];
  });
  return { setVersion, now, days };
}
