import { checkLocalReturn, useUp, type ConsentReturn } from '../admin-consent';
import type { RequestId, RequestShown, ReturnOutcome } from '../api';
import type { Arrival } from './arrival';
import {
  answered,
  askNow,
  askUnlessFresh,
  outOfPatience,
  startCheck,
  stopAsking,
  timeForQuestion,
} from './check';
import {
  begin,
  comeBack,
  goWithoutRequest,
  keepRequest,
  leaveWhenTold,
  missAttempt,
  noticeDelay,
  takeAttempt,
} from './redirect';
import type { ApprovalEffect } from './effect';
import type { ApprovalEvent, ApprovalTimer, Unanswered } from './event';
import { NO_MEMORY, type KeptReturn, type TabMemory } from './memory';
import {
  organisationNamed,
  askedTenant,
  nameOf,
  type Claim,
  type ApprovalState,
  type ApprovalStep,
  type Organisation,
} from './state';
import type { DomainName, TenantId } from '../tenant';
import { isGreen } from '../consent/verdict';
import type { Moment } from '../asking/watch';

/**
 * The grant page's whole behaviour. Pure: the moment is given, effects are data. Every event is allowed in every state;
 * one that does not belong there changes nothing. Nothing that the address says becomes a verdict: only the answer to a
 * question of our own does.
 */
export function approvalTransition(state: ApprovalState, event: ApprovalEvent, moment: Moment): ApprovalStep {
  switch (event.type) {
    case 'arrived':
      return state.place.at === 'nowhere' ? arrive(state, event, moment) : [state, []];
    case 'continue-asked':
      return begin(state, moment);
    case 'details-asked':
      return state.request.phase === 'unread' && state.place.at === 'invitation'
        ? readRequest(state, state.request.id)
        : [state, []];
    case 'check-asked':
      return askNow(state, 'silent', moment);
    case 'sign-in-asked':
      return askNow(state, 'interactive', moment);
    case 'close-asked':
      return state.memory.dialog
        ? [state, [{ do: 'tell-parent', message: { kind: 'closing' } }, { do: 'close-window' }]]
        : [state, []];
    case 'copy-asked':
      return isGreen(state.check.verdict) ? [withoutCopied(state), [{ do: 'copy-receipt' }]] : [state, []];
    case 'print-asked':
      return isGreen(state.check.verdict) ? [state, [{ do: 'print' }]] : [state, []];
    case 'request-shown':
      return takeRequest(state, event.shown, moment);
    case 'request-not-shown':
      return missRequest(state, event.why, moment);
    case 'tenant-discovered':
      return takeTenant(state, event.domain, event.tenant, moment);
    case 'request-made':
      return keepRequest(state, event.id);
    case 'request-not-made':
      return goWithoutRequest(state, event.state, moment);
    case 'attempt-made':
      return takeAttempt(state, event.made, moment);
    case 'attempt-not-made':
      return missAttempt(state, event, moment);
    case 'parent-told':
      return leaveWhenTold({ ...state, parentHeard: event.ok });
    case 'redirect-refused':
      return noticeDelay(state);
    case 'probe-answered':
      return answered(state, event, moment);
    case 'copied':
      return [{ ...state, copied: event.ok }, []];
    case 'time-came':
      return timeCame(state, event.timer, moment);
    case 'came-back':
      return comeBack(state);
    case 'shown':
      return askUnlessFresh({ ...state, visible: true }, moment);
    case 'focused':
      return askUnlessFresh(state, moment);
    case 'hidden':
      return stopAsking({ ...state, visible: false });
    case 'went-online':
      return goOnline({ ...state, online: true }, moment);
    case 'went-offline':
      return stopAsking({ ...state, online: false });
    default:
      return event satisfies never;
  }
}

function arrive(
  state: ApprovalState,
  event: Extract<ApprovalEvent, { type: 'arrived' }>,
  moment: Moment,
): ApprovalStep {
  const { arrival, memory, visible, online } = event;
  const here: ApprovalState = { ...state, visible, online };
  switch (arrival.kind) {
    case 'link':
      return arriveByLink(here, arrival.request);
    case 'dialog':
      return arriveInDialog(here, arrival, memory, moment);
    case 'returned': {
      const { outcome, code } = arrival;
      // What was kept for another request says nothing of this one.
      const kept: TabMemory =
        arrival.request === undefined || arrival.request === memory.request
          ? memory
          : { dialog: memory.dialog, request: arrival.request };
      return comeFromMicrosoft(here, kept, { outcome, ...(code === undefined ? {} : { code }) }, [], moment);
    }
    case 'direct':
      return arriveDirectly(here, memory, arrival.returned, moment);
    case 'bare':
      // The address of Microsoft's own return was cleared: a reload finds here what it meant.
      return memory.returned === undefined
        ? [{ ...here, memory, place: { at: 'lost', why: 'nothing' } }, []]
        : comeFromMicrosoft(here, memory, memory.returned, [], moment);
    case 'garbage':
      return [
        {
          ...here,
          memory: { ...NO_MEMORY, dialog: memory.dialog || arrival.dialog },
          place: { at: 'lost', why: 'damaged' },
        },
        [],
      ];
    default:
      return arrival satisfies never;
  }
}

