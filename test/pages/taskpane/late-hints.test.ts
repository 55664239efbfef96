import type { RequestEvent } from '../../../src/core/api/request-events';
import { createLateHints } from '../../../src/pages/taskpane/late-hints';
import type { Hints } from '../../../src/ports';
import { ManualClock, runPendingPromises } from '../../support/manual-clock';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const returned: RequestEvent = { number: 1, kind: 'returned', at: '2026-01-15T09:00:00Z' };

/** Hints that are told by hand. */
function handMade(): Hints & { tell(event: RequestEvent): void; readonly listeners: number } {
  const listeners = new Set<(event: RequestEvent) => void>();
  return {
    listen: (_id, hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    tell: (event) => {
      for (const hear of listeners) hear(event);
    },
    get listeners() {
      return listeners.size;
    },
  };
}

test('the script is fetched when somebody listens, once, and then they hear', async () => {
  const hints = handMade();
  let loads = 0;
  const late = createLateHints(() => {
    loads += 1;
    return Promise.resolve(hints);
  }, new ManualClock());
  expect(loads).toBe(0);
  const heard: string[] = [];
  const stop = late.listen(
    ID,
    ({ kind }) => heard.push(kind),
    () => heard.push('gone'),
  );
  await runPendingPromises();
  hints.tell(returned);
  stop();
  hints.tell(returned);
  late.listen(
    ID,
    () => undefined,
    () => undefined,
  )();
  await runPendingPromises();
  expect(heard).toEqual(['returned']);
  expect([loads, hints.listeners]).toEqual([1, 0]);
});

test('a script that a cut network kept away is fetched again', async () => {
  const hints = handMade();
  const clock = new ManualClock();
  let cut = true;
  const late = createLateHints(
    () => (cut ? Promise.reject(new Error('cut')) : Promise.resolve(hints)),
    clock,
  );
  const heard: string[] = [];
  const stop = late.listen(
    ID,
    ({ kind }) => heard.push(kind),
    () => heard.push('gone'),
  );
  await runPendingPromises();
  cut = false;
  await clock.advance(1_000);
  hints.tell(returned);
  expect(heard).toEqual(['returned']);
  stop();
  expect(hints.listeners).toBe(0);
});
