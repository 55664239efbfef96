import { createLateProbe } from '../../../src/pages/approval/late-probe';
import type { PageProbe } from '../../../src/pages/approval/probe';
import type { ProbeManner } from '../../../src/core/consent/manner';
import { CONTOSO, grantedForTenant } from '../../support/evidence';

const online = (): boolean => true;

function probeThatHears(): PageProbe & { readonly heard: ProbeManner[] } {
  const heard: ProbeManner[] = [];
  return {
    heard,
    signInHere: () => Promise.resolve(true),
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
  }, online);
  expect(fetched).toBe(0);
  const answers = await Promise.all([late.probe('silent'), late.probe('silent')]);
  expect(answers).toEqual([grantedForTenant, grantedForTenant]);
  expect(fetched).toBe(1);
});

test('once it is there, an interactive question goes out within the click', async () => {
  const inner = probeThatHears();
  const late = createLateProbe(() => Promise.resolve(inner), online);
  late.prepare();
  await late.probe('silent');
  const answer = late.probe('interactive');
  expect(inner.heard).toEqual(['silent', 'interactive']);
  await answer;
});

test('the tenant that a question is about is passed on', async () => {
  const asked: unknown[] = [];
  const inner: PageProbe = {
    signInHere: (tenant) => Promise.resolve(asked.push(tenant) > 1),
    probe: (...question) => {
      asked.push(question);
      return Promise.resolve(grantedForTenant);
    },
  };
  const late = createLateProbe(() => Promise.resolve(inner), online);
  await late.probe('silent', CONTOSO);
  expect(asked).toEqual([['silent', CONTOSO]]);
  expect(await late.signInHere(CONTOSO)).toBe(true);
  expect(asked.at(-1)).toBe(CONTOSO);
});

test('a sign-in in this window whose script cannot be fetched has not left', async () => {
  const late = createLateProbe(() => Promise.reject(new Error('no network')), online);
  expect(await late.signInHere(undefined)).toBe(false);
});

test('a script that cannot be fetched is a newer version where there is a network, and is tried again', async () => {
  const inner = probeThatHears();
  let broken = true;
  let isOnline = false;
  const late = createLateProbe(
    () => (broken ? Promise.reject(new Error('no network')) : Promise.resolve(inner)),
    () => isOnline,
  );
  const notLoaded = (what: string) => ({ seen: { kind: 'unreachable', what }, silentTokenRequests: 0 });
  expect(await late.probe('silent')).toEqual(notLoaded('network'));
  isOnline = true;
  expect(await late.probe('silent')).toEqual(notLoaded('page'));
  broken = false;
  expect(await late.probe('silent')).toBe(grantedForTenant);
});
