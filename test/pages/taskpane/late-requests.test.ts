import { createLateRequests } from '../../../src/pages/taskpane/late-requests';
import type { Requests } from '../../../src/ports';

const ID = 'A'.repeat(22);

test('a script that a cut network kept away: the service is as good as away, until it comes', async () => {
  const withdrawn: string[] = [];
  const requests: Requests = {
    make: () => Promise.resolve({ ok: false, why: 'throttled', retryAfterMs: 1_000 }),
    withdraw: (id) => {
      withdrawn.push(id);
      return Promise.resolve({ ok: true, value: true });
    },
  };
  let cut = true;
  const late = createLateRequests(() => (cut ? Promise.reject(new Error('cut')) : Promise.resolve(requests)));
  expect(await late.withdraw(ID)).toEqual({ ok: false, why: 'unreachable' });
  cut = false;
  expect(await late.make({ tenant: ID as never })).toEqual({
    ok: false,
    why: 'throttled',
    retryAfterMs: 1_000,
  });
  expect(await late.withdraw(ID)).toEqual({ ok: true, value: true });
  expect(withdrawn).toEqual([ID]);
});
