import { createMinutes } from '../../src/app/minutes';
import type { Visibility } from '../../src/ports';
import { ManualClock } from '../support/manual-clock';

type Change = Parameters<Parameters<Visibility['onChanged']>[0]>[0];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A page that is shown and hidden, and what it is told. */
class Window {
  readonly clock = new ManualClock();
  readonly #ears = new Set<(change: Change) => void>();
  isVisible = true;
  told = 0;
  readonly minutes = createMinutes(this.clock, {
    visible: () => this.isVisible,
    onChanged: (hear) => {
      this.#ears.add(hear);
      return () => this.#ears.delete(hear);
    },
  });

  get listeners(): number {
    return this.#ears.size;
  }

  listen = (): (() => void) => this.minutes.subscribe(() => (this.told += 1));

  becomes(change: Change): void {
    if (change === 'shown' || change === 'hidden') this.isVisible = change === 'shown';
    for (const hear of this.#ears) hear(change);
  }

  /** How far what is shown lies behind the clock. */
  get behindMs(): number {
    return this.clock.now() - this.minutes.getState();
  }
}

test('the time goes on by minutes, for as long as somebody listens', async () => {
  const window = new Window();
  expect(window.clock.pending).toBe(0);
  const [leave, leaveToo] = [window.listen(), window.listen()];
  await window.clock.advance(10 * MINUTE_MS + 1);
  expect([window.told, window.behindMs]).toEqual([20, 1]);
  leave();
  await window.clock.advance(MINUTE_MS);
  expect(window.told).toBe(21);
  leaveToo();
  window.clock.mustBeIdle();
  expect(window.listeners).toBe(0);
});

test('a hidden page does nothing, and has the time at once when it is seen again', async () => {
  const window = new Window();
  const leave = window.listen();
  window.becomes('hidden');
  const { told } = window;
  window.clock.mustBeIdle();
  await window.clock.advance(8 * HOUR_MS);
  expect([window.told, window.behindMs]).toEqual([told, 8 * HOUR_MS]);
  window.becomes('shown');
  expect([window.told, window.behindMs]).toEqual([told + 1, 0]);
  await window.clock.advance(MINUTE_MS);
  expect(window.told).toBe(told + 2);
  leave();
  window.clock.mustBeIdle();
});

test('a page that slept with the machine has the time when somebody turns to it, and one timer', async () => {
  const window = new Window();
  const leave = window.listen();
  await window.clock.advance(30_000);
  window.becomes('focused');
  expect([window.told, window.behindMs, window.clock.pending]).toEqual([1, 0, 1]);
  leave();
  window.clock.mustBeIdle();
});

test('whoever begins to listen late finds the time of then', async () => {
  const window = new Window();
  await window.clock.advance(HOUR_MS);
  const leave = window.listen();
  expect(window.behindMs).toBe(0);
  leave();
});
