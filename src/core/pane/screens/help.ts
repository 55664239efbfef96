import { missingIn } from '../../consent/verdict';
import { say, type Message } from '../message';
import type { PaneEvent } from '../event';
import type { State } from '../state';
import {
  troubleshoot,
  type Check,
  type CheckResult,
  type CheckStep,
  type Surroundings,
} from '../../support/troubleshooting';

/** The help screen's checks, as data. */
export interface HelpModel {
  /** How many checks failed. */
  readonly failed: number;
  /** What is missing although nothing is wrong: the approval, or a part of it. */
  readonly missing?: Message | undefined;
  /** What failed, then what is not known and what is not granted: each with its next step. */
  readonly first: readonly CheckLine[];
  /** What is in order, and what does not apply. */
  readonly rest: readonly CheckLine[];
}

export interface CheckLine extends Omit<Check, 'next'> {
  readonly next: readonly StepWay[];
}

/** A next step, with what pressing it means; where neither stands, it is advice in words alone. */
export interface StepWay {
  readonly step: CheckStep;
  readonly event?: PaneEvent | undefined;
  readonly url?: string | undefined;
}

const ORDER: readonly CheckResult[] = ['failed', 'not-known', 'passed', 'does-not-apply'];

/** Runs the checks on what the pane knows and sorts them by what the user should read first. */
export function helpOf(state: State, surroundings: Surroundings): HelpModel {
  const lines = troubleshoot(state, surroundings)
    .map((check) => ({
      ...check,
      next: check.next.filter(({ do: what }) => what !== 'check-now').map(wayOf),
    }))
    .toSorted((one, other) => ORDER.indexOf(one.result) - ORDER.indexOf(other.result));
  // "Nothing is granted yet" is no fault, and still the next thing to do; consultants are told how they stand here.
  const comesFirst = ({ name, result, reason }: CheckLine): boolean =>
    result === 'failed' ||
    result === 'not-known' ||
    reason === 'nothing-granted-yet' ||
    (name === 'consultant' && reason === 'guest');
  const missing = missingOf(state);
  return {
    failed: lines.filter(({ result }) => result === 'failed').length,
    missing,
    first: lines.filter(comesFirst),
    rest: lines.filter((line) => !comesFirst(line)),
  };
}

function missingOf({ verdict }: State): Message | undefined {
  if (verdict.kind === 'required') return say('cause.not-consented');
  if (verdict.kind !== 'partial') return undefined;
  return say('partial.title', { missing: missingIn(verdict.findings).length });
}

/** "Check now" is left out by the caller: one button over all checks runs them again. */
function wayOf(step: CheckStep): StepWay {
  switch (step.do) {
    case 'sign-in':
    case 'sign-in-with-other-account':
      return { step, event: { type: 'sign-in-asked' } };
    case 'grant':
    case 'grant-for-tenant':
      return { step, event: { type: 'approval-asked' } };
    case 'share':
      return { step, event: { type: 'share-asked' } };
    case 'undo-consent':
      return step.url === undefined ? { step } : { step, url: step.url };
    case 'assign-user':
    case 'enable-application':
    case 'open-my-apps':
      return { step, url: step.url };
    case 'check-now':
    case 'check-network':
    case 'reopen-outlook':
    case 'allow-third-party-storage':
    case 'ignore-missing-check':
    case 'ask-admin-about-policy':
    case 'wait':
      return { step };
    default:
      return step satisfies never;
  }
}
