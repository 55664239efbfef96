import { isGreen } from '../../consent/verdict';
import { say } from '../message';
import type { State } from '../state';
import { parseSituation, stepsFor, type SituationStep } from '../../situation';
import { GROUP } from './actions';
import type { StepLine } from './model';

/** What is to be done in the organisation's situation. What the verdict proves is done; the rest is the person's to tick. */
export function stepsOf(state: State): readonly StepLine[] | undefined {
  const situation = parseSituation(state.situation);
  if (!situation) return undefined;
  const proved: ReadonlySet<SituationStep> = new Set([
    'switch-autopilot-on',
    'grant-for-organisation',
    'verify-consent',
  ]);
  const green = isGreen(state.verdict);
  const names = stepsFor(situation);
  const next = names.find((name) => !(green && proved.has(name)));
  return names.map((name) => ({
    name,
    label: say(`situation-step.${name}`),
    state: green && proved.has(name) ? 'done' : name === next ? 'next' : 'later',
    action: name === 'limit-in-exchange' ? GROUP : undefined,
  }));
}
