import { MEMORY_KEYS, toStore, WITH_WHOM_MOST } from './memory';
import type { Step } from './step';
import type { PaneEffect } from './effect';
import type { LaterView } from './event';
import { openDialog } from './dialog';
import { askForNeeds, openUnlessCovered } from './probe';
import { linkThatFits, showLink, stillUnderWay } from './sharing';
import type { State } from './state';
import { asksSituation } from '../consent/asks-situation';
import type { SituationChoice, SituationStep } from '../situation';
import type { Moment } from '../asking/watch';

/** The question that comes before the next step, where its answer changes that step; undefined where it does not. */
export function situationFirst(state: State): Step | undefined {
  return asksSituation(state.verdict, state.organisationSituation ?? state.situation)
    ? [{ ...state, view: 'situation', afterSituation: 'approve' }, []]
    : undefined;
}

/** The user wants to change their answer. */
export const askSituation = (state: State): Step => [{ ...withoutNext(state), view: 'situation' }, []];

/**
 * The answer is kept with the mailbox, and what the person wanted goes on within the same click. Microsoft is asked
 * again, because another situation needs other permissions.
 */
export function chooseSituation(state: State, situation: SituationChoice, moment: Moment): Step {
  const { afterSituation } = state;
  const adding = state.organisationSituation === undefined ? undefined : situation;
  const changed = situation !== state.situation || adding !== state.adding;
  // An approval on its way is for what was needed before.
  const arriving = changed ? undefined : state.arriving;
  const answered: State = { ...withoutNext(state), situation, adding, arriving, view: 'verdict' };
  const chosen = openUnlessCovered({ ...answered, link: linkThatFits(answered) });
  const kept: PaneEffect = { do: 'store', key: MEMORY_KEYS.situation, value: situation };
  const [begun, going] = afterSituation === 'approve' ? openDialog(chosen, moment) : [chosen, []];
  // After what the person wanted: of two plans for the next question, the one that was made last holds.
  const [next, asking] = changed ? askForNeeds(begun, moment) : [begun, []];
  return [next, [...going, kept, ...asking]];
}

export function showView(state: State, view: LaterView, moment: Moment): Step {
  if (view === 'showing') return showLink(state, view, moment);
  return [{ ...withoutNext(state), view }, []];
}

/** Ticks a step, or takes the tick back; kept with the mailbox. */
export function tickStep(state: State, step: SituationStep, done: boolean): Step {
  const others = state.stepsDone.filter((one) => one !== step);
  const stepsDone = done ? [...others, step] : others;
  return [{ ...state, stepsDone }, [{ do: 'store', key: MEMORY_KEYS.steps, value: stepsDone }]];
}

/** Back to how things stand. */
export const leaveView = (state: State): Step => [
  { ...withoutNext(state), view: 'verdict', sharing: stillUnderWay(state) },
  [],
];

/**
 * Whom the user asked: one line, kept in their mailbox. An empty note takes it back. A note that was being written when the
 * approval came belongs to its story.
 */
export function noteRecipient(state: State, withWhom: string): Step {
  const { fulfilled } = state;
  const noted = state.request ?? fulfilled?.request;
  if (!noted) return [state, []];
  const note = withWhom.replace(/\s+/g, ' ').trim().slice(0, WITH_WHOM_MOST);
  const request = { ...noted, withWhom: note === '' ? undefined : note };
  if (!state.request) return [{ ...state, fulfilled: fulfilled && { ...fulfilled, request } }, []];
  return [{ ...state, request }, [{ do: 'store', key: MEMORY_KEYS.request, value: toStore(request) }]];
}

const withoutNext = (state: State): State => ({ ...state, afterSituation: undefined });
