import type { LocalAttempt } from '../admin-consent';
import type { ApprovalEffect } from './effect';
import type { TabMemory } from './memory';
import {
  askedTenant,
  nameAsked,
  requestIdOf,
  situationOf,
  type ApprovalState,
  type ApprovalStep,
  type Way,
} from './state';

/* The browser goes to Microsoft: what is kept for its return, what the pane is told, and what if it does not go. */

// office.js meets its host within some two seconds, on a busy machine within six. A pane that is not told lacks the time
// limit, and its own request as a second way to hear of the return.
const TELLING_MS = 8_000;

// A browser that has not begun to show Microsoft's page by now may not be going to.
const REDIRECT_MS = 8_000;

/** What is kept beside the request: an attempt that this tab has made itself. */
interface Beside {
  readonly attempt?: LocalAttempt | undefined;
}

/** Goes to Microsoft; out of a dialog, once the pane has been told. */
export function tellAndLeave(state: ApprovalState, way: Way, beside: Beside): ApprovalStep {
  const [remembered, kept] = remember(state, beside);
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

/** Takes the browser to Microsoft, where there is a network. */
export function leave(state: ApprovalState, { errand, url, expiresAtMs }: Way): ApprovalStep {
  if (!state.online) {
    return [
      { ...state, redirect: { phase: 'failed', why: 'offline' } },
      [{ do: 'cancel', timer: 'telling' }],
    ];
  }
  return [
    { ...state, redirect: { phase: 'leaving', errand, url, expiresAtMs, overdue: false } },
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

/** The user came back by the browser's own button. Microsoft may have used the attempt up: the next one is fresh. */
export function comeBack(before: ApprovalState): ApprovalStep {
  const state: ApprovalState = { ...before, signInHere: undefined };
  if (state.redirect.phase === 'idle') return [state, []];
  return [{ ...state, redirect: { phase: 'idle' } }, [{ do: 'cancel', timer: 'redirect' }]];
}

/** Keeps what the return, or a reload, will need. An earlier return and an earlier attempt are over. */
export function remember(
  state: ApprovalState,
  beside: Beside,
): readonly [ApprovalState, readonly ApprovalEffect[]] {
  const memory: TabMemory = {
    dialog: state.memory.dialog,
    hadOpener: state.memory.hadOpener,
    request: requestIdOf(state),
    tenant: askedTenant(state) ?? nameAsked(state),
    situation: situationOf(state),
    isAnswered: state.answered === undefined ? undefined : true,
    ...beside,
  };
  return [{ ...state, memory }, [{ do: 'keep', memory }]];
}
