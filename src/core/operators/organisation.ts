import type { Moment } from '../asking/watch';
import type { CheckedTenant, TenantEntry, TenantWithHistory } from '../ledger/api';
import { parseTenantId, type TenantId } from '../tenant';
import type { Asked } from './asked';
import { askAgain, failed, readCounts, readFirstPage, withRow } from './list';
import { awaits, type OpenTenant, type OperatorsState, type OperatorsStep } from './state';

/* What an operator does about one organisation, in the panel beside the list and in the form that enters one. */

/** Shows what the list knows of it, and asks for its history. */
export function openTenant(state: OperatorsState, id: TenantId): OperatorsStep {
  const known = state.list.tenants.find(({ tenantId }) => tenantId === id);
  return readTenant({
    ...state,
    notice: undefined,
    open: {
      id,
      tenant: known,
      reading: { phase: 'idle' },
      check: { phase: 'none' },
      link: { phase: 'none' },
      deletion: { phase: 'none' },
    },
  });
}

/** Asks for the open organisation and its history. What is known of it stays until the answer has come. */
function readTenant(state: OperatorsState): OperatorsStep {
  const { open } = state;
  if (!open) return [state, []];
  const number = state.asked + 1;
  return [
    { ...state, asked: number, open: { ...open, reading: { phase: 'under-way', number } } },
    [
      { do: 'cancel', timer: 'tenant' },
      { do: 'read-tenant', number, id: open.id },
    ],
  ];
}

export function takeTenant(
  state: OperatorsState,
  number: number,
  answer: Asked<TenantWithHistory>,
  moment: Moment,
): OperatorsStep {
  const { open } = state;
  if (!open || !awaits(open.reading, number)) return [state, []];
  if (!answer.ok)
    return [
      { ...state, open: { ...open, reading: failed(answer, moment) } },
      askAgain('tenant', answer.retryAfterMs),
    ];
  const { tenant, history } = answer.value;
  return [withRow({ ...state, open: { ...open, tenant, history, reading: { phase: 'idle' } } }, tenant), []];
}

/** Asks for it once more where that has failed. */
export const retryTenant = (state: OperatorsState): OperatorsStep =>
  state.open?.reading.phase === 'failed' ? readTenant(state) : [state, []];

/** Asks Microsoft about the open organisation again. */
export function checkTenant(state: OperatorsState): OperatorsStep {
  const { open } = state;
  if (!open || open.check.phase === 'under-way') return [state, []];
  const number = state.asked + 1;
  return [
    { ...state, asked: number, open: { ...open, check: { phase: 'under-way', number } } },
    [{ do: 'check-tenant', number, id: open.id }],
  ];
}

/** The answer to "Check again", or to the form that enters an organisation. */
export function takeCheck(
  state: OperatorsState,
  number: number,
  answer: Asked<CheckedTenant>,
  moment: Moment,
): OperatorsStep {
  const { open, entry } = state;
  if (entry && awaits(entry, number)) {
    if (!answer.ok) return [{ ...state, entry: failed(answer, moment) }, []];
    // The list is read anew: it is in it now, wherever it belongs.
    const [reading, effects] = readFirstPage({ ...state, entry: undefined });
    const { tenant } = answer.value;
    const [opening, more] = changed(openTenant(reading, tenant.tenantId), tenant);
    return [opening, [...effects, ...more]];
  }
  if (!open || !awaits(open.check, number)) return [state, []];
  if (!answer.ok) return [{ ...state, open: { ...open, check: failed(answer, moment) } }, []];
  const check = { phase: 'checked', found: answer.value } as const;
  return changed(readTenant({ ...state, open: { ...open, check } }), answer.value.tenant);
}

/** What was found stands in the list and in the panel, and the counts are asked for anew. */
function changed([state, effects]: OperatorsStep, tenant: TenantEntry): OperatorsStep {
  const { open } = state;
  const [counting, more] = readCounts(withRow({ ...state, open: open && { ...open, tenant } }, tenant));
  return [counting, [...effects, ...more]];
}

