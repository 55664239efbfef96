import { adminConsentUrl } from '../admin-consent';
import { PATHS, type RequestEvent, type RequestId, type RequestMade } from '../api';
import type { ProbeReport } from '../consent/evidence';
import { isOver, MEMORY_KEYS, toStore, type StoredConfirmation, type StoredRequest } from './memory';
import type { Step } from './step';
import type { PaneEffect } from './effect';
import type { ShareMessage } from './share-message';
import type { SharedBy, ShareWay } from './share-way';
import {
  askForNeeds,
  askOnline,
  openUnlessCovered,
  plan,
  storeConfirmation,
  expectArrival,
  lastHeardAtMs,
} from './probe';
import { domainOfRequest, situationToAsk, tenantOfRequest, type Link, type State } from './state';
import {
  consentScopeParameter,
  needTheSame,
  parseSituation,
  permissionSetFor,
  type SituationChoice,
  type SituationStep,
} from '../situation';
import { parseTenantId } from '../tenant';
import { isGreen } from '../consent/verdict';
import { askSoon } from '../asking/asking';
import { isFresh, type Moment } from '../asking/watch';

// Somebody who has opened the link is likely to decide within minutes.
const OPENED_MS = 10 * 60_000;

// Whoever has asked more often than this needs no list of it.
const EARLIER_MOST = 10;

// More than a request can tell in its 30 days; a flood from a broken stream must not grow the state.
const HISTORY_MOST = 100;

/** Shows the ways to share. */
export const startSharing = (state: State, moment: Moment): Step => showLink(state, 'sharing', moment);

/** Shows the link in one of its screens, and makes it unless there is one. */
export function showLink(state: State, view: 'sharing' | 'showing', moment: Moment): Step {
  // A press that was on its way when the answer came: there is nothing left to ask for.
  if (isGreen(state.verdict)) return [state, []];
  const sharing: State = { ...state, view, sharing: { phase: 'idle' }, withdrawn: false };
  const { link } = state;
  const expired = link.phase === 'made' && isOver(link, moment.nowMs);
  if (link.phase === 'making' || (link.phase === 'made' && link.id !== undefined && !expired))
    return waitOnceShown(sharing, moment);
  // A straight link is made anew each time: the service may be back, and its link is the better one.
  const tenant = tenantOfRequest(state);
  const domain = tenant && parseTenantId(tenant) && domainOfRequest(state);
  const situation = parseSituation(situationToAsk(state));
  const request = tenant && {
    tenant,
    ...(domain ? { domain } : {}),
    ...(situation ? { situation } : {}),
  };
  const number = state.linksAsked + 1;
  return [
    { ...sharing, linksAsked: number, link: { phase: 'making', number, situation: situationToAsk(state) } },
    [{ do: 'make-request', number, ...(request === undefined ? {} : { request }) }],
  ];
}

/** The service has made the request. One that was asked for something else, before, comes late and is dropped. */
export function keepLink(
  state: State,
  { number, made }: { readonly number: number; readonly made: RequestMade },
  moment: Moment,
): Step {
  if (state.link.phase !== 'making' || state.link.number !== number) return [state, []];
  const { id, link } = made;
  const madeAtMs = Date.parse(made.madeAt);
  const expiresAtMs = Date.parse(made.expiresAt);
  return waitOnceShown(
    { ...state, link: { phase: 'made', id, link, madeAtMs, expiresAtMs, situation: state.link.situation } },
    moment,
  );
}

/**
 * The link that asks for what this organisation needs, as far as it is known by now: the last one, else that of the
 * open request. A link for other permissions is none: it would ask for too much, or for too little.
 */
export function linkThatFits(state: State): Link {
  const { link, request } = state;
  const fits = (one: { readonly situation?: SituationChoice | undefined }): boolean =>
    needTheSame(one.situation, situationToAsk(state), state.setup.set);
  if (link.phase !== 'none' && fits(link)) return link;
  return request && fits(request) ? linkOf(request) : { phase: 'none' };
}

/**
 * The service tells what the organisation does with ExtendSync: it counts more than what a person here has said, and a
 * link that was made for less is used no more.
 */
