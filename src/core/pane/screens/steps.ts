import { provedSteps } from '../proved-steps';
import { stepsFor, type SituationStep } from '../../situation';
import { sayLater } from '../message';
import { situationShown, type State } from '../state';
import { GROUP } from './actions';
import type { StepLine } from './model';

/** What nobody but Microsoft can say. */
const ONLY_PROVED: ReadonlySet<SituationStep> = new Set(['grant-for-organisation', 'verify-consent']);

/** What is to be done in the organisation's situation: what Microsoft proves is done, and a person ticks the rest. */
export function stepsOf(state: State): readonly StepLine[] | undefined {
  const situation = situationShown(state);
  if (!situation) return undefined;
  const proved = provedSteps(state.verdict);
  const isDone = (name: SituationStep): boolean =>
    proved.has(name) || (!ONLY_PROVED.has(name) && state.stepsDone.includes(name));
  const names = stepsFor(situation);
  const next = names.find((name) => !isDone(name));
  // The screen about the group is where it is named, and where the script is made.
  const aboutGroup = names.find((name) => OF_GROUP.has(name) && !isDone(name));
  return names.map((name) => ({
    name,
    label: sayLater(`situation-step.${name}`),
    state: isDone(name) ? 'done' : name === next ? 'next' : 'later',
    tick:
      ONLY_PROVED.has(name) || proved.has(name)
        ? undefined
        : { type: 'step-ticked', step: name, done: !isDone(name) },
    action: name === aboutGroup ? GROUP : undefined,
  }));
}

const OF_GROUP: ReadonlySet<SituationStep> = new Set(['choose-group', 'limit-in-exchange', 'test-limit']);
