import type { ApprovalEvent } from '../event';
import type { ApprovalMessage } from '../message';
import type { Permission, PermissionId } from '../../permissions';
import type { ChecksModel, PermissionLine, Tone } from '../../shown/model';
import type { TenantId } from '../../tenant';
import type { CheckName } from '../../consent/verdict';

/** Everything that the grant page shows, as data. `core/approval/screens` makes it; `ui/approval` draws it and knows nothing more. */
export interface ApprovalScreenModel {
  readonly name: ApprovalScreenName;
  /** Colour and icon of the headline; the words say the same. Only a confirmed grant is `good`. */
  readonly tone: Tone;
  /** Stands in a dialog of 400 by 600 pixels, or so: only what is needed there. */
  readonly dialog: boolean;
  readonly title: ApprovalMessage;
  readonly lead: readonly ApprovalMessage[];
  /** Who is asked for what. */
  readonly facts?: FactsModel;
  readonly asked?: readonly AskedPermission[];
  readonly sections?: readonly SectionModel[];
  readonly primary?: ApprovalAction;
  /** Said below the primary action. */
  readonly primaryNote?: ApprovalMessage;
  readonly others: readonly ApprovalAction[];
  readonly notice?: ApprovalNotice;
  /** The permissions as Microsoft's answer has them. */
  readonly permissions?: readonly PermissionLine[];
  readonly checks?: ChecksModel;
  /** Stands beside the times of the checks. */
  readonly checkNow?: ApprovalAction;
  readonly receipt?: ReceiptModel;
  /** Microsoft's code and the correlation id, for support. */
  readonly details?: { readonly code?: string; readonly correlationId?: string };
  /** Read out once by screen readers when it changes. */
  readonly announcement: ApprovalMessage;
  /** Something is under way, and the screen shows it. */
  readonly busy: boolean;
}

export type ApprovalScreenName =
  | 'opening'
  | 'lost'
  | 'gone'
  | 'invitation'
  | 'starting'
  | 'returned-in-dialog'
  | 'confirming'
  | 'sign-in'
  | 'confirmed'
  | 'spreading'
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
  /** The organisation by its domain or its id, where the request names it. */
  readonly organisation?: {
    readonly text: string;
    readonly isId: boolean;
    /** Beside an id: a domain, by Microsoft's word or only by that of the asking side. */
    readonly domain?: { readonly name: string; readonly isVerified: boolean };
  };
  readonly publisher: string;
  readonly clientId: string;
  readonly madeAtMs?: number;
  readonly expiresAtMs?: number;
}

export interface AskedPermission {
  readonly id: PermissionId;
  readonly permission: Permission;
  readonly reason: ApprovalMessage;
}

export interface SectionModel {
  readonly name: 'not-done' | 'revoke';
  readonly title: ApprovalMessage;
  readonly lines: readonly ApprovalMessage[];
  readonly openAtFirst: boolean;
}

export interface ApprovalAction {
  readonly name: 'continue' | 'try-again' | 'check-now' | 'sign-in' | 'close' | 'copy' | 'print';
  readonly label: ApprovalMessage;
  /** What the store is told when it is pressed. */
  readonly event: ApprovalEvent;
  readonly busy?: boolean;
}

export interface ApprovalNotice {
  readonly tone: Tone;
  readonly text: ApprovalMessage;
}

/** A confirmed grant, to be kept: whose, of what, when, and by which check. */
export interface ReceiptModel {
  readonly organisation?: string;
  readonly tenant: TenantId;
  readonly publisher: string;
  readonly clientId: string;
  readonly confirmedAtMs: number;
  readonly check: CheckName;
  readonly permissions: readonly PermissionLine[];
}
