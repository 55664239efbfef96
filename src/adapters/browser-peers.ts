import type { Peers, PeerNews } from '../ports';

/** What the panes of one user need of the browser; `locks` and `channel` are absent where the browser has none. */
export interface PeersBrowser {
  readonly locks?: Pick<LockManager, 'request'>;
  readonly openChannel?: (name: string) => BroadcastChannel;
}

/** The real parts, as far as this browser has them. */
export function peersBrowser(window: Window & typeof globalThis): PeersBrowser {
  // Absent outside secure contexts, whatever the type says.
  const locks = window.navigator.locks as LockManager | undefined;
  const Channel = window.BroadcastChannel as typeof BroadcastChannel | undefined;
  return {
    ...(locks === undefined ? {} : { locks }),
    ...(Channel === undefined ? {} : { openChannel: (name: string) => new Channel(name) }),
  };
}

/**
 * All open panes of one user in one browser. The one that holds the lock leads; when it closes, the browser hands the
 * lock to the next (Web Locks API). News travels by a BroadcastChannel. Without locks every pane leads.
 */
export function createBrowserPeers(browser: PeersBrowser): Peers {
  const channels = new Set<BroadcastChannel>();
  return {
    join(name, hear) {
      let joined = true;
      const tell = (news: PeerNews): void => {
        if (joined) hear(news);
      };
      const channel = openChannel(browser, name);
      if (channel !== undefined) {
        channels.add(channel);
        channel.onmessage = ({ data }: MessageEvent<unknown>) => {
          if (isVerdictChanged(data)) tell('verdict-changed');
        };
      }
      const leave = lead(browser, name, () => {
        tell('leading');
      });
      return () => {
        joined = false;
        leave();
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

/** Anything of this origin may post into the channel: only the one known message counts. */
function isVerdictChanged(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'verdict-changed';
}

function openChannel(browser: PeersBrowser, name: string): BroadcastChannel | undefined {
  try {
    return browser.openChannel?.(name);
  } catch {
    return undefined;
  }
}

/** Waits for the lock, says so when it is there, and keeps it until the answered function is called. */
function lead(browser: PeersBrowser, name: string, leading: () => void): () => void {
  if (browser.locks === undefined) {
    queueMicrotask(leading);
    return () => undefined;
  }
  const stop = new AbortController();
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let given = false;
  browser.locks
    .request(name, { signal: stop.signal }, () => {
      given = true;
      leading();
      return held;
    })
    .catch(() => {
      // Locks are denied to frames without storage: then nobody else holds one either, and this pane leads.
      if (!given && !stop.signal.aborted) leading();
    });
  return () => {
    stop.abort();
    letGo();
  };
}