export function followOrganisation(state: State, report: ProbeReport): State {
  const { seen, account, mailbox } = report;
  if (seen.kind !== 'service' || seen.answer.tenantId !== account?.tenant) return state;
  if (mailbox?.tenant !== undefined && mailbox.tenant !== account.tenant) return state;
  const { situation } = seen.answer;
  if (situation === undefined || situation === state.organisationSituation) return state;
  const known: State = { ...state, organisationSituation: situation };
  return { ...known, link: linkThatFits(known) };
}

const linkOf = ({ id, link, madeAtMs, expiresAtMs, situation }: StoredRequest): Link => ({
  phase: 'made',
  id,
  link,
  madeAtMs,
  expiresAtMs,
  situation,
});

/** The service is away: the link goes straight to Microsoft, and comes back to our grant page. */
export function useStraightLink(
  state: State,
  { number, state: random }: { readonly number: number; readonly state: string },
  moment: Moment,
): Step {
  if (state.link.phase !== 'making' || state.link.number !== number) return [state, []];
  const link = adminConsentUrl({
    loginOrigin: state.setup.loginOrigin,
    scope: consentScopeParameter(
      permissionSetFor(situationToAsk(state), state.setup.set),
      state.setup.graphOrigin,
    ),
    clientId: state.setup.clientId,
    tenant: state.mailbox?.tenant ?? state.account?.tenant ?? 'organizations',
    redirectUri: new URL(PATHS.grantPage, state.setup.origin).href,
    state: random,
  });
  return waitOnceShown(
    {
      ...state,
      link: { phase: 'made', link: link.href, madeAtMs: moment.nowMs, situation: state.link.situation },
    },
    moment,
  );
}

/** The message goes out, unless it was composed for another link than the present one. */
export function chooseWay(state: State, message: ShareMessage): Step {
  const { link, view, sharing } = state;
  if (view !== 'sharing' || link.phase !== 'made' || link.link !== message.link) return [state, []];
  if (sharing.phase === 'under-way') return [state, []];
  return [{ ...state, sharing: { phase: 'under-way', way: message.way } }, [{ do: 'share', message }]];
}

/** A short reminder of the open request: one click. */
export function remind(state: State, message: ShareMessage): Step {
  const { request } = state;
  if (request?.link !== message.link || state.sharing.phase === 'under-way') return [state, []];
  return [
    { ...state, link: linkOf(request), sharing: { phase: 'under-way', way: message.way, reminder: true } },
    [{ do: 'share', message }],
  ];
}

/** Shared: from now on the request is pending, here and wherever the mailbox roams. */
export function finishSharing(
  state: State,
  { way, ok }: { readonly way: ShareWay; readonly ok: boolean },
  moment: Moment,
): Step {
  if (state.sharing.phase !== 'under-way' || state.sharing.way !== way || state.link.phase !== 'made')
    return [state, []];
  if (!ok) return [{ ...state, sharing: { phase: 'failed', way } }, []];
  const by = state.sharing.reminder === true ? 'reminder' : way;
  return waitForAdministrator({ ...state, sharing: { phase: 'done', way } }, state.link, by, moment);
}

/** Whoever saw the code on a shared screen has the link: it is pending as if it had been sent. */
function waitOnceShown(state: State, moment: Moment): Step {
  const { link, request, view } = state;
  if (view !== 'showing' || link.phase !== 'made' || request?.link === link.link) return [state, []];
  return waitForAdministrator(state, link, 'screen', moment);
}

