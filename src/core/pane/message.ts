import type { RequestEventKind, ReturnFailure } from '../api/request-events';
import type { HandedOver } from './event';
import type { SharedBy, ShareWay } from '../share-way';
import type { DialogEnd } from '../office-dialog';
import type { ApproverRole } from '../permissions';
import type { ReasonMessages, SharedMessages } from '../shown/message';
import type { SituationChoice, SituationStep } from '../situation';
import type { AdminLetter } from '../support/admin-letter';

/**
 * The messages of the first verdict's screens, with their values. Core speaks in keys; `ui/strings` has the words, one
 * file per language, and each file must implement all of this.
 */
export interface Messages extends SharedMessages, SituationMessages, LetterMessages {
  'checking.title': None;
  'checking.lead': None;

  /** `organisation` is Microsoft's name for it, or its mail domain. */
  'granted.title': None;
  'granted.lead': { readonly organisation?: string | undefined };
  /** The approval is there, and the organisation's situation has more to do. */
  'granted.lead.steps': { readonly organisation?: string | undefined };

  /** No situation is known, and less than the whole set is granted: what it covers. */
  'granted.covers.no-autopilot': { readonly organisation?: string | undefined };
  'granted.covers.group-edition': { readonly organisation?: string | undefined };

  'personal.title.this-user': None;
  'personal.title.unproven': None;
  /** The user's own token shows that an administrator approved; nobody has looked whether for all. */
  'personal.title.approved': None;
  'personal.lead.approved': None;
  /** The service read the grant: it is for this user alone. */
  'personal.lead.this-user': None;
  /** The user holds a token for everything; whether the organisation granted it could not be proved. */
  'personal.lead.unproven': None;
  /** As above, because our own service cannot be reached. */
  'personal.lead.service-away': None;

  'partial.title': { readonly missing: number };
  'partial.lead': { readonly missing: number };
  /** An earlier check of this mailbox found everything granted. */
  'partial.lead.new-permissions': { readonly missing: number };
  'partial.lead.was-granted': { readonly missing: number };
  /** Of the rest nobody could tell for whom it is approved: Microsoft did not say it, or our service would have known. */
  'partial.lead.not-known': { readonly missing: number; readonly serviceAway: boolean };

  'required.title': None;
  'required.lead': { readonly organisation?: string | undefined };
  /** One sentence for whoever opens the pane for the first time. */
  'required.about': None;
  /** An earlier check of this mailbox found everything granted: access was revoked. */
  'required.title.was-granted': None;
  'required.lead.was-granted': { readonly organisation?: string | undefined; readonly atMs: number };
  'required.approvers': { readonly roles: readonly ApproverRole[] };
  'choice.approve': { readonly roles: readonly ApproverRole[] };
  'choice.share': None;

  'arriving.title': None;
  'arriving.lead': None;
  /** The approval is proved, and Outlook's broker goes on refusing from memory. */
  'arriving.lead.host-remembers': None;

  'waiting.title': None;
  'waiting.lead': None;
  /** Microsoft sent the administrator back: the grant is on its way. */
  'waiting.lead.returned': None;
  'waiting.lead.opened': None;
  'waiting.lead.denied': None;
  'waiting.title.not-approved': None;
  'waiting.lead.left': None;
  'waiting.lead.role-too-small': { readonly roles: readonly ApproverRole[] };

  'approving.title': None;
  'approving.lead': None;
  'approving.lead.expired': None;
  /** The window is open to confirm: nothing is listed there, and nothing is accepted. */
  'approving.title.confirm': None;
  'approving.lead.confirm': None;

  'sharing.title': None;
  'sharing.lead': { readonly organisation?: string | undefined };
  'sharing.lead.straight': None;

  'sign-in.title': None;
  'sign-in.title.either': None;
  /** The host said that interaction is needed, and not whether for consent or for signing in. */
  'sign-in.lead.either': None;

  'other-tenant.title': None;
  'other-tenant.lead': { readonly mailDomain?: string | undefined };
  'other-tenant.lead.consultant': None;

  /** Outlook did not tell whose mailbox it is: what is shown is about the account's organisation. */
  'mailbox.not-known': None;
  /** The open item is in a mailbox that is not the signed-in account's own. */
  'mailbox.shared': None;
  'mailbox.on-premises': None;
  'mailbox.personal': None;
  /** Microsoft named no organisation for the mailbox's domain. */
  'mailbox.not-placed': { readonly mailDomain?: string | undefined };

  'blocked.title': None;

  'unknown.title': None;
  'unknown.last-granted': { readonly atMs: number; readonly organisation?: string | undefined };
  'unknown.last-partial': { readonly atMs: number; readonly organisation?: string | undefined };
  'unknown.last-required': { readonly atMs: number; readonly organisation?: string | undefined };
  'unknown.last-personal': { readonly atMs: number; readonly organisation?: string | undefined };
  'unknown.never-confirmed': None;

