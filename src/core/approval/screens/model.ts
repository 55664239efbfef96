import type { GrantEvent } from '../event';
import type { GrantMessage } from '../message';
import type { Permission, PermissionId } from '../../permissions';
import type { ChecksModel, PermissionLine, Tone } from '../../pane/screens/model';
import type { TenantId } from '../../tenant';
import type { CheckName } from '../../consent/verdict';

/** Everything that the grant page shows, as data. `core/approval/screens` makes it; `ui/approval` draws it and knows nothing more. */
export interface GrantScreenModel {
  readonly name: GrantScreenName;
  /** Colour and icon of the headline; the words say the same. Only a confirmed grant is `good`. */
  readonly tone: Tone;
  /** Stands in a dialog of 400 by 600 pixels, or so: only what is needed there. */
  readonly dialog: boolean;
  readonly title: GrantMessage;
  readonly lead: readonly GrantMessage[];
  /** Who is asked for what. */
  readonly facts?: FactsModel;
  readonly asked?: readonly AskedPermission[];
  readonly sections?: readonly SectionModel[];
  readonly primary?: GrantAction;
  /** Said below the primary action. */
  readonly primaryNote?: GrantMessage;
  readonly others: readonly GrantAction[];
  readonly notice?: GrantNotice;
  /** The permissions as Microsoft's answer has them. */
  readonly permissions?: readonly PermissionLine[];
  readonly checks?: ChecksModel;
  /** Stands beside the times of the checks. */
  readonly checkNow?: GrantAction;
  readonly receipt?: ReceiptModel;
  /** Microsoft's code and the correlation id, for support. */
  readonly details?: { readonly code?: string; readonly correlationId?: string };
  /** Read out once by screen readers when it changes. */
  readonly announcement: GrantMessage;
  /** Something is under way, and the screen shows it. */
  readonly busy: boolean;
}

export type GrantScreenName =
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
  readonly reason: GrantMessage;
}

export interface SectionModel {
  readonly name: 'not-done' | 'revoke';
  readonly title: GrantMessage;
  readonly lines: readonly GrantMessage[];
  readonly openAtFirst: boolean;
}

export interface GrantAction {
  readonly name: 'continue' | 'try-again' | 'check-now' | 'sign-in' | 'close' | 'copy' | 'print';
  readonly label: GrantMessage;
  /** What the store is told when it is pressed. */
  readonly event: GrantEvent;
  readonly busy?: boolean;
}

export interface GrantNotice {
  readonly tone: Tone;
  readonly text: GrantMessage;
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
