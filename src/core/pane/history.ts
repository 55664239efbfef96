import type { Moment } from '../asking/watch';
import { isDefinite } from '../consent/verdict';
import type { PaneEffect } from './effect';
import { STANDS_MS } from './last-state';
import { askForNeeds, leaveOpen } from './probe';
import type { State } from './state';
import type { Step } from './step';

/*
 * What was proved a day ago is history. An answer that says nothing holds it up no longer by then (`stillStands`). But where
 * nobody can be asked no answer comes: so every event is a time to look, and without a network there is a timer.
 */

// A clock that is set right goes back by seconds: what was proved before is no older for that.
const isHistory = ({ verdict, verdictAtMs = 0 }: State, nowMs: number): boolean =>
  isDefinite(verdict) && Math.abs(nowMs - verdictAtMs) >= STANDS_MS;

/** Nobody asks, and somebody sees what was proved before. */
const growsOld = ({ verdict, visible, online }: State): boolean => visible && !online && isDefinite(verdict);

/** What follows from an event, and from the time that it brings. */
export function takeTime(before: State, [state, effects]: Step, moment: Moment): Step {
  // Out of sight nobody sees it, and nobody is asked.
  const [next, asking] =
    state.visible && isHistory(state, moment.nowMs) ? openAgain(state, moment) : [state, []];
  return [next, [...effects, ...asking, ...timerFor(before, next, moment)]];
}

function openAgain(state: State, moment: Moment): Step {
  const open = leaveOpen(state);
  return state.probing ? [open, []] : askForNeeds(open, moment);
}

function timerFor(before: State, after: State, { nowMs }: Moment): readonly PaneEffect[] {
  if (growsOld(after)) {
    const delayMs = (after.verdictAtMs ?? nowMs) + STANDS_MS - nowMs;
    return [{ do: 'schedule', timer: 'history', delayMs }];
  }
  return growsOld(before) ? [{ do: 'cancel', timer: 'history' }] : [];
}