function arriveByLink(state: ApprovalState, id: RequestId): ApprovalStep {
  const memory: TabMemory = { dialog: false, request: id };
  const [reading, effects] = readRequest({ ...state, memory, place: { at: 'invitation' } }, id);
  return [reading, [{ do: 'keep', memory }, ...effects]];
}

/** The dialog goes on to Microsoft at once. A reload goes on with the request that it made before. */
function arriveInDialog(
  state: ApprovalState,
  arrival: Extract<Arrival, { kind: 'dialog' }>,
  kept: TabMemory,
  moment: Moment,
): ApprovalStep {
  const sameTenant = kept.dialog && arrival.tenant !== undefined && kept.tenant === arrival.tenant;
  const id = arrival.request ?? (sameTenant ? kept.request : undefined);
  const memory: TabMemory = {
    dialog: true,
    ...(id === undefined ? {} : { request: id }),
    ...(arrival.tenant === undefined ? {} : { tenant: arrival.tenant }),
    ...(arrival.situation === undefined ? {} : { situation: arrival.situation }),
  };
  const organisation = arrival.tenant === undefined ? undefined : organisationNamed(arrival.tenant);
  const [begun, effects] = begin(
    {
      ...state,
      memory,
      place: { at: 'dialog' },
      ...(id === undefined ? {} : { request: { phase: 'unread', id } }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(arrival.situation === undefined ? {} : { situation: arrival.situation }),
    },
    moment,
  );
  return [begun, [{ do: 'keep', memory }, ...effects]];
}

/** Microsoft sent the browser here without the service: what this tab had begun, or the straight link of a pane. */
function arriveDirectly(
  state: ApprovalState,
  memory: TabMemory,
  returned: Exclude<ConsentReturn, { kind: 'garbage' }>,
  moment: Moment,
): ApprovalStep {
  const { attempt } = memory;
  const clear: ApprovalEffect = { do: 'clear-address' };
  const code = returned.kind === 'refused' ? returned.code : undefined;
  const known = code === undefined ? {} : { code };
  if (attempt === undefined && !memory.dialog) {
    const unasked: KeptReturn = {
      outcome: 'unasked',
      ...known,
      ...(returned.kind === 'refused' ? { refused: true } : {}),
    };
    return comeFromMicrosoft(
      state,
      { dialog: false },
      unasked,
      [clear, { do: 'keep', memory: { dialog: false, returned: unasked } }],
      moment,
    );
  }
  const organisation = memory.tenant === undefined ? undefined : organisationNamed(memory.tenant);
  const outcome = checkLocalReturn(attempt, returned, moment.nowMs, organisation?.tenant);
  // The same answer once more, by the browser's Back or Forward: what it meant the first time holds.
  if (outcome === 'repeated' && memory.returned !== undefined) {
    return comeFromMicrosoft(state, memory, memory.returned, [clear], moment);
  }
  const kept: KeptReturn = { outcome, ...known };
  const usedUp = attempt === undefined || outcome === 'forged' ? attempt : useUp(attempt, moment.nowMs);
  const next: TabMemory = { ...memory, ...(usedUp === undefined ? {} : { attempt: usedUp }), returned: kept };
  return comeFromMicrosoft(state, next, kept, [clear, { do: 'keep', memory: next }], moment);
}

/** Back from Microsoft, by whichever way. In a dialog the pane is told; elsewhere this page asks Microsoft itself. */
function comeFromMicrosoft(
  state: ApprovalState,
  memory: TabMemory,
  { outcome, code, refused }: KeptReturn,
  before: readonly ApprovalEffect[],
  moment: Moment,
): ApprovalStep {
  const id = memory.request;
  const organisation = memory.tenant === undefined ? undefined : organisationNamed(memory.tenant);
  const place: ApprovalState['place'] = {
    at: 'returned',
    outcome,
    ...(code === undefined ? {} : { code }),
    ...(refused === undefined ? {} : { refused }),
  };
  const returned: ApprovalState = {
    ...state,
    memory,
    place,
    request: id === undefined ? { phase: 'none' } : { phase: 'unread', id },
    ...(organisation === undefined ? {} : { organisation }),
    ...(memory.situation === undefined ? {} : { situation: memory.situation }),
  };
  const log: ApprovalEffect = {
    do: 'log',
    event: 'returned',
    facts: { outcome, ...(code === undefined ? {} : { code }) },
  };
  if (memory.dialog) {
    const told: ReturnOutcome = outcome === 'unasked' ? 'forged' : outcome;
    return [
      returned,
      [...before, log, { do: 'tell-parent', message: { kind: 'consent-returned', outcome: told } }],
    ];
  }
  const [next, effects] = id === undefined ? lookUp(returned, moment) : readRequest(returned, id);
  return [next, [...before, log, ...effects]];
}

const readRequest = (state: ApprovalState, id: RequestId): ApprovalStep => [
  { ...state, request: { phase: 'reading', id } },
  [{ do: 'read-request', id }],
];

function takeRequest(state: ApprovalState, shown: RequestShown, moment: Moment): ApprovalStep {
  if (state.request.phase !== 'reading') return [state, []];
  const organisation = organisationNamed(shown.tenant);
  const { claim: _, ...rest } = state;
  const claim: Claim | undefined =
    organisation?.kind === 'tenant' && shown.domain !== undefined
      ? { domain: shown.domain, standing: 'unverified' }
      : undefined;
  const read: ApprovalState = {
    ...rest,
    request: {
      phase: 'read',
      id: state.request.id,
      madeAtMs: Date.parse(shown.madeAt),
      expiresAtMs: Date.parse(shown.expiresAt),
    },
    ...(organisation === undefined || sameName(organisation, state.organisation) ? {} : { organisation }),
    ...(claim === undefined ? {} : { claim }),
    ...(shown.situation === undefined ? {} : { situation: shown.situation }),
  };
  const [next, effects] = lookUp(read, moment);
  return claim === undefined
    ? [next, effects]
    : [next, [{ do: 'discover-tenant', domain: claim.domain }, ...effects]];
}

const sameName = (one: Organisation, other: Organisation | undefined): boolean =>
  other !== undefined && nameOf(one) === nameOf(other);

function missRequest(state: ApprovalState, why: Unanswered, moment: Moment): ApprovalStep {
  if (state.request.phase !== 'reading') return [state, []];
  const { id } = state.request;
  if (why !== 'gone') return lookUp({ ...state, request: { phase: 'unread', id } }, moment);
  return lookUp({ ...state, request: { phase: 'gone' }, redirect: { phase: 'idle' } }, moment);
}

/** Finds out which tenant a domain names, once; with it known, or without one, the first question can be asked. */
function lookUp(state: ApprovalState, moment: Moment): ApprovalStep {
  const { organisation } = state;
  if (organisation?.kind !== 'domain' || organisation.lookup !== 'idle') return startCheck(state, moment);
  return [
    { ...state, organisation: { ...organisation, lookup: 'under-way' } },
    [{ do: 'discover-tenant', domain: organisation.domain }],
  ];
}

function takeTenant(
  state: ApprovalState,
  domain: DomainName,
  tenant: TenantId | undefined,
  moment: Moment,
): ApprovalStep {
  const { organisation, claim } = state;
  if (claim?.domain === domain) {
    const standing =
      tenant === undefined ? 'unverified' : tenant === askedTenant(state) ? 'verified' : 'contradicted';
    return [{ ...state, claim: { domain, standing } }, []];
  }
  if (
    organisation?.kind !== 'domain' ||
    organisation.domain !== domain ||
    organisation.lookup !== 'under-way'
  )
    return [state, []];
  const found: Organisation = {
    ...organisation,
    lookup: 'over',
    ...(tenant === undefined ? {} : { tenant }),
  };
  return startCheck({ ...state, organisation: found }, moment);
}

function timeCame(state: ApprovalState, timer: ApprovalTimer, moment: Moment): ApprovalStep {
  switch (timer) {
    case 'patience':
      return outOfPatience(state, moment);
    case 'telling':
      return leaveWhenTold(state);
    case 'redirect':
      return noticeDelay(state);
    case 'watch':
      return timeForQuestion(state, moment);
    default:
      return timer satisfies never;
  }
}

function goOnline(state: ApprovalState, moment: Moment): ApprovalStep {
  const { redirect, place } = state;
  if (redirect.phase === 'failed' && redirect.why === 'offline') {
    const ready: ApprovalState = { ...state, redirect: { phase: 'idle' } };
    return place.at === 'dialog' ? begin(ready, moment) : [ready, []];
  }
  if (state.request.phase === 'unread' && place.at === 'invitation') {
    return readRequest(state, state.request.id);
  }
  return askUnlessFresh(state, moment);
}

function withoutCopied(state: ApprovalState): ApprovalState {
  const { copied: _, ...rest } = state;
  return rest;
}