/**
 * Makes a link that the organisation's administrator can approve with. It suggests nothing: the administrator says there
 * what the organisation does with ExtendSync.
 */
export function makeLink(state: OperatorsState): OperatorsStep {
  const { open } = state;
  if (!open || open.link.phase === 'under-way') return [state, []];
  if (open.link.phase === 'made') return copyLink(state, open, open.link.link);
  const number = state.asked + 1;
  return [
    { ...state, asked: number, open: { ...open, link: { phase: 'under-way', number } } },
    [{ do: 'make-link', number, tenant: open.id, domain: open.tenant?.domains[0] }],
  ];
}

export function takeLink(
  state: OperatorsState,
  number: number,
  answer: Asked<string>,
  moment: Moment,
): OperatorsStep {
  const { open } = state;
  if (!open || !awaits(open.link, number)) return [state, []];
  return answer.ok
    ? copyLink(state, open, answer.value)
    : [{ ...state, open: { ...open, link: failed(answer, moment) } }, []];
}

const copyLink = (state: OperatorsState, open: OpenTenant, link: string): OperatorsStep => [
  { ...state, open: { ...open, link: { phase: 'made', link } } },
  [{ do: 'copy-link', link }],
];

export function noteCopy(state: OperatorsState, isCopied: boolean): OperatorsStep {
  const { open } = state;
  return open?.link.phase === 'made'
    ? [{ ...state, open: { ...open, link: { ...open.link, isCopied } } }, []]
    : [state, []];
}

/** Nothing is deleted before the operator has confirmed it. */
export function askDeletion(state: OperatorsState, wanted: boolean): OperatorsStep {
  const { open } = state;
  if (!open || open.deletion.phase === 'under-way') return [state, []];
  return [{ ...state, open: { ...open, deletion: { phase: wanted ? 'to-confirm' : 'none' } } }, []];
}

export function deleteTenant(state: OperatorsState): OperatorsStep {
  const { open } = state;
  if (open?.deletion.phase !== 'to-confirm' && open?.deletion.phase !== 'failed') return [state, []];
  const number = state.asked + 1;
  return [
    { ...state, asked: number, open: { ...open, deletion: { phase: 'under-way', number } } },
    [{ do: 'delete-tenant', number, id: open.id }],
  ];
}

export function takeDeletion(
  state: OperatorsState,
  number: number,
  answer: Asked<true>,
  moment: Moment,
): OperatorsStep {
  const { open } = state;
  if (!open || !awaits(open.deletion, number)) return [state, []];
  if (!answer.ok && answer.why !== 'gone')
    return [{ ...state, open: { ...open, deletion: failed(answer, moment) } }, []];
  // Its row goes; the ledger keeps an entry without a name, which the next reading of the list brings.
  const { list } = state;
  const tenants = list.tenants.filter(({ tenantId }) => tenantId !== open.id);
  return readCounts({
    ...state,
    list: { ...list, tenants },
    open: undefined,
    notice: { kind: 'deleted', name: open.tenant?.name ?? open.id },
  });
}

/** Enters an organisation by its id: Microsoft is asked about it, and with that it stands in the ledger. */
export function enterTenant(state: OperatorsState, text: string): OperatorsStep {
  const { entry } = state;
  if (!entry || entry.phase === 'under-way') return [state, []];
  const id = parseTenantId(text.trim());
  if (id === undefined) return [{ ...state, entry: { phase: 'open', problem: 'no-tenant-id' } }, []];
  const number = state.asked + 1;
  return [
    { ...state, asked: number, entry: { phase: 'under-way', number } },
    [{ do: 'check-tenant', number, id }],
  ];
}

/** Not while Microsoft is asked: the service goes on, and nothing takes back that the organisation stands in the ledger. */
export const dismissEntry = (state: OperatorsState): OperatorsStep =>
  state.entry?.phase === 'under-way' ? [state, []] : [{ ...state, entry: undefined }, []];
