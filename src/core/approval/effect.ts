import type { DialogMessage } from '../dialog-message';
import type { AskingEffect } from '../asking/asking';
import type { LookKey, NewLook } from '../api/looks';
import type { NewRequest, RequestId } from '../api/requests';
import type { ApprovalTimer } from './event';
import type { TabMemory } from './memory';
import type { SituationChoice } from '../situation';
import type { DomainName, TenantId } from '../tenant';

/** Everything that the page can do to the world, in the imperative. `app` performs them, in order. */
export type ApprovalEffect =
  /** Tells the service that somebody opened the request, and hears what it asks; `withHistory` also what happened to it. */
  | { readonly do: 'read-request'; readonly id: RequestId; readonly withHistory: boolean }
  | { readonly do: 'discover-tenant'; readonly domain: DomainName }
  /** Without a tenant the service cannot make one, and the straight way takes its place. */
  | { readonly do: 'make-request'; readonly request?: NewRequest | undefined }
  | {
      readonly do: 'make-attempt';
      readonly id: RequestId;
      /** What the administrator answered here; without an answer the request's suggestion counts. */
      readonly situation?: SituationChoice | undefined;
    }
  | { readonly do: 'make-look'; readonly look: NewLook }
  | { readonly do: 'keep'; readonly memory: TabMemory }
  | { readonly do: 'tell-parent'; readonly message: DialogMessage }
  /** Takes the browser to Microsoft. */
  | { readonly do: 'leave'; readonly url: string }
  /** Takes the browser to Microsoft's sign-in. It comes back to the address that stands there now. */
  | { readonly do: 'sign-in-here'; readonly tenant: TenantId | undefined }
  /** Takes the parameters out of the address bar. */
  | { readonly do: 'clear-address' }
  /** After the parent was told what is still to be told. */
  | { readonly do: 'close-window' }
  /**
   * A question names the organisation that is asked, where its id is known: a guest has to be asked there, not at home.
   * With a `lookKey` the service is asked first what that look found: it needs nobody to be signed in.
   */
  | (Extract<AskingEffect, { do: 'probe' }> & { readonly lookKey?: LookKey | undefined })
  | Exclude<AskingEffect, { do: 'probe' }>
  | { readonly do: 'copy'; readonly what: 'receipt' | 'link'; readonly text: string }
  | { readonly do: 'print' }
  /** Sets the timer, in place of an earlier one of that name. */
  | { readonly do: 'schedule'; readonly timer: ApprovalTimer; readonly delayMs: number }
  | { readonly do: 'cancel'; readonly timer: ApprovalTimer };
