import { adminConsentUrl, ATTEMPT_LIFETIME_MS, localAttempt } from '../admin-consent';
import { PATHS, type AttemptMade, type RequestId } from '../api';
import { consentScopeParameter, type Situation } from '../situation';
import type { ApprovalEffect } from './effect';
import type { ApprovalEvent } from './event';
import type { TabMemory } from './memory';
import { askedSet, askedTenant, nameOf, requestIdOf, type ApprovalState, type ApprovalStep } from './state';
import { isGreen } from '../consent/verdict';
import type { Moment } from '../asking/watch';

// office.js meets its host within some two seconds. Without being told, the pane only lacks the countdown.
const TELLING_MS = 4_000;

// A browser that has not begun to show Microsoft's page by now may not be going to.
const REDIRECT_MS = 8_000;

// An attempt with less than this left is not worth going to Microsoft with: signing in alone takes longer.
const WORTH_GOING_MS = 60_000;

/**
 * Begins a fresh authorization, or goes on with the one that is on its way. The browser leaves only where
 * there is a network: its own error page has no words of ours.
 */
export function begin(state: ApprovalState, moment: Moment): ApprovalStep {
  const { redirect } = state;
  if (!mayBegin(state)) return [state, []];
  if (redirect.phase === 'making-request' || redirect.phase === 'making-attempt') return [state, []];
  if (redirect.phase === 'telling') return leave(state, redirect);
  if (!state.online) return [{ ...state, redirect: { phase: 'failed', why: 'offline' } }, []];
  if (redirect.phase === 'leaving' && redirect.expiresAtMs - moment.nowMs > WORTH_GOING_MS) {
    return leave(state, redirect);
  }
  const id = requestIdOf(state);
  if (id !== undefined) return makeAttempt(state, id);
  return [
    { ...state, redirect: { phase: 'making-request' } },
    [
      { do: 'cancel', timer: 'redirect' },
      {
        do: 'make-request',
        ...(state.organisation === undefined
          ? {}
          : { request: { tenant: nameOf(state.organisation), ...situationOf(state) } }),
      },
    ],
  ];
}

/** Where an authorization can be begun: on the invitation, in the dialog, and after a return that was not accepted. */
export function mayBegin(state: ApprovalState): boolean {
  const { place } = state;
  if (place.at === 'dialog') return true;
  const known = requestIdOf(state) !== undefined;
  if (place.at === 'invitation') return known;
  // Without a request or an organisation there is nothing that could be begun anew; once granted, nothing that should be.
  return (
    place.at === 'returned' && !isGreen(state.check.verdict) && (known || state.organisation !== undefined)
  );
}

function makeAttempt(state: ApprovalState, id: RequestId): ApprovalStep {
  return [
    { ...state, redirect: { phase: 'making-attempt' } },
    [
      { do: 'cancel', timer: 'redirect' },
      { do: 'make-attempt', id },
    ],
  ];
}

/** The service has made the dialog's request: kept, so that a reload does not make another. */
export function keepRequest(state: ApprovalState, id: RequestId): ApprovalStep {
  if (state.redirect.phase !== 'making-request') return [state, []];
  const [remembered, kept] = remember({ ...state, request: { phase: 'unread', id } }, {});
  const [asking, effects] = makeAttempt(remembered, id);
  return [asking, [...kept, ...effects]];
}

export const goWithoutRequest = (state: ApprovalState, random: string, moment: Moment): ApprovalStep =>
  state.redirect.phase === 'making-request' ? goStraight(state, random, moment) : [state, []];

/** The service's authorization: its address must be Microsoft's sign-in, as this installation knows it. */
export function takeAttempt(state: ApprovalState, made: AttemptMade, moment: Moment): ApprovalStep {
  if (state.redirect.phase !== 'making-attempt') return [state, []];
  if (!isAtMicrosoft(made.consentUrl, state)) {
    return [{ ...state, redirect: { phase: 'failed', why: 'answer-refused' } }, []];
  }
  // The time is the service's, so it is held to what an attempt can last at most.
  const leftMs = Math.min(Date.parse(made.expiresAt) - moment.nowMs, ATTEMPT_LIFETIME_MS);
  return startRedirect(state, { url: made.consentUrl, expiresAtMs: moment.nowMs + leftMs }, {});
}

