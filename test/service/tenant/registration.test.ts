import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { TokenAnswer } from '../../../src/service/tenant/app-token';
import { createRegistrationCheck } from '../../../src/service/tenant/registration';
import { ManualClock } from '../../support/manual-clock';

const HOME = parseTenantId('c0450000-0000-4000-8000-000000000009') as TenantId;
const refused = (text: string): TokenAnswer => ({
  ok: false,
  refusal: { errorClass: 'server', errorCode: 'unauthorized_client', text },
  answer: { kind: 'http', status: 400 },
});
const TOKEN: TokenAnswer = { ok: true, accessToken: 'x', expiresAtMs: 0, correlationId: 'c' };

test('an application that Entra does not know at home judges nobody, and says so, until it is mended', async () => {
  const clock = new ManualClock();
  let answer = refused('AADSTS700016: Application was not found in the directory.');
  const said: [boolean, string | undefined][] = [];
  const registration = createRegistrationCheck({
    homeTenant: HOME,
    askToken: () => Promise.resolve(answer),
    clock,
    onChanged: (...news) => said.push(news),
  });
  const reader = registration.guard({
    read: () => Promise.resolve({ kind: 'nothing-granted', code: 'AADSTS700016' }),
    readPersonal: () => Promise.resolve({ scopes: [] }),
  });
  await registration.start();
  expect(said).toEqual([[false, 'AADSTS700016']]);
  expect(await reader.read(HOME)).toEqual({ kind: 'no-answer', because: 'unexpected' });

  // Microsoft being away says nothing of the registration.
  answer = refused('AADSTS90033: A transient error has occurred.');
  await clock.advance(60_000);
  expect(await reader.read(HOME)).toMatchObject({ kind: 'no-answer' });

  answer = TOKEN;
  await clock.advance(60_000);
  expect(await reader.read(HOME)).toMatchObject({ kind: 'nothing-granted' });
  expect(said.at(-1)).toEqual([true, undefined]);
  await registration.stop();
  expect(clock.pending).toBe(0);
});
