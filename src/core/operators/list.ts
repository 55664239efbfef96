import type { Moment } from '../asking/watch';
import type { TenantCounts, TenantEntry, TenantPage, TenantQuery } from '../ledger/api';
import { LONGEST_WAIT_MS } from '../retry-after';
import type { Asked, Trouble, WhyNot } from './asked';
import type { OperatorsEffect } from './effect';
import type { OperatorsTimer } from './event';
import {
  awaits,
  NO_LIST,
  type Failed,
  type OperatorsState,
  type OperatorsStep,
  type TenantList,
} from './state';

// Long enough for the next letter, short enough to seem at once.
const TYPING_MS = 300;

/** Asks for the first page of the query. Rows that are there stay until it has come. */
export function readFirstPage(state: OperatorsState): OperatorsStep {
  const number = state.asked + 1;
  const { tenants } = state.list;
  return [
    {
      ...state,
      asked: number,
      list: {
        tenants,
        shows: tenants.length === 0 ? 'nothing' : 'stale',
        asking: { phase: 'under-way', number },
      },
    },
    [
      { do: 'cancel', timer: 'typing' },
      { do: 'cancel', timer: 'page' },
      { do: 'read-page', number, query: state.query },
    ],
  ];
}

/** Another query: the address follows at once, and an answer to the query before is late from now on. */
export function changeQuery(state: OperatorsState, query: TenantQuery, typing: boolean): OperatorsStep {
  const changed: OperatorsState = { ...state, query };
  if (state.session.phase !== 'signed-in') return [changed, [{ do: 'show-query', query }]];
  const [reading, effects] = readFirstPage(changed);
  if (!typing) return [reading, [{ do: 'show-query', query }, ...effects]];
  // Numbered now and asked once the typing has ended: nothing that was under way counts any more.
  return [
    reading,
    [
      { do: 'show-query', query },
      { do: 'cancel', timer: 'page' },
      { do: 'schedule', timer: 'typing', delayMs: TYPING_MS },
    ],
  ];
}

/** Nobody has typed for a moment: the question that was numbered goes out. */
export function askAfterTyping(state: OperatorsState): OperatorsStep {
  const { asking } = state.list;
  return asking.phase === 'under-way'
    ? [state, [{ do: 'read-page', number: asking.number, query: state.query }]]
    : [state, []];
}

/** Asks for the page that follows, unless one is under way, or the last try failed: then the operator decides. */
export function readNextPage(state: OperatorsState): OperatorsStep {
  const { list } = state;
  return list.shows === 'this-query' && list.asking.phase === 'idle' ? askNextPage(state) : [state, []];
}

function askNextPage(state: OperatorsState): OperatorsStep {
  const { list, query } = state;
  if (list.next === undefined) return [state, []];
  const number = state.asked + 1;
  return [
    { ...state, asked: number, list: { ...list, asking: { phase: 'under-way', number } } },
    [
      { do: 'cancel', timer: 'page' },
      { do: 'read-page', number, query, cursor: list.next },
    ],
  ];
}

/** The page that failed, and the counts where they failed as well. */
export function retry(state: OperatorsState): OperatorsStep {
  const [reading, effects] = retryPage(state);
  const [counting, more] = retryCounts(reading);
  return [counting, [...effects, ...more]];
}

/** The counts alone. */
export const retryCounts = (state: OperatorsState): OperatorsStep =>
  state.counts.asking.phase === 'failed' ? readCounts(state) : [state, []];

/** The page alone, as the service has named a time. */
export function retryPage(state: OperatorsState): OperatorsStep {
  if (state.list.asking.phase !== 'failed') return [state, []];
  return state.list.shows === 'this-query' ? askNextPage(state) : readFirstPage(state);
}

