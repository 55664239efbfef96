import type { ToldOutcome } from './admin-consent';
import type { RequestId } from './api/requests';

/** The Office dialog in which an admin grants. */
export type Dialog =
  | ({ readonly phase: 'idle' | 'opening' } & NotStanding & { readonly request?: undefined })
  | OpenDialog
  | ({
      readonly phase: 'ended';
      readonly how: DialogEnd;
      readonly atMs: number;
      readonly request?: RequestId | undefined;
      /** The service has told it. The window may still tell it as well, and more. */
      readonly awaitsWord?: true | undefined;
    } & NotStanding);

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
type NotStanding = { readonly [K in Exclude<keyof OpenDialog, 'phase' | 'request'>]?: undefined };

export type DialogEnd = 'popup-blocked' | 'already-open' | 'not-supported' | 'dialog-failed' | ToldOutcome;