/** The service has made none. Only a browser that can wait does so; everybody else goes straight to Microsoft. */
export function missAttempt(
  state: ApprovalState,
  event: Extract<ApprovalEvent, { type: 'attempt-not-made' }>,
  moment: Moment,
): ApprovalStep {
  if (state.redirect.phase !== 'making-attempt') return [state, []];
  if (event.why === 'gone' && !state.memory.dialog) {
    return [{ ...state, redirect: { phase: 'idle' }, request: { phase: 'gone' } }, []];
  }
  if (event.why === 'throttled' && !state.memory.dialog) {
    const { retryAfterMs } = event;
    const until = retryAfterMs === undefined ? {} : { untilMs: moment.nowMs + retryAfterMs };
    return [{ ...state, redirect: { phase: 'failed', why: 'throttled', ...until } }, []];
  }
  return goStraight(state, event.state, moment);
}

/** The way without the service: Microsoft will send the browser back to this page itself. */
function goStraight(state: ApprovalState, random: string, moment: Moment): ApprovalStep {
  const { setup } = state;
  const url = adminConsentUrl({
    loginOrigin: setup.loginOrigin,
    scope: consentScopeParameter(askedSet(state), setup.graphOrigin),
    clientId: setup.clientId,
    tenant: askedTenant(state) ?? 'organizations',
    redirectUri: new URL(PATHS.grantPage, setup.origin).href,
    state: random,
  });
  const attempt = localAttempt(moment.nowMs, random);
  return startRedirect(
    state,
    { url: url.href, expiresAtMs: moment.nowMs + ATTEMPT_LIFETIME_MS },
    { attempt },
  );
}

interface Way {
  readonly url: string;
  readonly expiresAtMs: number;
}

function startRedirect(
  state: ApprovalState,
  way: Way,
  more: Pick<TabMemory, 'attempt'> | Record<never, never>,
): ApprovalStep {
  const [remembered, kept] = remember(state, more);
  if (!state.memory.dialog) {
    const [leaving, effects] = leave(remembered, way);
    return [leaving, [...kept, ...effects]];
  }
  return [
    { ...remembered, redirect: { phase: 'telling', ...way } },
    [
      ...kept,
      {
        do: 'tell-parent',
        message: {
          kind: 'attempt-started',
          expiresAtMs: way.expiresAtMs,
          request: requestIdOf(state),
        },
      },
      { do: 'schedule', timer: 'telling', delayMs: TELLING_MS },
    ],
  ];
}

/** The pane knows, or has had its time. */
export const leaveWhenTold = (state: ApprovalState): ApprovalStep =>
  state.redirect.phase === 'telling' ? leave(state, state.redirect) : [state, []];

function leave(state: ApprovalState, { url, expiresAtMs }: Way): ApprovalStep {
  if (!state.online) {
    return [
      { ...state, redirect: { phase: 'failed', why: 'offline' } },
      [{ do: 'cancel', timer: 'telling' }],
    ];
  }
  return [
    { ...state, redirect: { phase: 'leaving', url, expiresAtMs, overdue: false } },
    [
      { do: 'cancel', timer: 'telling' },
      { do: 'schedule', timer: 'redirect', delayMs: REDIRECT_MS },
      { do: 'leave', url },
    ],
  ];
}

/** The browser is still here. */
export const noticeDelay = (state: ApprovalState): ApprovalStep =>
  state.redirect.phase === 'leaving'
    ? [{ ...state, redirect: { ...state.redirect, overdue: true } }, [{ do: 'cancel', timer: 'redirect' }]]
    : [state, []];

/** The person came back by the browser's own button. Microsoft may have used the attempt up: the next one is fresh. */
export function comeBack(state: ApprovalState): ApprovalStep {
  if (state.redirect.phase === 'idle') return [state, []];
  return [{ ...state, redirect: { phase: 'idle' } }, [{ do: 'cancel', timer: 'redirect' }]];
}

/** Keeps what the return, or a reload, will need. An earlier return and an earlier attempt are over. */
function remember(
  state: ApprovalState,
  more: Pick<TabMemory, 'attempt'> | Record<never, never>,
): readonly [ApprovalState, readonly ApprovalEffect[]] {
  const id = requestIdOf(state);
  const memory: TabMemory = {
    dialog: state.memory.dialog,
    ...(id === undefined ? {} : { request: id }),
    ...(state.organisation === undefined ? {} : { tenant: askedTenant(state) ?? nameOf(state.organisation) }),
    ...situationOf(state),
    ...more,
  };
  return [{ ...state, memory }, [{ do: 'keep', memory }]];
}

const situationOf = ({ situation }: ApprovalState): { readonly situation?: Situation } =>
  situation === undefined ? {} : { situation };

function isAtMicrosoft(text: string, { setup }: ApprovalState): boolean {
  try {
    const url = new URL(text);
    return url.origin === setup.loginOrigin && url.pathname.endsWith('/adminconsent');
  } catch {
    return false;
  }
}
