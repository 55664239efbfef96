import type { LookBegun } from '../api/looks';
import type { RequestEvent } from '../api/request-events';
import type { AttemptMade, RequestId, RequestShown } from '../api/requests';
import type { ProbeReport } from '../consent/evidence';
import type { Arrival } from './arrival';
import type { TabMemory } from './memory';
import type { SituationChoice } from '../situation';
import type { DomainName, TenantId } from '../tenant';

/** Why the service has not answered. */
export type Unanswered = 'unreachable' | 'throttled' | 'gone' | 'failed';

/** Everything that can happen to the page, in the past tense. */
export type ApprovalEvent =
  | {
      readonly type: 'arrived';
      readonly arrival: Arrival;
      readonly memory: TabMemory;
      /** Whether the window that opened this one can still be reached. */
      readonly hasOpener: boolean;
      /** Who was sent to sign in in this window comes back from there: see `sign-in-here`. */
      readonly isSignedIn: boolean;
      readonly visible: boolean;
      readonly online: boolean;
    }
  // What the user asked for.
  | { readonly type: 'situation-answered'; readonly situation: SituationChoice }
  | { readonly type: 'continue-asked' }
  | { readonly type: 'confirm-asked' }
  | { readonly type: 'details-asked' }
  /** The request is to be shown, whatever the address says became of it. */
  | { readonly type: 'request-asked' }
  | { readonly type: 'check-asked' }
  | { readonly type: 'sign-in-asked' }
  | { readonly type: 'close-asked' }
  /** `text`: the receipt in the user's language. */
  | { readonly type: 'receipt-copy-asked'; readonly text: string }
  | { readonly type: 'link-copy-asked' }
  | { readonly type: 'print-asked' }
  // What came of it.
  | {
      readonly type: 'request-shown';
      readonly shown: RequestShown;
      readonly events: readonly RequestEvent[];
    }
  | { readonly type: 'request-not-shown'; readonly why: Unanswered }
  | {
      readonly type: 'tenant-discovered';
      readonly domain: DomainName;
      readonly tenant?: TenantId | undefined;
    }
  | { readonly type: 'request-made'; readonly id: RequestId }
  /** `state` is random: the straight way to Microsoft needs one. */
  | { readonly type: 'request-not-made'; readonly state: string }
  | { readonly type: 'attempt-made'; readonly made: AttemptMade }
  | {
      readonly type: 'attempt-not-made';
      readonly why: Unanswered;
      readonly retryAfterMs?: number | undefined;
      readonly state: string;
    }
  | { readonly type: 'look-begun'; readonly begun: LookBegun }
  | {
      readonly type: 'look-not-begun';
      readonly why: Unanswered;
      readonly retryAfterMs?: number | undefined;
    }
  /** The pane that opened the dialog was told, or could not be. */
  | { readonly type: 'parent-told'; readonly ok: boolean }
  /** The browser refused to go on to Microsoft. */
  | { readonly type: 'redirect-refused' }
  /** `byLook`: it was the service's answer to the key of a look. */
  | {
      readonly type: 'probe-answered';
      readonly number: number;
      readonly report: ProbeReport;
      readonly byLook?: boolean | undefined;
    }
  /** The browser did not go to Microsoft's sign-in either. */
  | { readonly type: 'sign-in-here-failed' }
  /** The service knows no such key: it was made up, or its ten minutes are over. */
  | { readonly type: 'look-key-refused' }
  | { readonly type: 'copied'; readonly what: 'receipt' | 'link'; readonly ok: boolean }
  | { readonly type: 'time-came'; readonly timer: ApprovalTimer }
  // What happens around the page.
  /** The user went back from Microsoft's page to this one, which the browser had kept. */
  | { readonly type: 'came-back' }
  | { readonly type: 'shown' }
  | { readonly type: 'hidden' }
  | { readonly type: 'focused' }
  | { readonly type: 'went-online' }
  | { readonly type: 'went-offline' };

/**
 * `watch`: the next question is due. `patience`: the running question has taken too long. `telling`: the pane
 * should have been told by now. `redirect`: the browser should have gone by now.
 */
export type ApprovalTimer = 'watch' | 'patience' | 'telling' | 'redirect';
