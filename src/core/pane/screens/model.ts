import type { LaterView, PaneEvent } from '../event';
import type { LastState } from '../last-state';
import type { RequestFacts } from '../request-facts';
import type { SharedBy, ShareWay } from '../../share-way';
import type { LaterMessage, Message } from '../message';
import type { ChecksModel, PermissionLine, Tone } from '../../shown/model';
import type { SituationChoice, SituationStep } from '../../situation';

/** Everything that the pane shows, as data. `core/pane/screens` makes it from the state; `ui` draws it and knows nothing more. */
export interface ScreenModel {
  readonly name: ScreenName;
  /** Colour and icon of the headline; the words say the same. */
  readonly tone: Tone;
  readonly title: Message;
  readonly lead: readonly Message[];
  /** The organisation that the verdict is about, as Microsoft names it, else the mailbox's domain. */
  readonly organisation?: string | undefined;
  /** When Microsoft last confirmed what is shown, by our clock. */
  readonly confirmedAtMs?: number | undefined;
  /** What was confirmed before, while Microsoft is asked anew: never shown as the present answer. */
  readonly lastState?: LastState | undefined;
  readonly permissions?: readonly PermissionLine[] | undefined;
  readonly primary?: Action | undefined;
  /** Two or more ways side by side, where the next step is the user's choice and not ours to guess. */
  readonly choices?: readonly Choice[] | undefined;
  /** Quieter actions below. */
  readonly others: readonly Action[];
  readonly share?: ShareModel | undefined;
  readonly pending?: PendingModel | undefined;
  /** Until when Microsoft's page in the dialog may be answered: shown as a countdown. */
  readonly attemptExpiresAtMs?: number | undefined;
  readonly checks?: ChecksModel | undefined;
  /** The chooser: how the organisation uses ExtendSync. */
  readonly situations?: readonly SituationOption[] | undefined;
  /** What there is to do in the organisation's situation, in order. */
  readonly steps?: readonly StepLine[] | undefined;
  /** What came of the last thing that the user did. */
  readonly notice?: Notice | undefined;
  /** Microsoft's code and the correlation id, for the administrator. */
  readonly details?: { readonly code: string; readonly correlationId?: string | undefined } | undefined;
  /** Read out by screen readers, each once when it comes. */
  readonly announcement: readonly Message[];
}

export type ScreenName =
  | 'checking'
  | 'granted'
  | 'granted-personally'
  | 'partial'
  | 'required'
  | 'waiting'
  | 'arriving'
  | 'approving'
  | 'situation'
  | LaterView
  | 'sharing'
  | 'sign-in'
  | 'other-tenant'
  | 'blocked'
  | 'unknown';

export interface Action {
  readonly name: ActionName;
  readonly label: Message;
  /** What the store is told when it is pressed. */
  readonly event: PaneEvent;
  readonly busy?: boolean | undefined;
}

export type ActionName =
  | 'approve'
  | 'confirm'
  | 'share'
  | 'sign-in'
  | 'check-now'
  | 'back'
  | 'close-dialog'
  | 'renew'
  | 'withdraw'
  | 'forget'
  | 'add-autopilot'
  | 'letter'
  | 'show'
  | 'help'
  | 'manage'
  | 'group'
  | 'change-situation';

export interface Choice {
  readonly action: Action;
  readonly explanation: Message;
}

export interface SituationOption {
  readonly situation: SituationChoice;
  readonly label: Message;
  readonly hint: LaterMessage;
  readonly isChosen: boolean;
  readonly event: PaneEvent;
}

export interface StepLine {
  readonly name: SituationStep;
  readonly label: LaterMessage;
  readonly state: 'done' | 'next' | 'later';
  /** What ticking it means, or taking the tick back; undefined for what Microsoft proves. */
  readonly tick?: PaneEvent | undefined;
  readonly action?: Action | undefined;
}

export interface ShareModel {
  /** The shared link; undefined while it is being made. */
  readonly link?: string | undefined;
  /** What the message is made of; undefined while its link is being made. */
  readonly facts?: RequestFacts | undefined;
  readonly ways: readonly ShareAction[];
}

/** Hands the request to an administrator. The message is composed at the press, and the event carries it. */
export interface ShareAction {
  readonly name: `share-${ShareWay}` | 'remind';
  readonly label: LaterMessage;
  readonly way: ShareWay;
  /** What the message is made of; undefined while its link is being made. */
  readonly facts?: RequestFacts | undefined;
  readonly busy?: boolean | undefined;
  /** The link is on its way out by another one. */
  readonly off?: boolean | undefined;
  /** What the store is told when it is pressed. */
  readonly asks: 'way-chosen' | 'reminder-asked';
}

export interface PendingModel {
  /** How and when it was handed on, oldest first. */
  readonly shares: readonly { readonly way: SharedBy; readonly atMs: number }[];
  readonly expiresAtMs?: number | undefined;
  /** Whom the user asked, in their own words. */
  readonly withWhom?: string | undefined;
  /** The request is open, so that the note can be changed. */
  readonly isOpen: boolean;
  readonly history: readonly { readonly atMs: number; readonly text: LaterMessage }[];
}

export interface Notice {
  readonly tone: Tone;
  readonly text: Message | LaterMessage;
  readonly action?: Action | undefined;
  /** The administrator can be asked once more. */
  readonly reminder?: ShareAction | undefined;
}
