import { adminConsentUrl, ATTEMPT_LIFETIME_MS, localAttempt } from '../admin-consent';
import { PATHS, type AttemptMade, type RequestId } from '../api';
import { consentScopeParameter, type Situation } from '../situation';
import type { GrantEffect } from './effect';
import type { GrantEvent } from './event';
import type { TabMemory } from './memory';
import { askedSet, meantTenant, nameOf, requestIdOf, type GrantState, type GrantStep } from './state';
import { isGreen } from '../consent/verdict';
import type { Moment } from '../asking/watch';

// office.js meets its host within some two seconds. Without being told, the pane only lacks the countdown.
const TELLING_MS = 4_000;

// A browser that has not begun to show Microsoft's page by now may not be going to.
const DEPARTURE_MS = 8_000;

// An attempt with less than this left is not worth going to Microsoft with: signing in alone takes longer.
const WORTH_GOING_MS = 60_000;

/**
 * Begins a fresh authorization, or goes on with the one that is on its way. The browser leaves only where
 * there is a network: its own error page has no words of ours.
 */
export function begin(state: GrantState, moment: Moment): GrantStep {
  const { departure } = state;
  if (!mayBegin(state)) return [state, []];
  if (departure.phase === 'making-request' || departure.phase === 'making-attempt') return [state, []];
  if (departure.phase === 'telling') return leave(state, departure);
  if (!state.online) return [{ ...state, departure: { phase: 'failed', why: 'offline' } }, []];
  if (departure.phase === 'leaving' && departure.expiresAtMs - moment.nowMs > WORTH_GOING_MS) {
    return leave(state, departure);
  }
  const id = requestIdOf(state);
  if (id !== undefined) return makeAttempt(state, id);
  return [
    { ...state, departure: { phase: 'making-request' } },
    [
      { do: 'cancel', timer: 'departure' },
      {
        do: 'make-request',
        ...(state.meant === undefined
          ? {}
          : { request: { tenant: nameOf(state.meant), ...situationOf(state) } }),
      },
    ],
  ];
}

/** Where an authorization can be begun: on the invitation, in the dialog, and after a return that was not accepted. */
export function mayBegin(state: GrantState): boolean {
  const { place } = state;
  if (place.at === 'dialog') return true;
  const known = requestIdOf(state) !== undefined;
  if (place.at === 'invitation') return known;
  // Without a request or an organisation there is nothing that could be begun anew; once granted, nothing that should be.
  return place.at === 'returned' && !isGreen(state.check.verdict) && (known || state.meant !== undefined);
}

function makeAttempt(state: GrantState, id: RequestId): GrantStep {
  return [
    { ...state, departure: { phase: 'making-attempt' } },
    [
      { do: 'cancel', timer: 'departure' },
      { do: 'make-attempt', id },
    ],
  ];
}

/** The service has made the dialog's request: kept, so that a reload does not make another. */
export function keepRequest(state: GrantState, id: RequestId): GrantStep {
  if (state.departure.phase !== 'making-request') return [state, []];
  const [remembered, kept] = remember({ ...state, request: { phase: 'unread', id } }, {});
  const [asking, effects] = makeAttempt(remembered, id);
  return [asking, [...kept, ...effects]];
}

export const goWithoutRequest = (state: GrantState, random: string, moment: Moment): GrantStep =>
  state.departure.phase === 'making-request' ? goStraight(state, random, moment) : [state, []];

/** The service's authorization: its address must be Microsoft's sign-in, as this installation knows it. */
export function takeAttempt(state: GrantState, made: AttemptMade, moment: Moment): GrantStep {
  if (state.departure.phase !== 'making-attempt') return [state, []];
  if (!isAtMicrosoft(made.consentUrl, state)) {
    return [{ ...state, departure: { phase: 'failed', why: 'answer-refused' } }, []];
  }
  // The time is the service's, so it is held to what an attempt can last at most.
  const leftMs = Math.min(Date.parse(made.expiresAt) - moment.nowMs, ATTEMPT_LIFETIME_MS);
  return depart(state, { url: made.consentUrl, expiresAtMs: moment.nowMs + leftMs }, {});
}

