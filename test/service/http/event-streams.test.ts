import { getDefaultHighWaterMark, setDefaultHighWaterMark, type Readable } from 'node:stream';
import type { RequestEvent } from '../../../src/core/api/request-events';
import type { Client } from '../../../src/service/http/client-address';
import { createEventStreams, type EventStreams } from '../../../src/service/http/event-streams';
import type { News } from '../../../src/service/database/news';
import { EVENTS_A_PAGE, type RequestStore, type StoredRequest } from '../../../src/service/requests/store';
import { ManualClock } from '../../support/manual-clock';

const SECOND_MS = 1_000;
const A_DAY_MS = 24 * 60 * 60_000;

/** An instance of the service as far as its streams go. What reaches the database is counted. */
function createInstance(eventsAfter = (_after: number): readonly RequestEvent[] => []) {
  const clock = new ManualClock();
  let looks = 0;
  const streams = createEventStreams({
    requests: {
      eventsAfter: (_key: string, after: number) => {
        looks += 1;
        return Promise.resolve(eventsAfter(after));
      },
    } as unknown as RequestStore,
    news: { subscribe: () => () => undefined } as unknown as News,
    clock,
    count: () => () => undefined,
    onTrouble: (error) => {
      throw error;
    },
  });
  const taken = (): number => {
    const seen = looks;
    looks = 0;
    return seen;
  };
  return { clock, streams, looks: taken };
}

/** So many events, a page at a time. */
const eventsUpTo =
  (last: number) =>
  (after: number): readonly RequestEvent[] =>
    Array.from({ length: Math.min(EVENTS_A_PAGE, last - after) }, (_, index) => ({
      number: after + index + 1,
      kind: 'denied',
      at: '2026-01-15T09:00:00.000Z',
    }));

const clientAt = (address: string, network?: string): Client => ({ address, network });

/** Opens a stream; undefined when it is turned away. */
const listen = (
  { clock, streams }: { readonly clock: ManualClock; readonly streams: EventStreams },
  request: string,
  client: Client,
): Readable | undefined =>
  streams.stream(
    { key: request, expiresAtMs: clock.now() + A_DAY_MS } as unknown as StoredRequest,
    0,
    client,
  );

/** Listeners of one client, three to each of its requests. Answers how many of them are let in. */
const crowd = (instance: Parameters<typeof listen>[0], client: Client, count: number): number =>
  Array.from({ length: count }, (_, index) =>
    listen(instance, `${client.address} ${String(Math.floor(index / 3))}`, client),
  ).filter((stream) => stream !== undefined).length;

const readOf = (stream: Readable): string => String((stream.read() as Buffer | null) ?? '');

test('15.5: panes that come back together neither beat nor look together', async () => {
  const instance = createInstance();
  const { clock, streams, looks } = instance;
  const all = Array.from({ length: 600 }, (_, index) => {
    const stream = listen(instance, `request-${String(index)}`, clientAt(`address-${String(index)}`));
    if (!stream) throw new Error('turned away');
    return stream;
  });
  await clock.advance(0);
  expect(looks()).toBe(600);
  for (const stream of all) readOf(stream);
  const beats = new Map(all.map((stream) => [stream, 0]));
  let lookedInAll = 0;
  for (let second = 0; second < 60; second += 1) {
    await clock.advance(SECOND_MS);
    const looked = looks();
    expect(looked).toBeLessThanOrEqual(600 / 60);
    lookedInAll += looked;
    const beating = all.filter((stream) => readOf(stream).includes('still here'));
    expect(beating.length).toBeLessThanOrEqual(600 / 15);
    for (const stream of beating) beats.set(stream, (beats.get(stream) ?? 0) + 1);
  }
  expect(lookedInAll).toBe(600);
  expect([...new Set(beats.values())]).toEqual([4]);
  streams.close();
  clock.mustBeIdle();
});