export function takePage(
  state: OperatorsState,
  number: number,
  answer: Asked<TenantPage>,
  moment: Moment,
): OperatorsStep {
  const { list } = state;
  if (!awaits(list.asking, number)) return [state, []];
  if (!answer.ok) return missPage(state, answer, moment);
  const { tenants, next } = answer.value;
  const isFirst = list.shows !== 'this-query';
  return [
    {
      ...state,
      list: {
        tenants: appended(isFirst ? [] : list.tenants, tenants),
        next,
        // What was read first is the oldest, and the list is as old as that.
        readAtMs: isFirst ? moment.nowMs : list.readAtMs,
        shows: 'this-query',
        asking: { phase: 'idle' },
      },
    },
    [],
  ];
}

/**
 * A row whose organisation changes between two pages may move from one into the other. It keeps the place in which somebody
 * has seen it, with what is known now.
 */
function appended(before: readonly TenantEntry[], page: readonly TenantEntry[]): readonly TenantEntry[] {
  const come = new Map(page.map((row) => [row.tenantId, row]));
  const kept = before.map((row) => {
    const newer = come.get(row.tenantId);
    come.delete(row.tenantId);
    return newer ?? row;
  });
  return [...kept, ...come.values()];
}

/** The rows of this query stay; those of another one must not stand below a query that nobody has answered. */
function missPage(
  state: OperatorsState,
  { why, retryAfterMs }: Extract<Asked<TenantPage>, { ok: false }>,
  moment: Moment,
): OperatorsStep {
  const { list } = state;
  const kept: TenantList = list.shows === 'this-query' ? list : NO_LIST;
  return [
    { ...state, list: { ...kept, asking: failed({ why, retryAfterMs }, moment) } },
    askAgain('page', retryAfterMs),
  ];
}

/** Where the service names a time, nobody has to press anything. */
export const askAgain = (
  timer: OperatorsTimer,
  retryAfterMs: number | undefined,
): readonly OperatorsEffect[] =>
  retryAfterMs === undefined ? [] : [{ do: 'schedule', timer, delayMs: waitOf(retryAfterMs) }];

/** Counts are asked for again whenever something may have changed them. */
export function readCounts(state: OperatorsState): OperatorsStep {
  const number = state.asked + 1;
  const { known } = state.counts;
  return [
    { ...state, asked: number, counts: { known, asking: { phase: 'under-way', number } } },
    [
      { do: 'cancel', timer: 'counts' },
      { do: 'read-counts', number },
    ],
  ];
}

export function takeCounts(
  state: OperatorsState,
  number: number,
  answer: Asked<TenantCounts>,
  moment: Moment,
): OperatorsStep {
  const { counts } = state;
  if (!awaits(counts.asking, number)) return [state, []];
  return answer.ok
    ? [
        {
          ...state,
          counts: { known: { ...answer.value, readAtMs: moment.nowMs }, asking: { phase: 'idle' } },
        },
        [],
      ]
    : [
        { ...state, counts: { known: counts.known, asking: failed(answer, moment) } },
        askAgain('counts', answer.retryAfterMs),
      ];
}

/** The row of an organisation that was looked at anew. A row that is not in the list stays out of it. */
export const withRow = (state: OperatorsState, tenant: TenantEntry): OperatorsState => ({
  ...state,
  list: {
    ...state.list,
    tenants: state.list.tenants.map((row) => (row.tenantId === tenant.tenantId ? tenant : row)),
  },
});

const waitOf = (retryAfterMs: number): number => Math.min(retryAfterMs, LONGEST_WAIT_MS);

/** What is kept of an answer that did not come. */
export function failed(
  { why, retryAfterMs }: { readonly why: WhyNot; readonly retryAfterMs?: number | undefined },
  { nowMs }: Moment,
): Failed {
  return {
    phase: 'failed',
    why: troubleOf(why),
    retryAtMs: retryAfterMs === undefined ? undefined : nowMs + waitOf(retryAfterMs),
  };
}

/** Whoever is shut out was dealt with before: here it is one failure among others. */
export const troubleOf = (why: WhyNot): Trouble =>
  why === 'signed-out' || why === 'not-operator' ? 'failed' : why;
