import type { AttemptMade, RequestId, RequestShown } from '../api';
import type { ProbeReport } from '../consent/evidence';
import type { Arrival } from './arrival';
import type { TabMemory } from './memory';
import type { DomainName, TenantId } from '../tenant';

/** Why the service has not answered. */
export type Unanswered = 'unreachable' | 'throttled' | 'gone' | 'failed';

/** Everything that can happen to the grant page, in the past tense. */
export type ApprovalEvent =
  | {
      readonly type: 'arrived';
      readonly arrival: Arrival;
      readonly memory: TabMemory;
      readonly visible: boolean;
      readonly online: boolean;
    }
  // What the person asked for.
  | { readonly type: 'continue-asked' }
  | { readonly type: 'details-asked' }
  | { readonly type: 'check-asked' }
  | { readonly type: 'sign-in-asked' }
  | { readonly type: 'close-asked' }
  | { readonly type: 'copy-asked' }
  | { readonly type: 'print-asked' }
  // What came of it.
  | { readonly type: 'request-shown'; readonly shown: RequestShown }
  | { readonly type: 'request-not-shown'; readonly why: Unanswered }
  | { readonly type: 'tenant-discovered'; readonly domain: DomainName; readonly tenant?: TenantId }
  | { readonly type: 'request-made'; readonly id: RequestId }
  /** `state` is random: the straight way to Microsoft needs one. */
  | { readonly type: 'request-not-made'; readonly state: string }
  | { readonly type: 'attempt-made'; readonly made: AttemptMade }
  | {
      readonly type: 'attempt-not-made';
      readonly why: Unanswered;
      readonly retryAfterMs?: number;
      readonly state: string;
    }
  /** The pane that opened the dialog was told, or could not be. */
  | { readonly type: 'parent-told'; readonly ok: boolean }
  /** The browser refused to go on to Microsoft. */
  | { readonly type: 'redirect-refused' }
  | { readonly type: 'probe-answered'; readonly number: number; readonly report: ProbeReport }
  | { readonly type: 'copied'; readonly ok: boolean }
  | { readonly type: 'time-came'; readonly timer: ApprovalTimer }
  // What happens around the page.
  /** The person went back from Microsoft's page to this one, which the browser had kept. */
  | { readonly type: 'came-back' }
  | { readonly type: 'shown' }
  | { readonly type: 'hidden' }
  | { readonly type: 'focused' }
  | { readonly type: 'went-online' }
  | { readonly type: 'went-offline' };

/**
 * `watch`: the next question is due. `patience`: the running silent question has taken too long. `telling`: the pane
 * should have been told by now. `redirect`: the browser should have gone by now.
 */
export type ApprovalTimer = 'watch' | 'patience' | 'telling' | 'redirect';
