import { createBrowserPeers, peersBrowser, type PeersBrowser } from '../../../src/adapters/browser/peers';
import { DeniedChannel } from './broadcast-channels';
import type { PeerNews, Visibility } from '../../../src/ports';
import { runPendingPromises } from '../../support/manual-clock';

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
          // A signal ends a wait, never a lock that is held.
          const place = queue.indexOf(resolve);
          if (place >= 0) queue.splice(place, 1);
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

function pane(browser: PeersBrowser, opensInSight = true) {
  let isVisible = opensInSight;
  const heard: PeerNews[] = [];
  const listeners = new Set<Parameters<Visibility['onChanged']>[0]>();
  const peers = createBrowserPeers(browser, {
    visible: () => isVisible,
    onChanged: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  });
  return {
    peers,
    heard,
    listeners,
    join: (name = 'mia') => peers.join(name, (news) => heard.push(news)),
    becomes: (change: 'shown' | 'hidden' | 'focused') => {
      if (change !== 'focused') isVisible = change === 'shown';
      for (const hear of [...listeners]) hear(change);
    },
  };
}

test('one pane leads; when it closes, the next one does', async () => {
  const locks = new Locks();
  const channels = new Channels();
  const browser = { locks, openChannel: channels.openChannel };
  const [first, second, third] = [pane(browser), pane(browser), pane(browser)];
  const closeFirst = first.join();
  const closeSecond = second.join();
  const closeThird = third.join();
  await runPendingPromises();
  expect([first.heard, second.heard, third.heard]).toEqual([['leading'], [], []]);
  closeSecond();
  closeFirst();
  await runPendingPromises();
  expect([first.heard, second.heard, third.heard]).toEqual([['leading'], [], ['leading']]);
  closeThird();
  expect(channels.open.size).toBe(0);
});

test('the leader goes to the background: who is in sight leads, and it stands in line again when it is shown', async () => {
  const browser = { locks: new Locks(), openChannel: new Channels().openChannel };
  const [first, second] = [pane(browser), pane(browser)];
  const closeFirst = first.join();
  const closeSecond = second.join();
  await runPendingPromises();
  expect([first.heard, second.heard]).toEqual([['leading'], []]);
  first.becomes('hidden');
  await runPendingPromises();
  expect([first.heard, second.heard]).toEqual([['leading'], ['leading']]);
  first.becomes('shown');
  first.becomes('focused');
  await runPendingPromises();
  expect(first.heard).toEqual(['leading']);
  second.becomes('hidden');
  await runPendingPromises();
  expect(first.heard).toEqual(['leading', 'leading']);
  closeFirst();
  closeSecond();
  expect([first.listeners.size, second.listeners.size]).toEqual([0, 0]);
});

test('a pane that opens in the background leads when it is shown, and news reach it before', async () => {
  const browser = { locks: new Locks(), openChannel: new Channels().openChannel };
  const [hidden, shown] = [pane(browser, false), pane(browser)];
  const closeHidden = hidden.join();
  await runPendingPromises();
  expect(hidden.heard).toEqual([]);
  const closeShown = shown.join();
  await runPendingPromises();
  shown.peers.tell('verdict-changed');
  expect([hidden.heard, shown.heard]).toEqual([['verdict-changed'], ['leading']]);
  closeShown();
  hidden.becomes('shown');
  await runPendingPromises();
  expect(hidden.heard).toEqual(['verdict-changed', 'leading']);
  closeHidden();
});

test('a pane that flickers out of sight does not lead on a lock that comes too late', async () => {
  const granted: (() => unknown)[] = [];
  const locks = {
    request: ((_name: string, _options: object, use: () => unknown) => {
      granted.push(use);
      return new Promise(() => undefined);
    }) as never,
  };
  const one = pane({ locks });
  const close = one.join();
  one.becomes('hidden');
  for (const use of granted) await use();
  expect(one.heard).toEqual([]);
  close();
});

test('without locks a pane leads again each time it is shown', async () => {
  const one = pane({});
  const close = one.join();
  await runPendingPromises();
  one.becomes('hidden');
  one.becomes('shown');
  await runPendingPromises();
  expect(one.heard).toEqual(['leading', 'leading']);
  close();
});

test('panes of another name have their own leader and their own news', async () => {
  const browser = { locks: new Locks(), openChannel: new Channels().openChannel };
  const [mia, adele] = [pane(browser), pane(browser)];
  const closeMia = mia.join('mia');
  const closeAdele = adele.join('adele');
  await runPendingPromises();
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
  await runPendingPromises();
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
  await runPendingPromises();
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
])('%s every pane leads', async (_what, browser) => {
  const [first, second] = [pane(browser), pane(browser)];
  const closeFirst = first.join();
  const closeSecond = second.join();
  await runPendingPromises();
  first.peers.tell('verdict-changed');
  expect([first.heard, second.heard]).toEqual([['leading'], ['leading']]);
  closeFirst();
  closeSecond();
});

test('a pane that has left before its turn does not lead', async () => {
  const one = pane({});
  one.join()();
  await runPendingPromises();
  expect(one.heard).toEqual([]);
});

test('takes what the browser has and gives', () => {
  expect(peersBrowser({ navigator: {} } as never)).toEqual({});
  expect(peersBrowser({ navigator: {}, BroadcastChannel: DeniedChannel } as never)).toEqual({});
  const browser = peersBrowser(window);
  const channel = browser.openChannel?.('mia');
  expect(channel?.name).toBe('mia');
  channel?.close();
});
