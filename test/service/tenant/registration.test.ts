import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { TokenAnswer } from '../../../src/service/tenant/app-token';
import { createRegistrationCheck, type Standing } from '../../../src/service/tenant/registration';
import { ManualClock } from '../../support/manual-clock';

const HOME = parseTenantId('c0450000-0000-4000-8000-000000000009') as TenantId;
const refused = (text: string): Extract<TokenAnswer, { ok: false }> => ({
  ok: false,
  refusal: { errorClass: 'server', errorCode: 'unauthorized_client', text },
  answer: { kind: 'http', status: 400 },
});
const TOKEN: TokenAnswer = { ok: true, accessToken: 'x', expiresAtMs: 0, correlationId: 'c' };

const UNKNOWN = refused('AADSTS700016: Application was not found in the directory.');
const AWAY = refused('AADSTS90033: A transient error has occurred.');
const HOUR_MS = 60 * 60_000;

/** A home tenant that answers as it is told, from the next question on. */
function makeHome(first: TokenAnswer) {
  const clock = new ManualClock();
  const said: [Standing, string | undefined][] = [];
  const home = { answer: first, asked: 0 };
  const registration = createRegistrationCheck({
    homeTenant: HOME,
    askToken: () => {
      home.asked += 1;
      return Promise.resolve(home.answer);
    },
    clock,
    onStanding: (...news) => said.push(news),
  });
  const reader = registration.guard({
    read: () => Promise.resolve({ kind: 'nothing-granted', code: 'AADSTS700016' }),
    readPersonal: () => Promise.resolve({ scopes: [] }),
  });
  return { clock, said, home, registration, reader };
}

test('an application that Entra does not know at home judges nobody, and says so, until it is mended', async () => {
  const { clock, said, home, registration, reader } = makeHome(UNKNOWN);
  await registration.start();
  expect(said).toEqual([['unknown', 'AADSTS700016']]);
  expect(await reader.read(HOME)).toEqual({ kind: 'no-answer', because: 'unexpected' });

  // Microsoft being away says nothing of the registration.
  home.answer = AWAY;
  await clock.advance(60_000);
  expect(await reader.read(HOME)).toMatchObject({ kind: 'no-answer' });

  home.answer = TOKEN;
  await clock.advance(60_000);
  expect(await reader.read(HOME)).toMatchObject({ kind: 'nothing-granted' });
  expect(said.at(-1)).toEqual(['known', undefined]);
  await registration.stop();
  expect(clock.pending).toBe(0);
});

const DISABLED = refused("AADSTS7000112: Application 'c' is disabled.");

test('a registration that is switched off at home too: no tenant is said to have switched it off', async () => {
  const { clock, said, home, registration } = makeHome(DISABLED);
  const read = { ...({ kind: 'application-disabled', code: 'AADSTS7000112' } as const), correlationId: 'c' };
  const reader = registration.guard({
    read: () => Promise.resolve(read),
    readPersonal: () => Promise.resolve({ scopes: [] }),
  });
  await registration.start();
  expect(said).toEqual([['disabled', 'AADSTS7000112']]);
  const ours = { kind: 'no-answer', because: 'refused', code: 'AADSTS7000112', correlationId: 'c' };
  expect(await reader.read(HOME)).toEqual(ours);
  expect(await registration.vouches(0)).toBe(false);

  // Microsoft being away says nothing of the registration.
  home.answer = AWAY;
  await clock.advance(60_000);
  expect(await reader.read(HOME)).toEqual(ours);

  home.answer = TOKEN;
  await clock.advance(60_000);
  expect(await reader.read(HOME)).toEqual(read);
  expect(await registration.vouches(0)).toBe(true);
  expect(said.at(-1)).toEqual(['known', undefined]);
  await registration.stop();
  clock.mustBeIdle();
});

test('while home gives no answer, nobody knows whose fault it is that an application is switched off', async () => {
  const { registration } = makeHome(AWAY);
  await registration.start();
  const facts = { kind: 'application-disabled', code: 'AADSTS7000112' } as const;
  expect(await registration.vouches(0)).toBe(false);
  expect(registration.inPlaceOf(facts)).toEqual({ kind: 'no-answer', because: 'unexpected' });
  await registration.stop();
});

test('a start to which home gives no answer vouches for nothing, is told once, and asks again within the minute', async () => {
  const { clock, said, home, registration } = makeHome(AWAY);
  await registration.start();
  expect(await registration.vouches(0)).toBe(false);
  expect(said).toEqual([['no-token', 'AADSTS90033']]);
  home.answer = TOKEN;
  await clock.advance(60_000);
  expect(said.at(-1)).toEqual(['known', undefined]);
  expect(await registration.vouches(HOUR_MS)).toBe(true);
  await registration.stop();
  clock.mustBeIdle();
});

test('home vouches by what it says now, not by what it said within the hour, and for ten thousand who ask it is asked once', async () => {
  const { clock, home, registration, reader } = makeHome(TOKEN);
  await registration.start();
  await clock.advance(5 * 60_000);
  expect(home.asked).toBe(1);
  home.answer = UNKNOWN;
  const vouched = await Promise.all(Array.from({ length: 10_000 }, () => registration.vouches(0)));
  expect(vouched).not.toContain(true);
  expect(home.asked).toBe(2);
  // From then on nobody is judged, and a minute later home is asked again.
  expect(await reader.read(HOME)).toMatchObject({ kind: 'no-answer' });
  home.answer = TOKEN;
  await clock.advance(60_000);
  expect(await reader.read(HOME)).toMatchObject({ kind: 'nothing-granted' });
  expect(await registration.vouches(0)).toBe(true);
  expect(await registration.vouches(10 * 60_000)).toBe(false);
  await clock.advance(10 * 60_000);
  expect(await registration.vouches(10 * 60_000)).toBe(true);
  await registration.stop();
  clock.mustBeIdle();
});

test('home is silent: whoever waits hears within two seconds that nobody knows', async () => {
  const clock = new ManualClock();
  const registration = createRegistrationCheck({
    homeTenant: HOME,
    askToken: (_tenant, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ ...AWAY, answer: { kind: 'silence' } }));
      }),
    clock,
    onStanding: () => undefined,
  });
  const vouched = registration.vouches(0);
  await clock.advance(2_000);
  expect(await vouched).toBe(false);
  await registration.stop();
  clock.mustBeIdle();
});
