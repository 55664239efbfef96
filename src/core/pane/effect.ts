import type { AskingEffect } from '../asking/asking';
import type { NewRequest, RequestId } from '../api/requests';
import type { Letter, TimerName } from './event';
import type { LastStateNews } from './last-state';
import type { ShareMessage } from './share-message';

/** Everything that the pane can do to the world, in the imperative. `app` performs them, in order. */
export type PaneEffect =
  | AskingEffect
  /** Sets the timer, in place of an earlier one of that name. */
  | { readonly do: 'schedule'; readonly timer: TimerName; readonly delayMs: number }
  | { readonly do: 'cancel'; readonly timer: TimerName }
  | { readonly do: 'open-dialog'; readonly url: string }
  | { readonly do: 'close-dialog' }
  /** Without a tenant the service cannot make one, and the straight link takes its place. */
  | { readonly do: 'make-request'; readonly number: number; readonly request?: NewRequest | undefined }
  /**
   * As soon as everything is kept that was to be stored before: whoever hears of it looks there for what is new. `isAsked`:
   * the person waits to hear what came of it.
   */
  | { readonly do: 'withdraw-request'; readonly id: RequestId; readonly isAsked: boolean }
  | { readonly do: 'share'; readonly message: ShareMessage }
  | { readonly do: 'copy'; readonly text: string }
  | { readonly do: 'hand-over-diagnostics'; readonly how: 'download' | 'copy' }
  | { readonly do: 'open-letter'; readonly letter: Letter }
  | { readonly do: 'listen'; readonly id: RequestId }
  /** To one request, or to all. */
  | { readonly do: 'stop-listening'; readonly id?: RequestId | undefined }
  /** What an earlier pane of the mailbox has kept. */
  | { readonly do: 'read-memory' }
  /** The request that the mailbox keeps, unless it is the one with this link. */
  | { readonly do: 'read-request'; readonly otherThan: string }
  | { readonly do: 'store'; readonly key: string; readonly value: unknown }
  /** In the browser, for the first look of the next pane. */
  | { readonly do: 'keep-last-state'; readonly news: LastStateNews }
  | { readonly do: 'tell-peers'; readonly news: PaneNews };

/** What the other panes of the mailbox are told. */
export type PaneNews = 'verdict-changed' | 'request-shared';
