import type { LookOutcome } from '../api/looks';
import type { ReturnOutcome } from '../api/requests';
import type { ApproverRole } from '../permissions';
import type { ReasonMessages, SharedMessage } from '../shown/message';

/**
 * Every message of the page that the pane's first words do not have, with its values. The words are in
 * `ui/strings/approval`, one file per language; causes are the pane's own messages.
 */
export interface ApprovalMessages extends OutcomeTitles, OutcomeLeads, LookLeads, ReasonMessages {
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
  'approval.invitation.lead': None;
  /** Below the button: nothing is granted on this page. */
  'approval.invitation.decide': None;

  'approval.approvers': { readonly roles: readonly ApproverRole[] };
  /** The same for somebody whose role was not enough. */
  'approval.roles-needed': { readonly roles: readonly ApproverRole[] };
  'approval.pass-on': None;

  'approval.question.title': None;
  'approval.question.lead': None;
  'approval.question.suggested': None;
  /** What each answer asks for, beside the list that stands on the page. */
  'approval.question.this-list': { readonly count: number };
  'approval.question.same-list': None;
  'approval.question.adds': Scopes;
  'approval.question.takes': Scopes;

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
  /** The title where the browser was not sent to Microsoft at all; the notice says why. */
  'approval.starting.failed': None;

  /** The link was opened again after the approval. */
  'approval.earlier.title': None;
  'approval.earlier.lead': Moment;
  'approval.earlier.next': None;

  'approval.notice.offline': None;
  'approval.notice.details-missing': None;
  'approval.notice.been-there': Moment;
  'approval.notice.turned-down': Moment;
  /** The request calls the organisation by a domain that Microsoft knows as another organisation's. */
  'approval.notice.other-name': { readonly domain: string };
  'approval.notice.throttled': { readonly untilMs?: number | undefined };
  'approval.notice.service-away': None;
  'approval.notice.answer-refused': None;
  'approval.notice.sign-in-blocked': None;
  'approval.notice.sign-in-cancelled': None;
  'approval.notice.copied': None;
  'approval.notice.not-copied': None;
  'approval.notice.link-copied': None;
  'approval.notice.link-not-copied': { readonly link: string };

  /** For everybody who came back: nothing on this page is needed any more. */
  'approval.may-leave': None;
  'approval.outlook-goes-on': None;
  /** The pane did not hear us: the user has to go back without it. */
  'approval.outlook-not-told': None;
  /** Whether the pane hears of it by itself this window cannot know. */
  'approval.back-to-outlook': None;
  'approval.organisation': { readonly organisation: string };
  'approval.ask-for-new-link': None;

  'approval.confirmed.title': None;
  'approval.confirmed.lead': Asked;
  /** Nobody has said what is needed, and less than the whole set is granted: what it covers. */
  'approval.confirmed.covers.no-autopilot': Asked;
  'approval.confirmed.covers.group-edition': Asked;
  'approval.confirming.title': None;
  'approval.confirming.lead': None;
  'approval.sign-in.title': None;
  'approval.sign-in.lead': None;
  'approval.spreading.title': None;
  'approval.spreading.lead': None;
  /** An approval is there, or was given just now, and a look has not shown it. */
  'approval.confirm.title': None;
  'approval.confirm.lead': None;
  'approval.confirm.how': None;
  'approval.confirm.accepted-title': None;
  'approval.confirm.not-done-title': None;
  /** Who reads on may be a plain user: what follows is for an administrator. */
  'approval.mend.yourself': None;
  /** How an administrator removes what keeps their own account out. */
  'approval.mend.assign': None;
  'approval.mend.enable': None;
  'approval.mend.other': None;
  'approval.mend.then-confirm': None;
  'approval.not-arrived.title': None;
  'approval.not-arrived.lead': None;
  /** Who asks how it stands, where the page knows of no visit to Microsoft's page. */
  'approval.not-arrived.lead.nobody': None;
  /** Beside the buttons for both. */
  'approval.not-arrived.next': None;
  'approval.partial.title': { readonly missing: number };
  'approval.partial.lead': Asked;
  /** Of the rest nobody could tell for whom it is approved. */
  'approval.partial.lead.not-known': { readonly serviceAway: boolean };
  'approval.unproven.title': None;
  'approval.unproven.lead.this-user': None;
  'approval.unproven.lead.unproven': None;
  'approval.unproven.lead.service-away': None;
  'approval.blocked.title': None;
  /** The approval was given, and whoever gave it is kept out. */
  'approval.blocked.taken': None;
  'approval.other-account.title': None;
  'approval.other-account.lead': Asked;
  'approval.unknown.title': None;
  'approval.unknown.next': None;

  /** An address says something that nobody vouches for: it is quoted, and Microsoft is asked. */
  'approval.unasked.title': None;
  'approval.unasked.sign-in-title': None;
  'approval.unasked.lead': None;
  'approval.unasked.lead.refused': None;
  'approval.unasked.lead.other': None;
  /** Microsoft shows no approval either. */
  'approval.unasked.lead.agreed': None;
  'approval.unasked.next': None;

  'approval.action.continue': None;
  'approval.action.begin-again': None;
  'approval.action.confirm': None;
  'approval.action.pass-on': None;
  /** Where no link is there yet: one is made. */
  'approval.action.copy-link': None;
  'approval.action.other-account': None;
  'approval.action.show-request': None;
  'approval.action.approve-again': None;
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
type Asked = { readonly organisation?: string | undefined };
/** `workAlone`: all of them work without anybody signed in. */
type Scopes = { readonly scopes: readonly string[]; readonly workAlone: boolean };
type Moment = { readonly atMs: number };
type OutcomeTitles = {
  readonly [K in Exclude<ReturnOutcome, 'accepted'> as `approval.returned.${K}.title`]: None;
};
type OutcomeLeads = {
  readonly [K in Exclude<ReturnOutcome, 'accepted'> as `approval.returned.${K}.lead`]: None;
};

type LookLeads = {
  readonly [K in UnconfirmedLook as `approval.looked.${K}`]: None;
};
/** A look that did not show what is granted. */
export type UnconfirmedLook = Exclude<LookOutcome, 'confirmed' | 'incomplete'>;

type OwnMessage = {
  readonly [K in keyof ApprovalMessages]: { readonly key: K; readonly values: ApprovalMessages[K] };
}[keyof ApprovalMessages];

/** A message that the approval page can say: one of its own, or one that it shares with the pane. */
export type ApprovalMessage = OwnMessage | SharedMessage;

/** Makes a message of the approval page's own. */
export function tell<K extends keyof ApprovalMessages>(
  ...[key, values]: None extends ApprovalMessages[K]
    ? [key: K, values?: ApprovalMessages[K]]
    : [key: K, values: ApprovalMessages[K]]
): ApprovalMessage {
  return { key, values: values ?? {} } as ApprovalMessage;
}