/** The service has made none. Only a browser that can wait does so; everybody else goes straight to Microsoft. */
export function missAttempt(
  state: GrantState,
  event: Extract<GrantEvent, { type: 'attempt-not-made' }>,
  moment: Moment,
): GrantStep {
  if (state.departure.phase !== 'making-attempt') return [state, []];
  if (event.why === 'gone' && !state.memory.dialog) {
    return [{ ...state, departure: { phase: 'idle' }, request: { phase: 'gone' } }, []];
  }
  if (event.why === 'throttled' && !state.memory.dialog) {
    const { retryAfterMs } = event;
    const until = retryAfterMs === undefined ? {} : { untilMs: moment.nowMs + retryAfterMs };
    return [{ ...state, departure: { phase: 'failed', why: 'throttled', ...until } }, []];
  }
  return goStraight(state, event.state, moment);
}

/** The way without the service: Microsoft will send the browser back to this page itself. */
function goStraight(state: GrantState, random: string, moment: Moment): GrantStep {
  const { setup } = state;
  const url = adminConsentUrl({
    loginOrigin: setup.loginOrigin,
    scope: consentScopeParameter(askedSet(state), setup.graphOrigin, setup.clientId),
    clientId: setup.clientId,
    tenant: meantTenant(state) ?? 'organizations',
    redirectUri: new URL(PATHS.grantPage, setup.origin).href,
    state: random,
  });
  const attempt = localAttempt(moment.nowMs, random);
  return depart(state, { url: url.href, expiresAtMs: moment.nowMs + ATTEMPT_LIFETIME_MS }, { attempt });
}

interface Way {
  readonly url: string;
  readonly expiresAtMs: number;
}

function depart(
  state: GrantState,
  way: Way,
  more: Pick<TabMemory, 'attempt'> | Record<never, never>,
): GrantStep {
  const [remembered, kept] = remember(state, more);
  if (!state.memory.dialog) {
    const [leaving, effects] = leave(remembered, way);
    return [leaving, [...kept, ...effects]];
  }
  return [
    { ...remembered, departure: { phase: 'telling', ...way } },
    [
      ...kept,
      { do: 'tell-parent', message: { kind: 'attempt-started', expiresAtMs: way.expiresAtMs } },
      { do: 'schedule', timer: 'telling', delayMs: TELLING_MS },
    ],
  ];
}

/** The pane knows, or has had its time. */
export const leaveWhenTold = (state: GrantState): GrantStep =>
  state.departure.phase === 'telling' ? leave(state, state.departure) : [state, []];

function leave(state: GrantState, { url, expiresAtMs }: Way): GrantStep {
  if (!state.online) {
    return [
      { ...state, departure: { phase: 'failed', why: 'offline' } },
      [{ do: 'cancel', timer: 'telling' }],
    ];
  }
  return [
    { ...state, departure: { phase: 'leaving', url, expiresAtMs, overdue: false } },
    [
      { do: 'cancel', timer: 'telling' },
      { do: 'schedule', timer: 'departure', delayMs: DEPARTURE_MS },
      { do: 'leave', url },
    ],
  ];
}

/** The browser is still here. */
export const noticeDelay = (state: GrantState): GrantStep =>
  state.departure.phase === 'leaving'
    ? [{ ...state, departure: { ...state.departure, overdue: true } }, [{ do: 'cancel', timer: 'departure' }]]
    : [state, []];

/** The person came back by the browser's own button. Microsoft may have used the attempt up: the next one is fresh. */
export function comeBack(state: GrantState): GrantStep {
  if (state.departure.phase === 'idle') return [state, []];
  return [{ ...state, departure: { phase: 'idle' } }, [{ do: 'cancel', timer: 'departure' }]];
}

/** Keeps what the return, or a reload, will need. An earlier return and an earlier attempt are over. */
function remember(
  state: GrantState,
  more: Pick<TabMemory, 'attempt'> | Record<never, never>,
): readonly [GrantState, readonly GrantEffect[]] {
  const id = requestIdOf(state);
  const memory: TabMemory = {
    dialog: state.memory.dialog,
    ...(id === undefined ? {} : { request: id }),
    ...(state.meant === undefined ? {} : { tenant: meantTenant(state) ?? nameOf(state.meant) }),
    ...situationOf(state),
    ...more,
  };
  return [{ ...state, memory }, [{ do: 'keep', memory }]];
}

const situationOf = ({ situation }: GrantState): { readonly situation?: Situation } =>
  situation === undefined ? {} : { situation };

function isAtMicrosoft(text: string, { setup }: GrantState): boolean {
  try {
    const url = new URL(text);
    return url.origin === setup.loginOrigin && url.pathname.endsWith('/adminconsent');
  } catch {
    return false;
  }
}
