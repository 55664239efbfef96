import type { Cause, NextStep } from '../consent/cause';

/** The messages that both pages say: why something failed, what to do about it, and what a permission is for. */
export interface SharedMessages extends CauseMessages, NextMessages, ReasonMessages {}

type None = Readonly<Record<never, never>>;

/** Why something failed: one or two sentences for the user. */
type CauseMessages = { readonly [K in Cause as `cause.${K}`]: None };
/** What to do about it: one sentence. */
type NextMessages = { readonly [K in NextStep as `next.${K}`]: None };

/** What each permission lets ExtendSync do, and why. The keys follow the permission set; a test holds them together. */
type ReasonMessages = {
  readonly [K in ReasonOf as `reason.${K}`]: None;
};
export type ReasonOf =
  | 'delegated:openid'
  | 'delegated:profile'
  | 'delegated:email'
  | 'delegated:offline_access'
  | 'delegated:User.Read'
  | 'delegated:Mail.ReadWrite'
  | 'delegated:MailboxSettings.ReadWrite'
  | 'delegated:Mail.ReadWrite.Shared'
  | 'application:Mail.ReadWrite'
  | 'application:User.Read.All'
  | 'application:Directory.Read.All'
  | 'application:Calendars.ReadWrite'
  /** A permission that the set has gained and this list has not. */
  | 'other';

export type SharedMessage = {
  readonly [K in keyof SharedMessages]: { readonly key: K; readonly values: SharedMessages[K] };
}[keyof SharedMessages];

/** Makes a message that both pages can say. */
export const sayShared = (key: keyof SharedMessages): SharedMessage => ({ key, values: {} }) as SharedMessage;
