import { loadAgain } from '../../../src/pages/taskpane/load-again';
import { ManualClock } from '../../support/manual-clock';

test('what comes at once is asked for once, and leaves no timer', async () => {
  const clock = new ManualClock();
  const asked: number[] = [];
  const loaded = await loadAgain(
    async () => {
      asked.push(clock.now());
      return 'the face';
    },
    clock,
    () => {
      throw new Error('there was no trouble');
    },
  );
  expect(loaded).toBe('the face');
  expect(asked).toHaveLength(1);
  expect(clock.pending).toBe(0);
});

test('a network that comes back brings the face, and the trouble is told once', async () => {
  const clock = new ManualClock();
  let networkIsBack = false;
  let troubles = 0;
  let face: string | undefined;
  void loadAgain(
    () => (networkIsBack ? Promise.resolve('the face') : Promise.reject(new Error('ChunkLoadError'))),
    clock,
    () => {
      troubles += 1;
    },
  ).then((loaded) => {
    face = loaded;
  });
  await clock.advance(20_000);
  expect(face).toBeUndefined();
  networkIsBack = true;
  await clock.advance(30_000);
  expect(face).toBe('the face');
  expect(troubles).toBe(1);
  expect(clock.pending).toBe(0);
});
