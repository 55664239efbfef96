import { createWorldClock } from './world-clock';

test('the clock runs like the machine’s, and what was due happens when it is put forward', async () => {
  const clock = createWorldClock();
  const done: string[] = [];
  const reminded = new Promise<void>((resolve) => {
    clock.after(60_000, () => {
      done.push('a minute');
      resolve();
    });
  });
  const cancelDay = clock.after(86_400_000, () => done.push('a day'));
  const cancelled = clock.after(1_000, () => done.push('cancelled'));
  cancelled();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  clock.putForward(60_000);
  await reminded;
  expect(done).toEqual(['a minute']);
  expect(clock.aheadMs()).toBe(60_000);
  expect(clock.now() - Date.now()).toBeGreaterThanOrEqual(59_999);
  cancelDay();
});
