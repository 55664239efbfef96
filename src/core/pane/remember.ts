import type { RequestId } from '../api/requests';
import { isGreen } from '../consent/verdict';
import type { Moment } from '../asking/watch';
import type { SituationChoice, SituationStep } from '../situation';
import type { PaneEffect } from './effect';
import { listenToWindow } from './dialog';
import type { LastStateNews } from './last-state';
import {
  FORGET_DIALOG,
  FORGET_REQUEST,
  type StoredConfirmation,
  type StoredDialog,
  type StoredRequest,
} from './memory';
import { askForNeeds, openUnlessCovered, plan, storeConfirmation } from './probe';
import { fits, linkOf, linkThatFits, remindLater, takeBackAgain, takeBackReplaced } from './sharing';
import { isForTenant, needsNothing, type State } from './state';
import type { Step } from './step';

interface Memory {
  readonly request?: StoredRequest | undefined;
  readonly confirmation?: StoredConfirmation | undefined;
  readonly situation?: SituationChoice | undefined;
  readonly steps?: readonly SituationStep[] | undefined;
  readonly dialog?: StoredDialog | undefined;
  readonly withdrawing?: readonly RequestId[] | undefined;
}

/** What contradicts the state shown: the mailbox may have learnt later, on another computer, that the approval is gone. */
function contradictionOf(
  { lastState }: State,
  confirmation: StoredConfirmation | undefined,
): LastStateNews | undefined {
  if (!lastState || !confirmation || confirmation.atMs <= lastState.atMs) return undefined;
  if (confirmation.kind === 'granted' && confirmation.forTenant) return undefined;
  return { organisation: lastState.organisation, approved: false, atMs: confirmation.atMs };
}

/** What an earlier pane of this mailbox has kept. What this pane has found out itself is newer and stays. */
export function remember(
  state: State,
  { request, confirmation, situation, steps = [], dialog, withdrawing = [] }: Memory,
  moment: Moment,
): Step {
  const effects: PaneEffect[] = [...takeBackAgain(withdrawing)];
  const contradiction = contradictionOf(state, confirmation);
  // For good, lest the next pane shows it once more.
  if (contradiction) effects.push({ do: 'keep-last-state', news: contradiction });
  const learnt = situation !== undefined && state.situation === undefined;
  let next = openUnlessCovered({
    ...state,
    memoryRead: true,
    stepsDone: [...new Set([...state.stepsDone, ...steps])],
    withdrawing: [...new Set([...state.withdrawing, ...withdrawing])],
    situation: learnt ? situation : state.situation,
    lastState: contradiction ? undefined : state.lastState,
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
  if (dialog && !isGreen(next.verdict) && moment.nowMs < dialog.untilMs) {
    const [heard, listening] = listenToWindow(next, dialog);
    next = heard;
    effects.push(...listening);
  } else if (dialog) {
    effects.push(FORGET_DIALOG);
  }
  if (request && !state.request && isForTenant(state, request)) {
    if (needsNothing({ ...next, request }, moment.nowMs)) {
      effects.push(FORGET_REQUEST);
    } else {
      // One that is being made would take the place of the one that another pane has shared.
      const takes = state.link.phase !== 'made' && fits(next, request);
      next = { ...next, request, handedOver: undefined, link: takes ? linkOf(request) : state.link };
      if (request.id !== undefined) effects.push({ do: 'listen', id: request.id });
      const [waiting, reminding] = remindLater(next, moment);
      const [left, withdrawingReplaced] = takeBackReplaced(waiting);
      next = left;
      effects.push(...reminding, ...withdrawingReplaced);
    }
  }
  if (learnt) {
    next = { ...next, link: linkThatFits(next) };
    // The verdict stood for the whole set: Microsoft is asked again, for what this organisation needs.
    if (state.verdict.kind !== 'checking' && !isGreen(next.verdict)) {
      const [asked, asking] = askForNeeds(next, moment);
      return [asked, [...effects, ...asking]];
    }
  }
  const [planned, planning] = plan(next, moment);
  return [planned, [...effects, ...planning]];
}