  /** Which of the five situations is the organisation's? */
  'situation.title': None;
  'situation.lead': None;

  'showing.title': None;
  'showing.lead': None;
  'group.title': None;
  'group.lead': None;
  'manage.title': None;
  'manage.lead': None;
  'help.title': None;
  'help.lead': None;

  'notice.offline': None;
  'notice.reminder': { readonly withWhom?: string | undefined };
  /** Nobody could say anything new; what was proved before stands. */
  'notice.not-renewed': None;
  'notice.not-renewed.throttled': None;

  'action.approve': None;
  'action.confirm': None;
  'action.share': None;
  'action.share-again': None;
  'action.sign-in': None;
  'action.sign-in-again': None;
  'action.sign-in-other': None;
  'action.check-now': None;
  'action.back': None;
  'action.done': None;
  'action.add-autopilot': None;
  'action.pass-on': None;
  'action.close-dialog': None;
  'action.renew': None;
  'action.withdraw': None;
  'action.show': None;
  'action.help': None;
  'action.manage': None;
  'action.group': None;
  'action.change-situation': None;
}

type None = Readonly<Record<never, never>>;

/**
 * The messages that no first verdict needs: what permissions are for, what users set off themselves, and what happened to
 * a request. Their words
 * are in the files of `ui/strings/later`, which are fetched once a verdict is there.
 */
export interface LaterMessages
  extends
    ReasonMessages,
    DialogEndMessages,
    HistoryMessages,
    WayMessages,
    HintMessages,
    StepMessages,
    HandedOverMessages {
  'notice.sign-in-window': None;
  /** The host does not see the window with Microsoft's page any more; whether it stands, nobody knows. */
  'notice.window-unseen': None;
  'action.remind': None;
}

/**
 * What became of the dialog, with the next step. Of an approval that was taken the whole screen tells, unless whoever gave it
 * is kept out.
 */
type DialogEndMessages = { readonly [K in DialogEnd as `dialog-ended.${K}`]: None };
/** What is told of a request: that its link was made the sharing says, and that a check began the checks do. */
export type ToldEventKind = Exclude<RequestEventKind | ReturnFailure, 'made' | 'check-again'>;
/** One line of a request's history. */
type HistoryMessages = { readonly [K in ToldEventKind | 'granted' as `history.${K}`]: None };
/** One of the five situations. */
type SituationMessages = {
  readonly [K in SituationChoice as `situation.${K}`]: None;
};
/** What there is to do in it. */
type StepMessages = { readonly [K in SituationStep as `situation-step.${K}`]: None };
/** What a situation means. */
type HintMessages = { readonly [K in SituationChoice as `situation-hint.${K}`]: None };
/** The button that prepares a letter to an administrator. */
type LetterMessages = { readonly [K in AdminLetter as `action.letter-${K}`]: None };
/** What became of something that was to leave the pane. */
type HandedOverMessages = {
  readonly [K in Extract<HandedOver, { ok: true }>['what'] as `handed-over.${K}`]: None;
} & {
  readonly [K in Extract<HandedOver, { ok: false }>['what'] as `not-handed-over.${K}`]: None;
};
type WayMessages = {
  /** The button. */
  readonly [K in ShareWay as `action.share-${K}`]: None;
} & {
  /** What was done, in the waiting screen: "You sent a message from Outlook". */
  readonly [K in SharedBy as `shared.${K}`]: None;
} & {
  /** What is open now, and what the user does there. */
  readonly [K in ShareWay as `share-done.${K}`]: None;
} & {
  /** It did not work, and what to do instead. */
  readonly [K in ShareWay as `share-failed.${K}`]: None;
};

export type MessageKey = keyof Messages;

/** A message to be said: its key and its values. */
export type Message = {
  readonly [K in MessageKey]: { readonly key: K; readonly values: Messages[K] };
}[MessageKey];

/** A message to be said whose words come after the verdict. */
export type LaterMessage = {
  readonly [K in keyof LaterMessages]: { readonly key: K; readonly values: LaterMessages[K] };
}[keyof LaterMessages];

/** Makes a message whose words come after the verdict. None of them has values. */
export const sayLater = (key: keyof LaterMessages): LaterMessage => ({ key, values: {} }) as LaterMessage;

/** Makes a message. */
export function say<K extends MessageKey>(
  ...[key, values]: None extends Messages[K] ? [key: K, values?: Messages[K]] : [key: K, values: Messages[K]]
): Message {
  return { key, values: values ?? {} } as Message;
}
