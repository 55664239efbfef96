import type { DialogMessage } from '../admin-consent';
import type { AskingEffect } from '../asking/asking';
import type { NewRequest, RequestId } from '../api';
import type { ApprovalTimer } from './event';
import type { TabMemory } from './memory';
import type { DomainName } from '../tenant';

/** Everything that the grant page can do to the world, in the imperative. `app` performs them, in order. */
export type ApprovalEffect =
  /** Tells the service that somebody opened the request, and hears what it asks. */
  | { readonly do: 'read-request'; readonly id: RequestId }
  | { readonly do: 'discover-tenant'; readonly domain: DomainName }
  /** Without a tenant the service cannot make one, and the straight way takes its place. */
  | { readonly do: 'make-request'; readonly request?: NewRequest }
  | { readonly do: 'make-attempt'; readonly id: RequestId }
  | { readonly do: 'keep'; readonly memory: TabMemory }
  | { readonly do: 'tell-parent'; readonly message: DialogMessage }
  /** Takes the browser to Microsoft. */
  | { readonly do: 'leave'; readonly url: string }
  /** Takes the parameters out of the address bar. */
  | { readonly do: 'clear-address' }
  /** After the parent was told what is still to be told. */
  | { readonly do: 'close-window' }
  /** A question names the organisation that is meant, where its id is known: a guest has to be asked there, not at home. */
  | AskingEffect
  | { readonly do: 'copy-receipt' }
  | { readonly do: 'print' }
  /** Sets the timer, in place of an earlier one of that name. */
  | { readonly do: 'schedule'; readonly timer: ApprovalTimer; readonly delayMs: number }
  | { readonly do: 'cancel'; readonly timer: ApprovalTimer };