function waitForAdministrator(
  state: State,
  made: Extract<Link, { phase: 'made' }>,
  way: SharedBy,
  moment: Moment,
): Step {
  const { phase: _, ...link } = made;
  const { request: earlier } = state;
  const again = earlier !== undefined && earlier.id === link.id;
  const replaced = again ? undefined : earlier?.id;
  const withWhom = again ? earlier.withWhom : undefined;
  const before = again ? [...(earlier.earlier ?? []), { way: earlier.way, atMs: earlier.sharedAtMs }] : [];
  const request: StoredRequest = {
    ...link,
    way,
    sharedAtMs: moment.nowMs,
    earlier: before.slice(-EARLIER_MOST),
    withWhom,
  };
  // Events are numbered within their request: an earlier one's would be taken for those that are to come.
  const history = again ? state.history : [];
  const [shared, reminding] = remindLater({ ...state, request, history }, moment);
  const [planned, effects] = plan(askSoon(shared), moment);
  return [
    planned,
    [
      ...reminding,
      { do: 'store', key: MEMORY_KEYS.request, value: toStore(request) },
      ...(again ? [] : [{ do: 'stop-listening' } as const]),
      ...(link.id === undefined ? [] : [{ do: 'listen', id: link.id } as const]),
      // Whoever has the earlier link would approve what is no longer asked for.
      ...(replaced === undefined ? [] : [{ do: 'withdraw-request', id: replaced } as const]),
      ...effects,
    ],
  ];
}

/** Takes the request back, everywhere. */
export function withdraw(state: State, moment: Moment): Step {
  if (!state.request) return [state, []];
  const { id } = state.request;
  // What was told about the request is told no more.
  const [forgotten, effects] = forgetRequest({ ...state, withdrawn: true }, moment);
  return [forgotten, [...(id === undefined ? [] : [{ do: 'withdraw-request', id } as const]), ...effects]];
}

function forgetRequest(state: State, moment: Moment): Step {
  const [planned, effects] = plan(
    {
      ...state,
      request: undefined,
      link: { phase: 'none' },
      history: [],
      expectingUntilMs: 0,
      reminderDue: false,
    },
    moment,
  );
  return [
    planned,
    [
      { do: 'stop-listening' },
      { do: 'cancel', timer: 'reminder' },
      { do: 'store', key: MEMORY_KEYS.request, value: undefined },
      ...effects,
    ],
  ];
}

/** Something happened to a request. It says when to ask Microsoft, never what Microsoft would say. */
export function hearHint(
  state: State,
  { request, hint }: { readonly request: RequestId; readonly hint: RequestEvent },
  moment: Moment,
): Step {
  // The dialog's own request: what its window tells is told by it too. A second return says nothing new.
  if (request !== state.request?.id) return hearOfApproval(state, hint, moment);
  if (state.history.some(({ number }) => number === hint.number)) return [state, []];
  const history = [...state.history, hint]
    .toSorted((one, other) => one.number - other.number)
    .slice(-HISTORY_MOST);
  // From now on there is progress to show (U3).
  const shared = state.view === 'sharing' && state.sharing.phase === 'done' && hint.kind !== 'made';
  const heard: State = { ...state, history, view: shared ? 'verdict' : state.view };
  switch (hint.kind) {
    case 'opened':
      return plan(askSoon({ ...heard, expectingUntilMs: expectedUntilMs(state, hint, OPENED_MS) }), moment);
    case 'withdrawn':
      return forgetRequest(heard, moment);
    case 'denied':
    case 'left':
    case 'role-too-small':
      // Whoever came back last did not approve: what came before them is no reason to wait any more.
      return [isLastReturn(heard, hint) ? { ...heard, arriving: undefined } : heard, []];
    case 'returned':
    case 'proved':
    case 'check-again':
    case 'made':
    case 'expired':
      return hearOfApproval(heard, hint, moment);
    default:
      return hint.kind satisfies never;
  }
}

/** What a hint says of an approval, whichever request it belongs to. */
function hearOfApproval(state: State, hint: RequestEvent, moment: Moment): Step {
  const atMs = Date.parse(hint.at);
  switch (hint.kind) {
    case 'returned':
      return expectArrival(state, { atMs, proved: false }, moment);
    case 'proved':
      return expectArrival(state, { atMs, proved: true }, moment);
    case 'check-again':
      return hasJustAsked(state, moment)
        ? [state, []]
        : askOnline({ ...state, nextAtMs: undefined }, moment, { purpose: 'occasion' });
    case 'opened':
    case 'withdrawn':
    case 'denied':
    case 'left':
    case 'role-too-small':
    case 'made':
    case 'expired':
      return [state, []];
    default:
      return hint.kind satisfies never;
  }
}

