import type { Cause, NextStep } from '../consent/cause';
import { sayShared, type SharedMessage } from './message';

/** A cause in a person's words. */
export const causeMessage = (cause: Cause): SharedMessage => sayShared(`cause.${cause}`);

/** What stopped it, and what can be done where that is known. */
export const causeAndNext = ({
  cause,
  next,
}: {
  readonly cause: Cause;
  readonly next?: NextStep | undefined;
}): readonly [what: SharedMessage, ...next: SharedMessage[]] => [
  causeMessage(cause),
  ...(next === undefined ? [] : [sayShared(`next.${next}`)]),
];
