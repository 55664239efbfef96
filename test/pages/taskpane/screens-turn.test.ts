import { createStore } from '../../../src/app/store';
import type { State } from '../../../src/core/pane/state';
import { screensTurn } from '../../../src/pages/taskpane/screens-turn';
import { ManualClock } from '../../support/manual-clock';
import { SAMPLE_STATES } from '../../ui/pane/sample-states';

/*
 * 15.3: the browser has one thread, and the question comes before the screens.
 */

function opened() {
  const clock = new ManualClock();
  const { store, set } = createStore<State>(SAMPLE_STATES.checking);
  let frame = (): void => undefined;
  const window = {
    requestAnimationFrame: (task: () => void) => (frame = task),
    setTimeout: (task: () => void, ms: number) => clock.after(ms, task),
  } as unknown as Window;
  let came = false;
  void screensTurn(window, store, clock).then(() => (came = true));
  const hasCome = async (): Promise<boolean> => {
    await Promise.resolve();
    await Promise.resolve();
    return came;
  };
  return { clock, set, hasCome, frame: () => frame() };
}

test('15.3: the answer is painted before the screens have their turn', async () => {
  const { hasCome, set, frame, clock } = opened();
  set({ ...SAMPLE_STATES.checking, memoryRead: false });
  frame();
  await clock.advance(0);
  expect(await hasCome()).toBe(false);
  set(SAMPLE_STATES.granted);
  expect(await hasCome()).toBe(false);
  frame();
  expect(await hasCome()).toBe(false);
  await clock.advance(0);
  expect(await hasCome()).toBe(true);
});

test('15.3: an answer that takes its time does not keep the screens away', async () => {
  const { hasCome, clock } = opened();
  await clock.advance(1_499);
  expect(await hasCome()).toBe(false);
  await clock.advance(1);
  expect(await hasCome()).toBe(true);
});
