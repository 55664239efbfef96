import { loadAgain } from '../../../src/adapters/browser/load-again';
import { ManualClock } from '../../support/manual-clock';

test('what comes at once is asked for once, and leaves no timer', async () => {
  const clock = new ManualClock();
  const asked: number[] = [];
  const loaded = await loadAgain(
    async () => {
      asked.push(clock.now());
      return 'the screens';
    },
    clock,
    () => {
      throw new Error('there was no trouble');
    },
  );
  expect(loaded).toBe('the screens');
  expect(asked).toHaveLength(1);
  expect(clock.pending).toBe(0);
});

test('a network that comes back brings the screens, and the trouble is told once', async () => {
  const clock = new ManualClock();
  let networkIsBack = false;
  let troubles = 0;
  let screens: string | undefined;
  void loadAgain(
    () => (networkIsBack ? Promise.resolve('the screens') : Promise.reject(new Error('ChunkLoadError'))),
    clock,
    () => {
      troubles += 1;
    },
  ).then((loaded) => {
    screens = loaded;
  });
  await clock.advance(20_000);
  expect(screens).toBeUndefined();
  networkIsBack = true;
  await clock.advance(30_000);
  expect(screens).toBe('the screens');
  expect(troubles).toBe(1);
  expect(clock.pending).toBe(0);
});
