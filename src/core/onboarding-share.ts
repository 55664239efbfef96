import { adminConsentUrl } from './admin-consent';
import { PATHS, type RequestEvent, type RequestMade } from './api';
import { MEMORY_KEYS, toStore, type StoredConfirmation, type StoredRequest } from './memory';
import type { Step } from './onboarding';
import type { OnboardingEffect } from './onboarding-effect';
import type { ShareWay } from './onboarding-event';
import { ask, hurry, plan, storeConfirmation } from './onboarding-probe';
import { tenantOfRequest, type Link, type State } from './onboarding-state';
import { isGreen } from './verdict';
import type { Moment } from './watch';

// Somebody who has opened the link is likely to decide within minutes.
const OPENED_MS = 10 * 60_000;
const SPREADING_MS = 5 * 60_000;

// More than a request can tell in its 30 days; a flood from a broken stream must not grow the state.
const HISTORY_MOST = 100;

/** Shows the ways to share, and makes the link unless there is one. */
export function startSharing(state: State, moment: Moment): Step {
  // A press that was on its way when the answer came: there is nothing left to ask for.
  if (isGreen(state.verdict)) return [state, []];
  const sharing: State = { ...state, view: 'sharing', sharing: { phase: 'idle' } };
  const { link } = state;
  const expired = link.phase === 'made' && link.expiresAtMs !== undefined && link.expiresAtMs <= moment.nowMs;
  if (link.phase === 'making' || (link.phase === 'made' && link.id !== undefined && !expired))
    return [sharing, []];
  // A straight link is made anew each time: the service may be back, and its link is the better one.
  const tenant = tenantOfRequest(state);
  return [
    { ...sharing, link: { phase: 'making' } },
    [{ do: 'make-request', ...(tenant === undefined ? {} : { request: { tenant } }) }],
  ];
}

export const leaveSharing = (state: State): Step => [
  { ...state, view: 'verdict', sharing: { phase: 'idle' } },
  [],
];

/** The service has made the request. */
export function keepLink(state: State, made: RequestMade): Step {
  if (state.link.phase !== 'making') return [state, []];
  const { id, link } = made;
  const madeAtMs = Date.parse(made.madeAt);
  return [
    { ...state, link: { phase: 'made', id, link, madeAtMs, expiresAtMs: Date.parse(made.expiresAt) } },
    [],
  ];
}

/** The service is away: the link goes straight to Microsoft, and comes back to our grant page. */
export function useStraightLink(state: State, random: string, moment: Moment): Step {
  if (state.link.phase !== 'making') return [state, []];
  const link = adminConsentUrl({
    loginOrigin: state.setup.loginOrigin,
    graphOrigin: state.setup.graphOrigin,
    clientId: state.setup.clientId,
    tenant: state.mailbox?.tenant ?? state.account?.tenant ?? 'organizations',
    redirectUri: new URL(PATHS.grantPage, state.setup.origin).href,
    state: random,
  });
  return [{ ...state, link: { phase: 'made', link: link.href, madeAtMs: moment.nowMs } }, []];
}

export function chooseWay(state: State, way: ShareWay): Step {
  const { link } = state;
  if (state.view !== 'sharing' || link.phase !== 'made' || state.sharing.phase === 'under-way')
    return [state, []];
  return [
    { ...state, sharing: { phase: 'under-way', way } },
    [{ do: 'share', way, link: link.link, straightToMicrosoft: link.id === undefined }],
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
  const { phase: _, ...link } = state.link;
  const request: StoredRequest = { ...link, way, sharedAtMs: moment.nowMs };
  const [planned, effects] = plan(
    hurry({ ...state, request, view: 'verdict', sharing: { phase: 'idle' } }),
    moment,
  );
  return [
    planned,
    [
      { do: 'store', key: MEMORY_KEYS.request, value: toStore(request) },
      ...(link.id === undefined ? [] : [{ do: 'listen', id: link.id } as const]),
      ...effects,
    ],
  ];
}

/** Takes the request back, everywhere. */
export function withdraw(state: State, moment: Moment): Step {
  if (!state.request) return [state, []];
  const { id } = state.request;
  const [dropped, effects] = drop(state, moment);
  return [dropped, [...(id === undefined ? [] : [{ do: 'withdraw-request', id } as const]), ...effects]];
}

function drop(state: State, moment: Moment): Step {
  const { request: _, ...rest } = state;
  const [planned, effects] = plan(
    { ...rest, link: { phase: 'none' }, history: [], expectingUntilMs: 0 },
    moment,
  );
  return [
    planned,
    [{ do: 'stop-listening' }, { do: 'store', key: MEMORY_KEYS.request, value: undefined }, ...effects],
  ];
}

/** Something happened to the request. It says when to ask Microsoft, never what Microsoft would say. */
export function hearHint(state: State, hint: RequestEvent, moment: Moment): Step {
  if (!state.request || state.history.some(({ number }) => number === hint.number)) return [state, []];
  const history = [...state.history, hint]
    .toSorted((one, other) => one.number - other.number)
    .slice(-HISTORY_MOST);
  const heard: State = { ...state, history };
  switch (hint.kind) {
    case 'opened':
      return plan(hurry({ ...heard, expectingUntilMs: moment.nowMs + OPENED_MS }), moment);
    case 'returned':
      return ask(hurry({ ...heard, expectingUntilMs: moment.nowMs + SPREADING_MS }), 'silent', moment);
    case 'check-again':
      return ask(hurry(heard), 'silent', moment);
    case 'withdrawn':
      return drop(heard, moment);
    case 'made':
    case 'denied':
    case 'expired':
      return [heard, []];
    default:
      return hint.kind satisfies never;
  }
}

/** What an earlier pane of this mailbox has kept. What this pane has found out itself is newer and stays. */
export function remember(
  state: State,
  { request, confirmation }: { readonly request?: StoredRequest; readonly confirmation?: StoredConfirmation },
  moment: Moment,
): Step {
  const effects: OnboardingEffect[] = [];
  let next: State = { ...state, memoryRead: true };
  if (state.confirmation) {
    // This pane's own answer is newer; all that the memory can add is when it was last granted.
    const lastGrantedAtMs = state.confirmation.lastGrantedAtMs ?? confirmation?.lastGrantedAtMs;
    const merged = { ...state.confirmation, ...(lastGrantedAtMs === undefined ? {} : { lastGrantedAtMs }) };
    next = { ...next, confirmation: merged };
    effects.push(storeConfirmation(merged));
  } else if (confirmation) {
    next = { ...next, confirmation };
  }
  if (request && !state.request) {
    const over =
      isGreen(state.verdict) || (request.expiresAtMs !== undefined && request.expiresAtMs <= moment.nowMs);
    if (over) {
      effects.push({ do: 'store', key: MEMORY_KEYS.request, value: undefined });
    } else {
      const { way: _, sharedAtMs: __, ...link } = request;
      const made: Link = { phase: 'made', ...link };
      next = { ...next, request, link: state.link.phase === 'none' ? made : state.link };
      if (request.id !== undefined) effects.push({ do: 'listen', id: request.id });
    }
  }
  const [planned, planning] = plan(next, moment);
  return [planned, [...effects, ...planning]];
}
