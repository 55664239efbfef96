import type { ApprovalEvent } from '../event';
import type { ApprovalMessage } from '../message';
import type { Permission, PermissionId } from '../../permissions';
import type { ChecksModel, PermissionLine, Tone } from '../../shown/model';
import type { SituationChoice } from '../../situation';
import type { DomainName, TenantId } from '../../tenant';
import type { CheckName } from '../../consent/verdict';

/** Everything that the approval page shows, as data. `core/approval/screens` makes it; `ui/approval` draws it and knows nothing more. */
export interface ApprovalScreenModel {
  readonly name: ApprovalScreenName;
  /** Colour and icon of the headline; the words say the same. Only a confirmed grant is `good`. */
  readonly tone: Tone;
  /** Stands in a dialog of 400 by 600 pixels, or so: only what is needed there. */
  readonly dialog: boolean;
  readonly title: ApprovalMessage;
  readonly lead: readonly ApprovalMessage[];
  /** Who is asked for what. */
  readonly facts?: FactsModel | undefined;
  readonly question?: QuestionModel | undefined;
  readonly asked?: readonly AskedPermission[] | undefined;
  readonly sections?: readonly SectionModel[] | undefined;
  readonly primary?: ApprovalAction | undefined;
  /** Said below the primary action. */
  readonly primaryNote?: ApprovalMessage | undefined;
  readonly others: readonly ApprovalAction[];
  readonly notice?: ApprovalNotice | undefined;
  /** The permissions as Microsoft's answer has them. */
  readonly permissions?: readonly PermissionLine[] | undefined;
  readonly checks?: ChecksModel | undefined;
  /** Stands beside the times of the checks. */
  readonly checkNow?: ApprovalAction | undefined;
  readonly receipt?: ReceiptModel | undefined;
  /** Microsoft's code and the correlation id, for support. */
  readonly details?:
    { readonly code?: string | undefined; readonly correlationId?: string | undefined } | undefined;
  /** Read out by screen readers, each once when it comes. */
  readonly announcement: readonly ApprovalMessage[];
  /** Something is under way, and the screen shows it. */
  readonly busy: boolean;
}

export type ApprovalScreenName =
  | 'opening'
  | 'lost'
  | 'gone'
  | 'invitation'
  | 'approved-before'
  | 'to-confirm'
  | 'confirm'
  | 'starting'
  | 'returned-in-dialog'
  | 'confirming'
  | 'sign-in'
  | 'confirmed'
  | 'spreading'
  | 'not-arrived'
  | 'partial'
  | 'unproven'
  | 'blocked'
  | 'other-account'
  | 'unknown'
  | 'unasked'
  | 'denied'
  | 'left'
  | 'role-too-small'
  | 'expired'
  | 'repeated'
  | 'forged'
  | 'other-tenant'
  | 'failed';

export interface FactsModel {
  /** The organisation, where the request names it. Undefined: the one of whoever signs in. */
  readonly organisation?: NamedOrganisation | undefined;
  readonly publisher: string;
  readonly clientId: string;
  readonly madeAtMs?: number | undefined;
  readonly expiresAtMs?: number | undefined;
}

/** An organisation's names: its id, and a domain that either Microsoft or only the sender calls it by. */
export interface NamedOrganisation {
  readonly tenant?: TenantId | undefined;
  readonly domain?:
    | {
        readonly name: DomainName;
        /** Microsoft knows the organisation by it; else it is the sender's word. */
        readonly isVerified: boolean;
        /** The name is in the coded form of letters outside of ASCII, and can look like another one. */
        readonly isCoded: boolean;
      }
    | undefined;
}

/** What the organisation does with ExtendSync: it decides what is asked for. */
export interface QuestionModel {
  readonly isAnswered: boolean;
  /** The browser is about to go to Microsoft with the answer as it is. */
  readonly off: boolean;
  readonly options: readonly QuestionOption[];
}

export interface QuestionOption {
  readonly situation: SituationChoice;
  readonly isChosen: boolean;
  readonly isSuggested: boolean;
  /** What the answer changes in the list that stands on the page. */
  readonly changes: readonly ApprovalMessage[];
  readonly event: ApprovalEvent;
}

export interface AskedPermission {
  readonly id: PermissionId;
  readonly permission: Permission;
  readonly reason: ApprovalMessage;
  /** It is granted along with the others, and not needed. */
  readonly comesAlong: boolean;
}

export interface SectionModel {
  readonly name: 'not-done' | 'revoke';
  readonly title: ApprovalMessage;
  readonly lines: readonly ApprovalMessage[];
  readonly openAtFirst: boolean;
}

export type ApprovalAction = Pressed & {
  readonly name: ActionName;
  readonly label: ApprovalMessage;
  readonly busy?: boolean | undefined;
};

/** What a press means: an event for the store, or a receipt to be written in the user's language first. */
export type Pressed = { readonly event: ApprovalEvent } | { readonly composes: ReceiptModel };

export type ActionName =
  | 'continue'
  | 'confirm'
  | 'try-again'
  | 'check-now'
  | 'sign-in'
  | 'show-request'
  | 'pass-on'
  | 'close'
  | 'copy'
  | 'print';

export interface ApprovalNotice {
  readonly tone: Tone;
  readonly text: ApprovalMessage;
}

/** A confirmed approval, to be kept: whose, of what, when, and how it was proved. */
export interface ReceiptModel {
  readonly organisation?: string | undefined;
  readonly tenant: TenantId;
  readonly publisher: string;
  readonly clientId: string;
  readonly confirmedAtMs: number;
  readonly check: CheckName;
  /** When an administrator's look showed it; undefined where the service read it by itself. */
  readonly lookedAtMs?: number | undefined;
  readonly permissions: readonly PermissionLine[];
}
