import { HEARTBEAT_MS } from '../../../src/core/api/request-events';
import { createHeartbeats, LOOK_MS } from '../../../src/service/http/heartbeats';
import { ManualClock } from '../../support/manual-clock';

const SECOND_MS = 1_000;

/** Streams that come and go, and what each has done and when. */
function createCrowd() {
  const clock = new ManualClock();
  const heartbeats = createHeartbeats(clock);
  const inside = new Set<ReturnType<typeof come>>();
  let [beats, looks] = [0, 0];

  function come(onBeat: () => void = () => undefined) {
    const one = { beatAtMs: clock.now(), lookAtMs: clock.now(), longestBeatMs: 0, longestLookMs: 0 };
    const leave = heartbeats.join({
      beat() {
        beats += 1;
        one.longestBeatMs = Math.max(one.longestBeatMs, clock.now() - one.beatAtMs);
        one.beatAtMs = clock.now();
        onBeat();
      },
      look() {
        looks += 1;
        one.longestLookMs = Math.max(one.longestLookMs, clock.now() - one.lookAtMs);
        one.lookAtMs = clock.now();
      },
    });
    const member = {
      one,
      leave() {
        inside.delete(member);
        leave();
        // Nobody is too late at leaving.
        one.longestBeatMs = Math.max(one.longestBeatMs, clock.now() - one.beatAtMs);
        one.longestLookMs = Math.max(one.longestLookMs, clock.now() - one.lookAtMs);
      },
    };
    inside.add(member);
    return member;
  }
  return {
    clock,
    inside,
    come,
    /** Lets a second pass, and says what happened in it. */
    async second() {
      [beats, looks] = [0, 0];
      await clock.advance(SECOND_MS);
      return { beats, looks };
    },
  };
}

test('15.5: thousands that come and go in any order: no second has more than its share, and nobody waits beyond their time', async () => {
  const crowd = createCrowd();
  let most = 0;
  let luck = 1;
  const upTo = (count: number): number => (luck = (luck * 48_271) % 2_147_483_647) % count;
  const gone = [];
  for (let second = 0; second < 130; second += 1) {
    // Nearly all come at once, as after the death of an instance; then some of them come and go.
    for (let index = second === 0 ? 5_000 : upTo(200); index > 0; index -= 1) crowd.come();
    most = Math.max(most, crowd.inside.size);
    const members = [...crowd.inside];
    for (let index = upTo(200); index > 0; index -= 1) {
      const member = members[upTo(members.length)];
      if (!member || !crowd.inside.has(member)) continue;
      member.leave();
      gone.push(member);
    }
    const { beats, looks } = await crowd.second();
    expect(beats).toBeLessThanOrEqual(4 * Math.ceil(most / 60));
    expect(looks).toBeLessThanOrEqual(Math.ceil(most / 60));
  }
  for (const member of [...crowd.inside]) {
    member.leave();
    gone.push(member);
  }
  expect(gone.length).toBeGreaterThan(5_000);
  expect(Math.max(...gone.map(({ one }) => one.longestBeatMs))).toBe(HEARTBEAT_MS);
  expect(Math.max(...gone.map(({ one }) => one.longestLookMs))).toBe(LOOK_MS);
  crowd.clock.mustBeIdle();
});

test('whoever is sent away in a beat of another beats no more', async () => {
  const crowd = createCrowd();
  const members = Array.from({ length: 120 }, () =>
    crowd.come(() => {
      for (const member of members) member.leave();
    }),
  );
  expect(await crowd.second()).toEqual({ beats: 1, looks: 0 });
  crowd.clock.mustBeIdle();
});

test('time is asked for only while somebody is in', async () => {
  const crowd = createCrowd();
  crowd.clock.mustBeIdle();
  const [first, second] = [crowd.come(), crowd.come()];
  expect(crowd.clock.pending).toBe(1);
  first.leave();
  first.leave();
  expect(crowd.clock.pending).toBe(1);
  second.leave();
  crowd.clock.mustBeIdle();
  crowd.come(() => {
    for (const member of crowd.inside) member.leave();
  });
  await crowd.clock.advance(HEARTBEAT_MS);
  expect(crowd.inside.size).toBe(0);
  crowd.clock.mustBeIdle();
});