// The service says "check again" at the moments of the spread, at which the pane asks by itself.
const SAME_MOMENT_MS = 1_000;

const hasJustAsked = (state: State, { nowMs }: Moment): boolean =>
  state.arriving !== undefined &&
  (state.probing !== undefined || isFresh(lastHeardAtMs(state), SAME_MOMENT_MS, nowMs));

const isLastReturn = ({ history }: State, { number }: RequestEvent): boolean =>
  history.every((other) => other.kind !== 'returned' || other.number < number);

/** A stream tells its whole story anew after a reload: what lies long back is no reason to expect anything now. */
const expectedUntilMs = (state: State, hint: RequestEvent, ms: number): number =>
  Math.max(state.expectingUntilMs, Date.parse(hint.at) + ms);

// Long enough to be patient, short enough not to be forgotten.
const REMINDER_MS = 24 * 60 * 60_000;

/** A day after it was shared the person is reminded that the request is still open. */
function remindLater(state: State, moment: Moment): Step {
  if (!state.request) return [state, []];
  const leftMs = state.request.sharedAtMs + REMINDER_MS - moment.nowMs;
  return leftMs <= 0
    ? [{ ...state, reminderDue: true }, []]
    : [{ ...state, reminderDue: false }, [{ do: 'schedule', timer: 'reminder', delayMs: leftMs }]];
}

interface Memory {
  readonly request?: StoredRequest | undefined;
  readonly confirmation?: StoredConfirmation | undefined;
  readonly situation?: SituationChoice | undefined;
  readonly steps?: readonly SituationStep[] | undefined;
}

/** What an earlier pane of this mailbox has kept. What this pane has found out itself is newer and stays. */
export function remember(
  state: State,
  { request, confirmation, situation, steps = [] }: Memory,
  moment: Moment,
): Step {
  const effects: PaneEffect[] = [];
  const learnt = situation !== undefined && state.situation === undefined;
  let next = openUnlessCovered({
    ...state,
    memoryRead: true,
    stepsDone: [...new Set([...state.stepsDone, ...steps])],
    situation: learnt ? situation : state.situation,
  });
  if (state.confirmation) {
    // This pane's own answer is newer; all that the memory can add is when it was last granted.
    const merged: StoredConfirmation = {
      ...state.confirmation,
      lastGrantedAtMs: state.confirmation.lastGrantedAtMs ?? confirmation?.lastGrantedAtMs,
      lastGranted: state.confirmation.lastGranted ?? confirmation?.lastGranted,
    };
    next = { ...next, confirmation: merged };
    effects.push(storeConfirmation(merged));
  } else if (confirmation) {
    next = { ...next, confirmation };
  }
  if (request && !state.request) {
    if (isGreen(next.verdict) || isOver(request, moment.nowMs)) {
      effects.push({ do: 'store', key: MEMORY_KEYS.request, value: undefined });
    } else {
      next = { ...next, request, link: state.link.phase === 'none' ? linkOf(request) : state.link };
      if (request.id !== undefined) effects.push({ do: 'listen', id: request.id });
      const [waiting, reminding] = remindLater(next, moment);
      next = waiting;
      effects.push(...reminding);
    }
  }
  if (learnt) {
    next = { ...next, link: linkThatFits(next) };
    // Whoever stands before a link that has just lost its meaning gets the right one.
    if (next.link.phase === 'none' && (next.view === 'sharing' || next.view === 'showing')) {
      const [showing, making] = showLink(next, next.view, moment);
      next = showing;
      effects.push(...making);
    }
    // The verdict stood for the whole set: Microsoft is asked again, for what this organisation needs.
    if (state.verdict.kind !== 'checking' && !isGreen(next.verdict)) {
      const [asked, asking] = askForNeeds(next, moment);
      return [asked, [...effects, ...asking]];
    }
  }
  const [planned, planning] = plan(next, moment);
  return [planned, [...effects, ...planning]];
}
