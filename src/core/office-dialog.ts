import type { ToldOutcome } from './admin-consent';
import type { RequestId } from './api/requests';

/** The Office dialog in which an admin grants. */
export type Dialog =
  | { readonly phase: 'idle' }
  | { readonly phase: 'opening' }
  /** `attemptExpiresAtMs`: until when Microsoft's page may be answered, once the dialog has got that far. */
  | {
      readonly phase: 'open';
      readonly attemptExpiresAtMs?: number | undefined;
      readonly expired?: true | undefined;
      /** The request that the dialog has made for itself. */
      readonly request?: RequestId | undefined;
    }
  | {
      readonly phase: 'ended';
      readonly how: DialogEnd;
      readonly atMs: number;
      /** Hosts report a dialog closed that still stands: until then its word may come. */
      readonly listeningUntilMs?: number | undefined;
    };

export type DialogEnd =
  'popup-blocked' | 'already-open' | 'not-supported' | 'dialog-failed' | 'closed' | ToldOutcome;
