import type { ToldOutcome } from './admin-consent';
import type { RequestId } from './api/requests';

/** The Office dialog in which an admin grants. */
export type Dialog =
  | ({ readonly phase: 'idle' } & NotOpen & { readonly request?: undefined })
  | StandingDialog
  | ({
      readonly phase: 'ended';
      readonly how: DialogEnd;
      readonly atMs: number;
      readonly request?: RequestId | undefined;
      /** The service has told it. The window may still tell it as well, and more. */
      readonly awaitsWord?: true | undefined;
    } & NotOpen);

type StandingDialog =
  ({ readonly phase: 'opening' } & NotOpen & { readonly request?: undefined }) | OpenDialog;
interface OpenDialog {
  readonly phase: 'open';
  /** Until when Microsoft's page may be answered, once the dialog has got that far. */
  readonly attemptExpiresAtMs?: number | undefined;
  readonly expired?: true | undefined;
  /** The request of its attempt: the service tells what becomes of it. */
  readonly request?: RequestId | undefined;
  /** The host sees the window no longer. Whether it stands, nobody knows. */
  readonly unseen?: true | undefined;
}
type NotOpen = { readonly [K in Exclude<keyof OpenDialog, 'phase' | 'request'>]?: undefined };

/** Whether a window is being opened or stands, as far as anybody knows. */
export const isStanding = (dialog: Dialog): dialog is StandingDialog =>
  dialog.phase === 'opening' || dialog.phase === 'open';

/** The same, and the host sees it. */
export const isInSight = (dialog: Dialog): dialog is StandingDialog => isStanding(dialog) && !dialog.unseen;

export type DialogEnd = 'popup-blocked' | 'already-open' | 'not-supported' | 'dialog-failed' | ToldOutcome;
