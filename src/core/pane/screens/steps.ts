import { provedSteps } from '../proved-steps';
import { say } from '../message';
import type { State } from '../state';
import { parseSituation, stepsFor } from '../../situation';
import { GROUP } from './actions';
import type { StepLine } from './model';

/** What is to be done in the organisation's situation. What Microsoft proves is done; the rest is for a person to tick. */
export function stepsOf(state: State): readonly StepLine[] | undefined {
  const situation = parseSituation(state.situation);
  if (!situation) return undefined;
  const proved = provedSteps(state.verdict);
  const names = stepsFor(situation);
  const next = names.find((name) => !proved.has(name));
  return names.map((name) => ({
    name,
    label: say(`situation-step.${name}`),
    state: proved.has(name) ? 'done' : name === next ? 'next' : 'later',
    action: name === 'limit-in-exchange' ? GROUP : undefined,
  }));
}
