import { createMemory } from '../../src/service/memory';
import { ManualClock } from '../support/manual-clock';

const IN_A_MINUTE_MS = 60_000;

test('what was kept is known until its time, and not at it', async () => {
  const clock = new ManualClock();
  const memory = createMemory<string>(clock, 10);
  memory.keep('mia', 'Contoso', clock.now() + 1_000);
  await clock.advance(999);
  expect(memory.get('mia')).toBe('Contoso');
  await clock.advance(1);
  expect(memory.get('mia')).toBeUndefined();
});

test('what has run out is taken out within a minute, and nothing is planned once all is gone', async () => {
  const clock = new ManualClock();
  const memory = createMemory<number>(clock, 10);
  memory.keep('short', 1, clock.now() + 1);
  memory.keep('long', 2, clock.now() + IN_A_MINUTE_MS + 1);
  await clock.advance(IN_A_MINUTE_MS);
  expect([memory.size(), clock.pending]).toEqual([1, 1]);
  await clock.advance(IN_A_MINUTE_MS);
  expect([memory.size(), clock.pending]).toEqual([0, 0]);
  memory.keep('again', 3, clock.now() + 1);
  expect(clock.pending).toBe(1);
});

test('past its size the one that was kept longest ago goes; what is kept again is young again', () => {
  const clock = new ManualClock();
  const memory = createMemory<number>(clock, 2);
  const untilMs = clock.now() + 1_000;
  memory.keep('a', 1, untilMs);
  memory.keep('b', 2, untilMs);
  memory.keep('a', 3, untilMs);
  memory.keep('c', 4, untilMs);
  expect(['a', 'b', 'c'].map((name) => memory.get(name))).toEqual([3, undefined, 4]);
});

test('15.4: whatever number passes through it, it holds no more than its size, and always the newest seven eighths', () => {
  const clock = new ManualClock();
  const memory = createMemory<number>(clock, 800);
  const untilMs = clock.now() + 1_000;
  const keep = (index: number): void => memory.keep(`user ${String(index)}`, index, untilMs);
  const knows = (index: number): boolean => memory.get(`user ${String(index)}`) === index;
  for (let index = 0; index < 5_000; index += 1) {
    keep(index);
    expect(memory.size()).toBeLessThanOrEqual(800);
    // Whoever comes again and again is never forgotten.
    if (index % 500 === 0) keep(0);
  }
  expect(memory.size()).toBeGreaterThanOrEqual(700);
  expect(knows(0)).toBe(true);
  expect(Array.from({ length: 700 - 1 }, (_, back) => knows(4_999 - back))).not.toContain(false);
});

test('closed, it knows nothing and waits for nothing', () => {
  const clock = new ManualClock();
  const memory = createMemory<number>(clock, 2);
  memory.keep('a', 1, clock.now() + 1_000);
  memory.close();
  expect(memory.get('a')).toBeUndefined();
  clock.mustBeIdle();
  // Whoever was under way when the service stopped is late.
  memory.keep('b', 2, clock.now() + 1_000);
  expect(memory.get('b')).toBeUndefined();
  clock.mustBeIdle();
});
