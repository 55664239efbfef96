import { createBrowserPeers, peersBrowser, type PeersBrowser } from '../../src/adapters/browser-peers';
import type { PeerNews } from '../../src/ports';
import { settle } from '../support/manual-clock';

/** Channels of one browser: a message reaches every other channel of the name, never the sender's own. */
class Channels {
  readonly open = new Set<BroadcastChannel & { readonly name: string }>();

  openChannel = (name: string): BroadcastChannel => {
    const channel = {
      name,
      onmessage: null as ((event: MessageEvent<unknown>) => void) | null,
      postMessage: (data: unknown) => {
        for (const other of this.open) {
          if (other !== (channel as never) && other.name === name) {
            (other.onmessage as ((event: object) => void) | null)?.({ data: structuredClone(data) });
          }
        }
      },
      close: () => this.open.delete(channel as never),
    };
    this.open.add(channel as never);
    return channel as never;
  };
}

/** Locks of one browser, as the Web Locks API gives them: one holder, the others wait in turn, a signal ends a wait. */
class Locks {
  readonly #queues = new Map<string, (() => void)[]>();
  readonly #held = new Set<string>();

  request = (async (name: string, { signal }: { signal: AbortSignal }, use: () => Promise<void>) => {
    if (this.#held.has(name)) {
      await new Promise<void>((resolve, reject) => {
        const queue = this.#queues.get(name) ?? [];
        queue.push(resolve);
        this.#queues.set(name, queue);
        signal.addEventListener('abort', () => {
          queue.splice(queue.indexOf(resolve), 1);
          reject(new DOMException('aborted', 'AbortError'));
        });
      });
    }
    this.#held.add(name);
    await use();
    this.#held.delete(name);
    this.#queues.get(name)?.shift()?.();
  }) as unknown as LockManager['request'];
}

function pane(browser: PeersBrowser): {
  peers: ReturnType<typeof createBrowserPeers>;
  heard: PeerNews[];
  join(name?: string): () => void;
} {
  const heard: PeerNews[] = [];
  const peers = createBrowserPeers(browser);
  return { peers, heard, join: (name = 'mia') => peers.join(name, (news) => heard.push(news)) };
}

test('one pane leads; when it closes, the next one does', async () => {
  const locks = new Locks();
  const channels = new Channels();
  const browser = { locks, openChannel: channels.openChannel };
  const [first, second, third] = [pane(browser), pane(browser), pane(browser)];
  const closeFirst = first.join();
  const closeSecond = second.join();
  const closeThird = third.join();
  await settle();
  expect([first.heard, second.heard, third.heard]).toEqual([['leading'], [], []]);
  closeSecond();
  closeFirst();
  await settle();
  expect([first.heard, second.heard, third.heard]).toEqual([['leading'], [], ['leading']]);
  closeThird();
  expect(channels.open.size).toBe(0);
});

test('panes of another name have their own leader and their own news', async () => {
  const browser = { locks: new Locks(), openChannel: new Channels().openChannel };
  const [mia, adele] = [pane(browser), pane(browser)];
  const closeMia = mia.join('mia');
  const closeAdele = adele.join('adele');
  await settle();
  mia.peers.tell('verdict-changed');
  expect([mia.heard, adele.heard]).toEqual([['leading'], ['leading']]);
  closeMia();
  closeAdele();
});

test('news reach the others, not the teller, and nobody who has left', async () => {
  const channels = new Channels();
  const browser = { locks: new Locks(), openChannel: channels.openChannel };
  const [first, second] = [pane(browser), pane(browser)];
  const closeFirst = first.join();
  const closeSecond = second.join();
  await settle();
  second.peers.tell('verdict-changed');
  expect(first.heard).toEqual(['leading', 'verdict-changed']);
  expect(second.heard).toEqual([]);
  closeFirst();
  second.peers.tell('verdict-changed');
  expect(first.heard).toHaveLength(2);
  closeSecond();
});

test('what others post into the channel is no news', async () => {
  const channels = new Channels();
  const one = pane({ locks: new Locks(), openChannel: channels.openChannel });
  const close = one.join();
  await settle();
  const stranger = channels.openChannel('mia');
  for (const data of ['verdict-changed', null, { kind: 'granted' }, { kind: 'leading' }, 7])
    stranger.postMessage(data);
  expect(one.heard).toEqual(['leading']);
  close();
});

test.each([
  ['without locks', {}],
  [
    'with locks that are denied',
    { locks: { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } },
  ],
  [
    'with channels that are denied',
    {
      openChannel: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    },
  ],
])('%s every pane leads', async (_what, browser) => {
  const [first, second] = [pane(browser), pane(browser)];
  const closeFirst = first.join();
  const closeSecond = second.join();
  await settle();
  first.peers.tell('verdict-changed');
  expect([first.heard, second.heard]).toEqual([['leading'], ['leading']]);
  closeFirst();
  closeSecond();
});

test('a pane that has left before its turn does not lead', async () => {
  const one = pane({});
  one.join()();
  await settle();
  expect(one.heard).toEqual([]);
});

test('takes what the browser has', () => {
  expect(peersBrowser({ navigator: {} } as never)).toEqual({});
  const browser = peersBrowser(window);
  const channel = browser.openChannel?.('mia');
  expect(channel?.name).toBe('mia');
  channel?.close();
});
