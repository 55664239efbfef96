import type { Readable } from 'node:stream';
import { createEventStreams, type EventStreams } from '../../../src/service/http/event-streams';
import type { News } from '../../../src/service/database/news';
import type { RequestStore, StoredRequest } from '../../../src/service/requests/store';
import { ManualClock } from '../../support/manual-clock';

const SECOND_MS = 1_000;
const A_DAY_MS = 24 * 60 * 60_000;

/** An instance of the service as far as its streams go. What reaches the database is counted. */
function createInstance() {
  const clock = new ManualClock();
  let looks = 0;
  const streams = createEventStreams({
    requests: {
      eventsAfter: () => {
        looks += 1;
        return Promise.resolve([]);
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

const streamsOf = (streams: EventStreams, clock: ManualClock, count: number): readonly Readable[] =>
  Array.from({ length: count }, (_, index) => {
    const request = { key: `request-${String(index)}`, expiresAtMs: clock.now() + A_DAY_MS };
    const stream = streams.stream(request as StoredRequest, 0, `address-${String(index)}`);
    if (!stream) throw new Error('turned away');
    return stream;
  });

const readOf = (stream: Readable): string => String((stream.read() as Buffer | null) ?? '');

test('15.5: panes that come back together neither beat nor look together', async () => {
  const { clock, streams, looks } = createInstance();
  const all = streamsOf(streams, clock, 600);
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
