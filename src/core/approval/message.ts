import type { ReturnOutcome } from '../api';
import type { Message } from '../pane/message';
import type { ApproverRole } from '../permissions';

/**
 * Every message of the grant page that the pane does not have, with its values. The words are in `ui/strings/grant`, one
 * file per language; reasons and causes are the pane's own messages.
 */
export interface GrantMessages extends OutcomeTitles, OutcomeLeads {
  'grant.opening.title': None;
  'grant.opening.lead': None;

  /** The address holds nothing to go by. */
  'grant.lost.title': None;
  'grant.lost.lead': None;
  /** The address holds something, but not what we or Microsoft write. */
  'grant.damaged.title': None;
  'grant.damaged.lead': None;
  'grant.lost.next': None;
  'grant.lost.next-in-dialog': None;

  'grant.gone.title': None;
  'grant.gone.lead': None;
  'grant.gone.next': None;

  'grant.invitation.title': Asked;
  'grant.invitation.lead': Asked;
  /** Below the button: nothing is granted on this page. */
  'grant.invitation.decide': None;

  'grant.approvers': { readonly roles: readonly ApproverRole[] };

  'grant.not-done.title': None;
  'grant.not-done.passwords': None;
  'grant.not-done.other-apps': None;
  'grant.not-done.no-sending': None;
  'grant.not-done.not-here': None;

  'grant.revoke.title': None;
  'grant.revoke.where': None;
  'grant.revoke.how': None;
  'grant.revoke.effect': None;

  'grant.starting.title': None;
  'grant.starting.lead': None;
  /** The browser has not gone on to Microsoft although it was told to. */
  'grant.starting.overdue': None;

  'grant.notice.offline': None;
  'grant.notice.details-missing': None;
  /** The request calls the organisation by a domain that Microsoft knows as another organisation's. */
  'grant.notice.other-name': { readonly domain: string };
  'grant.notice.throttled': { readonly untilMs?: number };
  'grant.notice.answer-refused': None;
  'grant.notice.sign-in-blocked': None;
  'grant.notice.sign-in-cancelled': None;
  'grant.notice.copied': None;
  'grant.notice.not-copied': None;

  /** For everybody who came back: nothing on this page is needed any more. */
  'grant.may-leave': None;
  'grant.outlook-goes-on': None;
  /** The pane did not hear us: the person has to go back by himself. */
  'grant.outlook-not-told': None;
  'grant.meant': { readonly organisation: string };
  'grant.ask-for-new-link': None;

  'grant.confirmed.title': None;
  'grant.confirmed.lead': Asked;
  'grant.confirming.title': None;
  'grant.confirming.lead': None;
  'grant.sign-in.title': None;
  'grant.sign-in.lead': None;
  'grant.spreading.title': None;
  'grant.spreading.lead': None;
  'grant.not-arrived.title': None;
  'grant.not-arrived.lead': None;
  'grant.partial.title': { readonly missing: number };
  'grant.partial.lead': Asked;
  'grant.unproven.title': None;
  'grant.unproven.lead.this-user': None;
  'grant.unproven.lead.unproven': None;
  'grant.unproven.lead.service-away': None;
  'grant.blocked.title': None;
  'grant.other-account.title': None;
  'grant.other-account.lead': Asked;
  'grant.unknown.title': None;
  'grant.unknown.next': None;

  /** The straight link of a pane came back: this browser had not begun it. */
  'grant.unasked.title': None;
  'grant.unasked.lead': None;
  'grant.unasked.lead.refused': None;

  'grant.action.continue': None;
  'grant.action.begin-again': None;
  'grant.action.try-again': None;
  'grant.action.check-now': None;
  'grant.action.sign-in': None;
  /** Where an approval is not even claimed. */
  'grant.action.sign-in-to-see': None;
  'grant.action.sign-in-other': None;
  'grant.action.close': None;
  'grant.action.copy-receipt': None;
  'grant.action.print': None;
}

type None = Readonly<Record<never, never>>;
/** Microsoft's name of the organisation, or its domain; undefined where it has only an id. */
type Asked = { readonly organisation?: string };
type OutcomeTitles = {
  readonly [K in Exclude<ReturnOutcome, 'accepted'> as `grant.returned.${K}.title`]: None;
};
type OutcomeLeads = {
  readonly [K in Exclude<ReturnOutcome, 'accepted'> as `grant.returned.${K}.lead`]: None;
};

type OwnMessage = {
  readonly [K in keyof GrantMessages]: { readonly key: K; readonly values: GrantMessages[K] };
}[keyof GrantMessages];

/** A message that the grant page can say: one of its own, or one that it shares with the pane. */
export type GrantMessage = OwnMessage | Message;

/** Makes a message of the grant page's own. */
export function tell<K extends keyof GrantMessages>(
  ...[key, values]: None extends GrantMessages[K]
    ? [key: K, values?: GrantMessages[K]]
    : [key: K, values: GrantMessages[K]]
): GrantMessage {
  return { key, values: values ?? {} } as GrantMessage;
}
