import type { RequestEvent } from '../api/request-events';
import type { ToldOutcome } from '../admin-consent';
import type { RequestId, RequestMade } from '../api/requests';
import type { ProbeReport } from '../consent/evidence';
import type { StoredConfirmation, StoredDialog, StoredRequest } from './memory';
import type { ShareMessage } from './share-message';
import type { ShareWay } from '../share-way';
import type { SituationChoice, SituationStep } from '../situation';
import type { AdminLetter } from '../support/admin-letter';
import type { DomainName, TenantId } from '../tenant';

/** Everything that can happen to the pane, in the past tense. */
export type PaneEvent =
  /** The pane opened; whether it can be seen and has a network. */
  | { readonly type: 'opened'; readonly visible: boolean; readonly online: boolean }
  /** The host introduced itself (or turned out to be none), or an item of another mailbox of the organisation is open. */
  | { readonly type: 'host-introduced'; readonly host: HostFacts }
  /** What an earlier pane of this mailbox had kept was read. */
  | {
      readonly type: 'remembered';
      readonly request?: StoredRequest | undefined;
      readonly confirmation?: StoredConfirmation | undefined;
      readonly situation?: SituationChoice | undefined;
      readonly steps?: readonly SituationStep[] | undefined;
      readonly dialog?: StoredDialog | undefined;
      readonly withdrawing?: readonly RequestId[] | undefined;
    }
  | { readonly type: 'probe-answered'; readonly number: number; readonly report: ProbeReport }
  | { readonly type: 'time-came'; readonly timer: TimerName }
  // What the person asked for.
  | { readonly type: 'check-asked' }
  | { readonly type: 'sign-in-asked' }
  | { readonly type: 'approval-asked' }
  /** An approval is there already; an administrator shows that it holds for everybody. */
  | { readonly type: 'confirmation-asked' }
  | { readonly type: 'dialog-given-up' }
  /** The attempt is to be renewed: a new dialog in place of the old. */
  | { readonly type: 'renewal-asked' }
  | { readonly type: 'share-asked' }
  /** The person wants to say how the organisation uses ExtendSync. */
  | { readonly type: 'situation-asked' }
  | { readonly type: 'situation-chosen'; readonly situation: SituationChoice }
  | { readonly type: 'view-asked'; readonly view: LaterView }
  | { readonly type: 'view-left' }
  /** Something that stands on the screen is to be copied. */
  | { readonly type: 'copy-asked'; readonly text: string }
  | { readonly type: 'diagnostics-asked'; readonly how: 'download' | 'copy' }
  | { readonly type: 'letter-asked'; readonly letter: Letter }
  /** What the last of these came to. */
  | ({ readonly type: 'handed-over' } & HandedOver)
  | { readonly type: 'recipient-noted'; readonly withWhom: string }
  /** The request goes out in one of the ways, with the message as it was composed at the press. */
  | { readonly type: 'way-chosen'; readonly message: ShareMessage }
  /** The administrator who has been asked is to be reminded. */
  | { readonly type: 'reminder-asked'; readonly message: ShareMessage }
  | { readonly type: 'withdrawal-asked' }
  /** A step that only a person can know of is done, or is not after all. */
  | { readonly type: 'step-ticked'; readonly step: SituationStep; readonly done: boolean }
  // What came of it.
  | { readonly type: 'dialog-opened' }
  | {
      readonly type: 'dialog-refused';
      readonly why: 'popup-blocked' | 'already-open' | 'not-supported' | 'failed';
    }
  | {
      readonly type: 'attempt-started';
      readonly expiresAtMs: number;
      readonly request?: RequestId | undefined;
    }
  | {
      readonly type: 'dialog-told';
      readonly outcome: ToldOutcome;
      /** After `other-tenant`: the organisation in which it was approved, where it is known. */
      readonly consentedIn?: TenantId | undefined;
    }
  | { readonly type: 'dialog-closed' }
  | { readonly type: 'request-made'; readonly number: number; readonly made: RequestMade }
  /** The service could not make one: the straight link to Microsoft takes its place; `state` is random. */
  | { readonly type: 'request-not-made'; readonly number: number; readonly state: string }
  /** `not-known`: nobody has said that it left the pane, and it may. */
  | { readonly type: 'shared'; readonly way: ShareWay; readonly ok: boolean | 'not-known' }
  /** Whether the service has taken the request back: if not, its link may still work. */
  | {
      readonly type: 'withdrawal-answered';
      readonly id: RequestId;
      readonly ok: boolean;
      readonly isAsked: boolean;
    }
  // What others did.
  | { readonly type: 'hint-heard'; readonly request: RequestId; readonly hint: RequestEvent }
  /** The service knows no such request, or no more: its link leads nowhere. */
  | { readonly type: 'request-gone'; readonly request: RequestId }
  /** A mailbox of another organisation, or another account, stands beside the pinned pane. */
  | { readonly type: 'mailbox-changed'; readonly host: HostFacts }
  | { readonly type: 'lead-taken' }
  | { readonly type: 'peer-saw-change' }
  /** Another pane waits for an administrator by now. */
  | { readonly type: 'peer-shared' }
  | { readonly type: 'shown' }
  | { readonly type: 'focused' }
  | { readonly type: 'hidden' }
  | { readonly type: 'went-online' }
  | { readonly type: 'went-offline' };

export interface HostFacts {
  readonly displayName?: string | undefined;
  /** Of the mailbox that the pane stands beside. */
  readonly mailDomain?: DomainName | undefined;
  /** The mailbox is shared, or another person's. */
  readonly isShared?: boolean | undefined;
  readonly canOpenDrafts: boolean;
  /** BCP 47, as the host says it. */
  readonly locale?: string | undefined;
}

/** Messages to the vendor or to an administrator, prepared for the user to send. */
export type Letter = 'support' | 'deletion' | AdminLetter;
/** How a letter was opened; false where it was not. Of a mail program nobody knows whether it has opened. */
export type LetterOpened = 'draft' | 'mail' | false;
/** What was to leave the pane. */
export type Handed = 'copy' | 'diagnostics-download' | 'diagnostics-copy' | 'withdrawal' | `letter-${Letter}`;
/**
 * What became of it. `mail-`: a letter that was left to the mail program. `straight-withdrawal`: nobody waits any more for a link
 * that goes straight to Microsoft, where nobody can take it back. `request`: its link works no more, and nobody here has taken it back.
 */
export type HandedOver =
  | { readonly what: Handed | `mail-${Letter}`; readonly ok: true }
  | { readonly what: Handed | 'straight-withdrawal' | 'request'; readonly ok: false };

/** Screens that users open themselves; their words and code are fetched when they are asked for. */
export type LaterView = 'showing' | 'group' | 'manage' | 'help';

/**
 * `watch`: the next question is due. `patience`: the running question has taken too long. `attempt`: the five
 * minutes of the attempt in the dialog are over. `reminder`: the administrator has had a day. `history`: what was proved
 * last is a day old.
 */
export type TimerName = 'watch' | 'patience' | 'attempt' | 'reminder' | 'history';
