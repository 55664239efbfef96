import type { ReturnOutcome } from '../api';
import type { ApproverRole } from '../permissions';
import type { SharedMessage } from '../shown/message';

/**
 * Every message of the grant page that the pane does not have, with its values. The words are in `ui/strings/grant`, one
 * file per language; reasons and causes are the pane's own messages.
 */
export interface ApprovalMessages extends OutcomeTitles, OutcomeLeads {
  'approval.opening.title': None;
  'approval.opening.lead': None;

  /** The address holds nothing to go by. */
  'approval.lost.title': None;
  'approval.lost.lead': None;
  /** The address holds something, but not what we or Microsoft write. */
  'approval.damaged.title': None;
  'approval.damaged.lead': None;
  'approval.lost.next': None;
  'approval.lost.next-in-dialog': None;

  'approval.gone.title': None;
  'approval.gone.lead': None;
  'approval.gone.next': None;

  'approval.invitation.title': Asked;
  'approval.invitation.lead': Asked;
  /** Below the button: nothing is granted on this page. */
  'approval.invitation.decide': None;

  'approval.approvers': { readonly roles: readonly ApproverRole[] };

  'approval.not-done.title': None;
  'approval.not-done.passwords': None;
  'approval.not-done.other-apps': None;
  'approval.not-done.no-sending': None;
  'approval.not-done.not-here': None;

  'approval.revoke.title': None;
  'approval.revoke.where': None;
  'approval.revoke.how': None;
  'approval.revoke.effect': None;

  'approval.starting.title': None;
  'approval.starting.lead': None;
  /** The browser has not gone on to Microsoft although it was told to. */
  'approval.starting.overdue': None;

  'approval.notice.offline': None;
  'approval.notice.details-missing': None;
  /** The request calls the organisation by a domain that Microsoft knows as another organisation's. */
  'approval.notice.other-name': { readonly domain: string };
  'approval.notice.throttled': { readonly untilMs?: number };
  'approval.notice.answer-refused': None;
  'approval.notice.sign-in-blocked': None;
  'approval.notice.sign-in-cancelled': None;
  'approval.notice.copied': None;
  'approval.notice.not-copied': None;

  /** For everybody who came back: nothing on this page is needed any more. */
  'approval.may-leave': None;
  'approval.outlook-goes-on': None;
  /** The pane did not hear us: the person has to go back by himself. */
  'approval.outlook-not-told': None;
  'approval.organisation': { readonly organisation: string };
  'approval.ask-for-new-link': None;

  'approval.confirmed.title': None;
  'approval.confirmed.lead': Asked;
  'approval.confirming.title': None;
  'approval.confirming.lead': None;
  'approval.sign-in.title': None;
  'approval.sign-in.lead': None;
  'approval.spreading.title': None;
  'approval.spreading.lead': None;
  'approval.not-arrived.title': None;
  'approval.not-arrived.lead': None;
  'approval.partial.title': { readonly missing: number };
  'approval.partial.lead': Asked;
  'approval.unproven.title': None;
  'approval.unproven.lead.this-user': None;
  'approval.unproven.lead.unproven': None;
  'approval.unproven.lead.service-away': None;
  'approval.blocked.title': None;
  'approval.other-account.title': None;
  'approval.other-account.lead': Asked;
  'approval.unknown.title': None;
  'approval.unknown.next': None;

  /** The straight link of a pane came back: this browser had not begun it. */
  'approval.unasked.title': None;
  'approval.unasked.lead': None;
  'approval.unasked.lead.refused': None;

  'approval.action.continue': None;
  'approval.action.begin-again': None;
  'approval.action.try-again': None;
  'approval.action.check-now': None;
  'approval.action.sign-in': None;
  /** Where an approval is not even claimed. */
  'approval.action.sign-in-to-see': None;
  'approval.action.sign-in-other': None;
  'approval.action.close': None;
  'approval.action.copy-receipt': None;
  'approval.action.print': None;
}

type None = Readonly<Record<never, never>>;
/** Microsoft's name of the organisation, or its domain; undefined where it has only an id. */
type Asked = { readonly organisation?: string };
type OutcomeTitles = {
  readonly [K in Exclude<ReturnOutcome, 'accepted'> as `approval.returned.${K}.title`]: None;
};
type OutcomeLeads = {
  readonly [K in Exclude<ReturnOutcome, 'accepted'> as `approval.returned.${K}.lead`]: None;
};

type OwnMessage = {
  readonly [K in keyof ApprovalMessages]: { readonly key: K; readonly values: ApprovalMessages[K] };
}[keyof ApprovalMessages];

/** A message that the grant page can say: one of its own, or one that it shares with the pane. */
export type ApprovalMessage = OwnMessage | SharedMessage;

/** Makes a message of the grant page's own. */
export function tell<K extends keyof ApprovalMessages>(
  ...[key, values]: None extends ApprovalMessages[K]
    ? [key: K, values?: ApprovalMessages[K]]
    : [key: K, values: ApprovalMessages[K]]
): ApprovalMessage {
  return { key, values: values ?? {} } as ApprovalMessage;
}
