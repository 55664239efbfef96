import { allowedChannel } from './channels';
import type { PaneNews } from '../../core/pane/effect';
import type { Peers, PeerNews, Visibility } from '../../ports';

/** What the panes of one user need of the browser; each is undefined where the browser has none, or gives none. */
export interface PeersBrowser {
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  readonly openChannel?: ((name: string) => BroadcastChannel) | undefined;
}

/** The real parts, as far as this browser has them. */
export function peersBrowser(window: Window & typeof globalThis): PeersBrowser {
  // Absent outside secure contexts, whatever the type says.
  const locks = window.navigator.locks as LockManager | undefined;
  const Channel = allowedChannel(window);
  return {
    locks,
    openChannel: Channel && ((name) => new Channel(name)),
  };
}

/**
 * All open panes of one user in one browser. The one that holds the lock leads; when it closes or goes out of sight,
 * the browser hands the lock to the next (Web Locks API). News travels by a BroadcastChannel. Without locks every pane
 * leads.
 */
export function createBrowserPeers(
  browser: PeersBrowser,
  visibility: Pick<Visibility, 'visible' | 'onChanged'>,
): Peers {
  const channels = new Set<BroadcastChannel>();
  return {
    join(name, hear) {
      let joined = true;
      const tell = (news: PeerNews): void => {
        if (joined) hear(news);
      };
      const channel = browser.openChannel?.(name);
      if (channel !== undefined) {
        channels.add(channel);
        channel.onmessage = ({ data }: MessageEvent<unknown>) => {
          const news = newsIn(data);
          if (news) tell(news);
        };
      }
      // Nobody asks out of sight: a hidden pane that kept the lock would end the watch of all the others.
      let leave: (() => void) | undefined;
      const standInLine = (): void => {
        leave ??= lead(browser, name, () => {
          tell('leading');
        });
      };
      const stepBack = (): void => {
        leave?.();
        leave = undefined;
      };
      const stopHearing = visibility.onChanged((change) => {
        if (change === 'shown') standInLine();
        else if (change === 'hidden') stepBack();
      });
      if (visibility.visible()) standInLine();
      return () => {
        joined = false;
        stopHearing();
        stepBack();
        if (channel === undefined) return;
        channels.delete(channel);
        channel.close();
      };
    },
    tell(news) {
      for (const channel of channels) channel.postMessage({ kind: news });
    },
  };
}

const NEWS = ['verdict-changed', 'request-shared'] as const satisfies readonly PaneNews[];

/** Anything of this origin may post into the channel: only the known messages count. */
const newsIn = (data: unknown): PaneNews | undefined =>
  typeof data === 'object' && data !== null && 'kind' in data
    ? NEWS.find((news) => news === data.kind)
    : undefined;

/** Waits for the lock, says so when it is there, and keeps it until the answered function is called. */
function lead(browser: PeersBrowser, name: string, leading: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // A lock may be on its way when the pane steps back: then it is handed on unused.
  const leadUnlessLeft = (): void => {
    if (!signal.aborted) leading();
  };
  if (browser.locks === undefined) {
    queueMicrotask(leadUnlessLeft);
    return () => {
      stop.abort();
    };
  }
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let given = false;
  browser.locks
    .request(name, { signal }, () => {
      given = true;
      leadUnlessLeft();
      return held;
    })
    .catch(() => {
      // Locks are denied to frames without storage: then nobody else holds one either, and this pane leads.
      if (!given) leadUnlessLeft();
    });
  return () => {
    stop.abort();
    letGo();
  };
}
