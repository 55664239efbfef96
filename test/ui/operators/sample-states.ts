import { parseTenantQuery, type TenantEntry, type TenantQuery } from '../../../src/core/ledger/api';
import {
  initialOperatorsState,
  type OpenTenant,
  type OperatorsState,
  type TenantList,
} from '../../../src/core/operators/state';
import {
  COUNTS,
  daysAgo,
  deletedEntry,
  entriesOf,
  entryOf,
  HISTORY,
  idOf,
  NOW_MS,
} from '../../core/operators/samples';

/* The operators' page as it can look, by names. */

export const SAMPLE_NOW_MS = NOW_MS;

const queryOf = (text: string): TenantQuery => parseTenantQuery(new URLSearchParams(text));
const IDLE = { phase: 'idle' } as const;
const READ_COUNTS = { ...COUNTS, readAtMs: NOW_MS };
const START = initialOperatorsState(queryOf(''));
const SIGNED_IN: OperatorsState = {
  ...START,
  session: { phase: 'signed-in', after: 0, byClick: false },
  counts: { known: READ_COUNTS, asking: IDLE },
  list: { tenants: entriesOf(200), next: 'c1', readAtMs: NOW_MS, shows: 'this-query', asking: IDLE },
  asked: 2,
};

/** The panel of a partly granted organisation, read. */
const PARTIAL: TenantEntry = entryOf(33, { domains: [...entryOf(33).domains, ...entryOf(32).domains] });
/** The same, as Microsoft has just answered. */
const CHECKED: TenantEntry = { ...PARTIAL, checkedAt: daysAgo(0), trouble: undefined };
const PANEL: OpenTenant = {
  id: PARTIAL.tenantId,
  tenant: PARTIAL,
  history: HISTORY,
  reading: IDLE,
  check: { phase: 'none' },
  link: { phase: 'none' },
  deletion: { phase: 'none' },
};
const panel = (changes: Partial<OpenTenant>): OperatorsState => ({
  ...SIGNED_IN,
  open: { ...PANEL, ...changes },
});
const NO_TENANTS: TenantList = { tenants: [], readAtMs: NOW_MS, shows: 'this-query', asking: IDLE };
const LINK = 'https://extendsync.example/grant.html?request=AbCdEfGhIjKlMnOpQrStUv';

export const SAMPLE_STATES: ReadonlyMap<string, OperatorsState> = new Map<string, OperatorsState>([
  ['looking', START],
  ['signed-out', { ...START, session: { phase: 'signed-out' } }],
  [
    'sign-in-refused',
    {
      ...START,
      session: { phase: 'signed-out', because: { ok: false, why: 'refused', code: 'AADSTS50105' } },
    },
  ],
  ['not-operator', { ...START, session: { phase: 'not-operator' } }],
  [
    'loading',
    {
      ...SIGNED_IN,
      counts: { asking: { phase: 'under-way', number: 2 } },
      list: { tenants: [], shows: 'nothing', asking: { phase: 'under-way', number: 1 } },
    },
  ],
  ['list', SIGNED_IN],
  [
    'filtered',
    {
      ...SIGNED_IN,
      query: queryOf('state=partial&state=withdrawn&text=wood&olderThanDays=45&sort=-since'),
      list: {
        tenants: entriesOf(40).filter(({ state }) => state === 'partial' || state === 'withdrawn'),
        next: 'c1',
        readAtMs: NOW_MS,
        shows: 'this-query',
        asking: { phase: 'failed', why: 'unreachable' },
      },
      notice: { kind: 'csv-saved' },
    },
  ],
  [
    'empty',
    { ...SIGNED_IN, list: NO_TENANTS, counts: { known: { ...READ_COUNTS, days: [] }, asking: IDLE } },
  ],
  ['no-match', { ...SIGNED_IN, query: queryOf('text=nobody'), list: NO_TENANTS }],
  [
    'failed',
    {
      ...SIGNED_IN,
      counts: { asking: { phase: 'failed', why: 'unreachable' } },
      list: { tenants: [], shows: 'nothing', asking: { phase: 'failed', why: 'unreachable' } },
    },
  ],
  [
    'panel',
    panel({
      check: { phase: 'checked', found: { tenant: CHECKED, question: { asked: true } } },
      link: { phase: 'made', link: LINK, isCopied: true },
    }),
  ],
  [
    'panel-deleted',
    panel({
      id: idOf(6),
      tenant: deletedEntry(6),
      history: [],
    }),
  ],
  ['deletion', panel({ deletion: { phase: 'to-confirm' } })],
  ['entry', { ...SIGNED_IN, entry: { phase: 'open', problem: 'no-tenant-id' } }],
]);

/** A sample by its name. */
export function sampleState(name: string): OperatorsState {
  const state = SAMPLE_STATES.get(name);
  if (!state) throw new Error(`There is no sample "${name}".`);
  return state;
}

/** A list of so many, read to its end. */
export const listOf = (count: number): OperatorsState => ({
  ...SIGNED_IN,
  list: { tenants: entriesOf(count), readAtMs: NOW_MS, shows: 'this-query', asking: IDLE },
});
