import type { Cause } from '../consent/cause';
import { say, type Message } from '../message';

/** A cause in a person's words. */
export const causeMessage = (cause: Cause): Message => say(`cause.${cause}`);