test('a large office is let in, and a machine is not, however many requests it has made to listen to', async () => {
  const instance = createInstance();
  const machine = clientAt('203.0.113.1');
  expect(crowd(instance, machine, 2_100)).toBe(2_000);
  expect(crowd(instance, clientAt('192.0.2.1'), 1_000)).toBe(1_000);
  // Nobody is deaf: a poll tells what has happened, and waits for nothing.
  await instance.clock.advance(0);
  instance.looks();
  const request = { key: 'one more' } as StoredRequest;
  expect(await instance.streams.poll(request, 0, 25_000, new AbortController().signal, machine)).toEqual([]);
  expect(instance.looks()).toBe(1);
  instance.streams.close();
  expect(await instance.streams.poll(request, 0, 25_000, new AbortController().signal, machine)).toEqual([]);
  expect(instance.looks()).toBe(0);
  instance.clock.mustBeIdle();
});

test('a place is free again for its address when its stream has ended', async () => {
  const instance = createInstance();
  const office = clientAt('2001:db8:1:1', '2001:db8:1');
  crowd(instance, office, 1_999);
  const last = listen(instance, 'last', office);
  expect(listen(instance, 'one more', office)).toBeUndefined();
  const closed = new Promise((resolve) => last?.once('close', resolve));
  last?.destroy();
  await closed;
  expect(listen(instance, 'one more', office)).toBeDefined();
  instance.streams.close();
});

test('the networks of one site share eight addresses’ places', () => {
  const instance = createInstance();
  const letIn = Array.from({ length: 9 }, (_, index) =>
    crowd(instance, clientAt(`2001:db8:1:${String(index)}`, '2001:db8:1'), 2_000),
  );
  expect(letIn).toEqual([...Array.from({ length: 8 }, () => 2_000), 0]);
  expect(crowd(instance, clientAt('2001:db8:2:0', '2001:db8:2'), 3)).toBe(3);
  instance.streams.close();
});

test('in a full process each address has a few places, and not a few for each request that it makes', () => {
  const instance = createInstance();
  for (let index = 0; index < 10; index += 1)
    expect(crowd(instance, clientAt(`203.0.113.${String(index)}`), 2_000)).toBe(2_000);
  expect(crowd(instance, clientAt('203.0.113.10'), 30)).toBe(3);
  expect(crowd(instance, clientAt('192.0.2.1'), 3)).toBe(3);
  instance.streams.close();
});

test('who has the link can crowd a request, and its maker’s panes are let in all the same', () => {
  const instance = createInstance();
  for (let index = 0; index < 30; index += 1) listen(instance, 'shared', clientAt('203.0.113.1'));
  expect(listen(instance, 'shared', clientAt('203.0.113.1'))).toBeUndefined();
  const panes = [1, 2, 3, 4].map(() => listen(instance, 'shared', clientAt('192.0.2.1')));
  expect(panes.map((stream) => stream !== undefined)).toEqual([true, true, true, false]);
  instance.streams.close();
});

describe('more has happened than a stream holds unread', () => {
  const LAST = 20 * EVENTS_A_PAGE + 1;
  const numbersIn = (text: string): readonly number[] =>
    [...text.matchAll(/^id: (\d+)$/gm)].map(([, number]) => Number(number));

  test('whoever reads is told all of it', async () => {
    const instance = createInstance(eventsUpTo(LAST));
    const stream = listen(instance, 'flooded', clientAt('192.0.2.1'));
    let text = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(numbersIn(text)).toEqual(Array.from({ length: LAST }, (_, index) => index + 1));
    instance.streams.close();
    instance.clock.mustBeIdle();
  });

  // What Node 20 and Node 24 take by themselves.
  test.each([16, 64])('whoever does not is not read for, and is let go (%d KB)', async (kilobytes) => {
    const byItself = getDefaultHighWaterMark(false);
    setDefaultHighWaterMark(false, kilobytes * 1024);
    const instance = createInstance(eventsUpTo(LAST));
    const stream = listen(instance, 'flooded', clientAt('192.0.2.1'));
    await instance.clock.advance(20 * SECOND_MS);
    expect(instance.looks()).toBe(1);
    expect(stream?.destroyed).toBe(false);
    setDefaultHighWaterMark(false, byItself);
    stream?.destroy();
    instance.streams.close();
    instance.clock.mustBeIdle();
  });
});
