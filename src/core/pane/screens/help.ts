import type { Message } from '../message';
import type { PaneEvent } from '../event';
import type { State } from '../state';
import type { AdminLetter } from '../../support/admin-letter';
import type { Action } from './model';
import { screenOf } from './screen';
import { diagnose } from '../../support/diagnosis/diagnose';
import type { Diagnosis, DiagnosisStep, Surroundings } from '../../support/diagnosis/diagnosis';

/** The help screen, as data. */
export interface HelpModel {
  /** What Microsoft's last answer means, and the step that it asks for. */
  readonly now: {
    readonly title: Message;
    readonly lead: readonly Message[];
    readonly step?: Action | undefined;
  };
  /** What stands in the way: each with its next step. */
  readonly failed: readonly DiagnosisLine[];
  /** What is in order. What is not known, or does not apply, helps nobody and is left out. */
  readonly passed: readonly DiagnosisLine[];
}

export interface DiagnosisLine extends Omit<Diagnosis, 'next'> {
  readonly next: readonly StepWay[];
}

/** A next step, with what pressing it means; where neither stands, it is advice in words alone. */
export interface StepWay {
  readonly step: DiagnosisStep;
  readonly event?: PaneEvent | undefined;
  readonly url?: string | undefined;
}

/** Makes the diagnoses of what the pane knows, and begins with the verdict. */
export function helpOf(state: State, surroundings: Surroundings): HelpModel {
  // The newest answer is looked at, also where an older one still stands on the screen.
  const newest = { ...state, verdict: state.notRenewed?.verdict ?? state.verdict };
  const lines = diagnose(newest, surroundings).map((diagnosis) => ({
    ...diagnosis,
    next: diagnosis.next
      .filter(({ do: what }) => what !== 'check-now')
      .map((step) => wayOf(step, diagnosis.name)),
  }));
  // Nothing is wrong with these, and still there is something to know: how long to wait, how a consultant stands here.
  const comesFirst = ({ name, result, reason }: DiagnosisLine): boolean =>
    result === 'failed' || reason === 'spreading' || (name === 'consultant' && FROM_OUTSIDE.has(reason));
  return {
    now: nowOf(state),
    failed: lines.filter(comesFirst),
    passed: lines.filter((line) => line.result === 'passed' && !comesFirst(line)),
  };
}

const FROM_OUTSIDE: ReadonlySet<string> = new Set([
  'guest',
  'consultant-or-wrong-account',
  'account-not-in-tenant',
]);

/** The screen that the verdict would have says it best. */
function nowOf(state: State): HelpModel['now'] {
  const { title, lead, primary, choices } = screenOf({ ...state, view: 'verdict' });
  const step = primary ?? choices?.[0]?.action;
  return { title, lead, step: step?.name === 'check-now' ? undefined : step };
}

const LETTERS: Readonly<Partial<Record<Diagnosis['name'], AdminLetter>>> = {
  'user-assigned': 'assign',
  'application-enabled': 'enable',
};

/** "Check now" is left out by the caller: one button over all diagnoses makes them again. */
function wayOf(step: DiagnosisStep, diagnosis: Diagnosis['name']): StepWay {
  switch (step.do) {
    case 'sign-in':
    case 'sign-in-with-other-account':
      return { step, event: { type: 'sign-in-asked' } };
    case 'approve':
    case 'approve-for-tenant':
      return { step, event: { type: 'approval-asked' } };
    case 'confirm':
      return { step, event: { type: 'confirmation-asked' } };
    case 'share': {
      // Approving mends neither of the two: each has its own letter (U4).
      const letter = LETTERS[diagnosis];
      return { step, event: letter ? { type: 'letter-asked', letter } : { type: 'share-asked' } };
    }
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
    case 'ignore-missing-mark':
    case 'ask-admin-about-policy':
    case 'wait':
      return { step };
    default:
      return step satisfies never;
  }
}
