import type { Cause, NextStep } from '../consent/cause';
import type { ListedPermission } from '../permission-set';

/** The messages that both pages say: why something failed, and what to do about it. */
export interface SharedMessages extends CauseMessages, NextMessages {}

type None = Readonly<Record<never, never>>;

/** Why something failed: one or two sentences for the user. */
type CauseMessages = { readonly [K in Cause as `cause.${K}`]: None };
/** What to do about it: one sentence. */
type NextMessages = { readonly [K in NextStep as `next.${K}`]: None };

/** What each permission lets ExtendSync do, and why. `other`: one that a newer set has and these words have not. */
export type ReasonMessages = {
  readonly [K in ListedPermission | 'other' as `reason.${K}`]: None;
};

export type ReasonMessage = {
  readonly [K in keyof ReasonMessages]: { readonly key: K; readonly values: ReasonMessages[K] };
}[keyof ReasonMessages];

export type SharedMessage = {
  readonly [K in keyof SharedMessages]: { readonly key: K; readonly values: SharedMessages[K] };
}[keyof SharedMessages];

/** Makes a message that both pages can say. */
export const sayShared = (key: keyof SharedMessages): SharedMessage => ({ key, values: {} }) as SharedMessage;
