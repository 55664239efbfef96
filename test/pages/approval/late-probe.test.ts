import { createLateProbe } from '../../../src/pages/approval/late-probe';
import type { ConsentProbe } from '../../../src/ports';
import type { ProbeManner } from '../../../src/core/consent/manner';
import { CONTOSO, grantedForTenant } from '../../support/evidence';

function probeThatHears(): ConsentProbe & { readonly heard: ProbeManner[] } {
  const heard: ProbeManner[] = [];
  return {
    heard,
    probe: (manner) => {
      heard.push(manner);
      return Promise.resolve(grantedForTenant);
    },
  };
}

test('the script is fetched once, when the first question comes', async () => {
  let fetched = 0;
  const inner = probeThatHears();
  const late = createLateProbe(() => {
    fetched += 1;
    return Promise.resolve(inner);
  });
  expect(fetched).toBe(0);
  const answers = await Promise.all([late.probe('silent'), late.probe('silent')]);
  expect(answers).toEqual([grantedForTenant, grantedForTenant]);
  expect(fetched).toBe(1);
});

test('once it is there, an interactive question goes out within the click', async () => {
  const inner = probeThatHears();
  const late = createLateProbe(() => Promise.resolve(inner));
  late.prepare();
  await late.probe('silent');
  const answer = late.probe('interactive');
  expect(inner.heard).toEqual(['silent', 'interactive']);
  await answer;
});

test('the tenant that a question is about is passed on', async () => {
  const asked: unknown[] = [];
  const late = createLateProbe(() =>
    Promise.resolve({
      probe: (...question) => {
        asked.push(question);
        return Promise.resolve(grantedForTenant);
      },
    }),
  );
  await late.probe('silent', CONTOSO);
  expect(asked).toEqual([['silent', CONTOSO]]);
});

test('a script that cannot be fetched is a network that cannot be reached, and is tried again', async () => {
  const inner = probeThatHears();
  let broken = true;
  const late = createLateProbe(() =>
    broken ? Promise.reject(new Error('no network')) : Promise.resolve(inner),
  );
  expect(await late.probe('silent')).toEqual({
    seen: { kind: 'unreachable', what: 'network' },
    silentTokenRequests: 0,
  });
  broken = false;
  expect(await late.probe('silent')).toBe(grantedForTenant);
});
