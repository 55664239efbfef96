import type { Cause, NextStep } from '../consent/cause';
import { say, type Message } from '../pane/message';

/** A cause in a person's words. */
export const causeMessage = (cause: Cause): Message => say(`cause.${cause}`);

/** What stopped it, and what can be done where that is known. */
export const causeAndNext = ({
  cause,
  next,
}: {
  readonly cause: Cause;
  readonly next?: NextStep;
}): readonly Message[] => [causeMessage(cause), ...(next === undefined ? [] : [say(`next.${next}`)])];
