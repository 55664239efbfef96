import type { PermissionSet } from '../permissions';
import { neededIn, parseSituation, withMore, type Situation, type SituationChoice } from '../situation';
import type { OwnToken } from './evidence';
import { findingsOf, type CheckedAnswer } from './findings';
import type { Finding, Verdict } from './verdict';

/** What the service found at Microsoft, with everything that the checks of it look at. */
export interface Grants {
  readonly answer: CheckedAnswer;
  readonly own: OwnToken | undefined;
  /** What is needed in the situation, or the whole set while nobody knows it. */
  readonly needed: PermissionSet;
  readonly whole: PermissionSet;
  readonly situation: Situation | undefined;
  readonly findings: readonly Finding[];
}

type WithoutName<V> = V extends Verdict ? Omit<V, 'because'> : never;
/** What a check finds: a verdict but for the name, which is the check's; or a verdict that has its own. */
export type Opinion = WithoutName<Verdict> | Verdict;

/** A named check of it. `undefined`: it finds nothing to say. */
export type GrantsCheck = (seen: Grants) => Opinion | undefined;

/** What people have told us of the organisation. */
export interface FromPeople {
  /** What it does, until an administrator's look has shown that: then the look counts. */
  readonly said: SituationChoice | undefined;
  /** What somebody is about to add to what a look has shown. */
  readonly wanted: SituationChoice | undefined;
}

export function grantsIn(
  answer: CheckedAnswer,
  own: OwnToken | undefined,
  whole: PermissionSet,
  { said, wanted }: FromPeople,
): Grants {
  const situation =
    answer.situation === undefined ? parseSituation(said) : withMore(answer.situation, wanted);
  return { answer, own, ...neededFor(situation, answer, own, whole), whole, situation };
}

export function neededFor(
  situation: SituationChoice | undefined,
  answer: CheckedAnswer,
  own: OwnToken | undefined,
  whole: PermissionSet,
): Pick<Grants, 'needed' | 'findings'> {
  const needed = neededIn(situation, answer.proof?.by, whole);
  return { needed, findings: findingsOf(answer, own, needed) };
}
