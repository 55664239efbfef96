import type { ControlAnswer, ControlState } from './control-api';
import { DEMO } from './demo-seed';
import { API_SCOPE, startWorld, type EntraWorld } from './testing/world';

const { contoso } = DEMO.tenants;
const { mia, olga } = DEMO.users;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

async function control(verb: string, body: unknown = {}): Promise<ControlAnswer> {
  const answer = await world.ask(`/simulated/control/${verb}`, { body: JSON.stringify(body) });
  return answer.json() as unknown as ControlAnswer;
}

async function state(): Promise<ControlState> {
  return (await world.ask('/simulated/control/state')).json() as unknown as ControlState;
}

const contosoIn = (seen: ControlState) => seen.tenants.find((tenant) => tenant.id === contoso);

test('the panel sees tenants, people, grants written and grants spread', async () => {
  await control('set-propagation-delay', { delayMs: 1000 });
  await control('grant-for-tenant', {
    tenant: 'contoso.example',
    permissions: [{ scope: 'User.Read', kind: 'delegated' }],
  });
  const seen = await state();
  expect(seen.users.map((user) => user.displayName)).toContain('Mia Moreno');
  expect(contosoIn(seen)?.written).toMatchObject({
    installed: true,
    tenantPermissions: [{ scope: 'User.Read', kind: 'delegated' }],
  });
  expect(contosoIn(seen)?.spread.installed).toBe(false);
  world.clock.advance(1000);
  expect(contosoIn(await state())?.spread.installed).toBe(true);
});

test('every verb does what its name says', async () => {
  await control('set-quirk', { quirk: 'own-api-needs-consent', on: true });
  await control('grant-for-user', { user: 'mia@contoso.example' });
  expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(true);
  await control('revoke-for-user', { user: mia });
  expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(false);

  await control('set-tenant-grant', { tenant: contoso, permissions: [] });
  expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(true);
  await control('set-api-grant', { tenant: contoso, granted: false });
  expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(false);

  await control('grant-for-tenant', { tenant: contoso });
  const refusedWith = async () => {
    const body = (await world.broker(mia, API_SCOPE)).json() as { error?: { error_codes: number[] } };
    return body.error?.error_codes[0];
  };
  const there: readonly [string, unknown, number][] = [
    ['set-application-enabled', { tenant: contoso, enabled: false }, 7000112],
    ['set-assignment-required', { tenant: contoso, required: true }, 50105],
    ['set-conditional-access', { tenant: contoso, policy: 'block' }, 53003],
    ['set-user-enabled', { user: mia, enabled: false }, 50057],
    ['set-application-deleted', { deleted: true }, 700016],
    ['inject-fault', { user: mia, trouble: { kind: 'aadsts', number: 50079 } }, 50079],
  ];
  const back: readonly [string, unknown][] = [
    ['set-application-enabled', { tenant: contoso, enabled: true }],
    ['assign-user', { user: mia }],
    ['set-conditional-access', { tenant: contoso, policy: 'off' }],
    ['set-user-enabled', { user: mia, enabled: true }],
    ['set-application-deleted', { deleted: false }],
    ['clear-faults', {}],
  ];
  for (const [at, [verb, body, number]] of there.entries()) {
    await control(verb, body);
    expect([verb, await refusedWith()]).toEqual([verb, number]);
    await control(...(back[at] ?? ['', {}]));
    expect([verb, await refusedWith()]).toEqual([verb, undefined]);
  }
  await control('unassign-user', { user: mia });
  expect(await refusedWith()).toBe(50105);
  await control('remove-application', { tenant: contoso });
  expect(await refusedWith()).toBe(65001);

  await control('set-user-consent-policy', { tenant: contoso, policy: 'low-risk-only' });
  await control('set-app-roles', { user: olga, roles: [] });
  await control('set-opaque-graph-tokens', { opaque: true });
  const seen = await state();
  expect(contosoIn(seen)?.userConsent).toBe('low-risk-only');
  expect(seen.users.find((user) => user.id === olga)?.appRoles).toEqual([]);
  expect(seen.opaqueGraphTokens).toBe(true);
  expect(seen.quirks).toEqual(['own-api-needs-consent']);
  await control('set-quirk', { quirk: 'own-api-needs-consent', on: false });
  await control('set-role', { user: mia, role: 'global-reader' });
  const later = await state();
  expect(later.quirks).toEqual([]);
  expect(later.users.find((user) => user.id === mia)?.role).toBe('global-reader');

  await control('revoke-for-tenant', { tenant: contoso });
  await control('revoke-sessions', { user: mia });
  await control('add-redirect-uri', { uri: 'https://localhost:3001/broker.html', kind: 'spa' });
  expect(world.entra.directory.redirectKindOf('https://localhost:3001/broker.html')).toBe('spa');
});

test('reset brings the seed back, and keeps the addresses of the installation', async () => {
  await control('add-redirect-uri', { uri: 'https://localhost:3001/kept.html' });
  await control('grant-for-tenant', { tenant: contoso });
  await control('set-app-roles', { user: olga, roles: [] });
  await control('inject-fault', { trouble: { kind: 'server-error' } });
  const answer = await control('reset');
  expect(answer).toMatchObject({ ok: true, state: { faults: [], log: [] } });
  const seen = await state();
  expect(contosoIn(seen)?.written.installed).toBe(false);
  expect(seen.users.find((user) => user.id === olga)?.appRoles).toEqual(['Consent.Operator']);
  expect(world.entra.directory.redirectKindOf('https://localhost:3001/kept.html')).toBe('spa');
});

test('the log tells what happened and keeps no secret', async () => {
  await control('grant-for-tenant', { tenant: contoso });
  const token = await world.appToken(contoso);
  await world.graph(`/servicePrincipals?$filter=appId eq '${DEMO.appId}'`, token);
  await world.broker(mia, API_SCOPE);
  await world.token(contoso, {
    grant_type: 'client_credentials',
    client_secret: 'wrong',
    scope: 'x/.default',
  });
  const { log } = await state();
  expect(log.map((event) => [event.family, event.status, event.outcome])).toEqual([
    ['token', 200, 'client_credentials: token issued'],
    ['graph', 200, 'read'],
    ['broker', 200, 'broker: token issued'],
    ['token', 401, 'AADSTS7000215'],
  ]);
  expect(log[2]).toMatchObject({ tenantId: contoso, userId: mia });
  const text = JSON.stringify(log);
  for (const secret of [token, DEMO.clientSecret, 'filter']) expect(text).not.toContain(secret);
  await control('clear-log');
  expect((await state()).log).toEqual([]);
});

test.each([
  ['grant-for-tenant', {}],
  ['grant-for-tenant', { tenant: 'nowhere.example' }],
  ['grant-for-tenant', { tenant: contoso, permissions: 'all' }],
  ['grant-for-tenant', { tenant: contoso, permissions: [{ scope: 'User.Read', kind: 'magic' }] }],
  ['grant-for-user', { user: 'nobody@contoso.example' }],
  ['set-propagation-delay', { delayMs: -1 }],
  ['set-propagation-delay', { delayMs: 'soon' }],
  ['set-conditional-access', { tenant: contoso, policy: 'perhaps' }],
  ['inject-fault', { trouble: { kind: 'earthquake' } }],
  ['inject-fault', { trouble: { kind: 'server-error', status: 42 } }],
  ['inject-fault', { families: ['kitchen'], trouble: { kind: 'cut' } }],
  ['inject-fault', { tenant: 'nowhere.example', trouble: { kind: 'cut' } }],
  ['add-redirect-uri', { uri: 'not an address' }],
  ['reset', [1]],
])('%s does not take %j, says why, and changes nothing', async (verb, body) => {
  const answer = await world.ask(`/simulated/control/${verb}`, { body: JSON.stringify(body) });
  expect(answer.status).toBe(400);
  expect(answer.json()).toMatchObject({ ok: false, message: expect.stringMatching(/.{10}/) });
  const seen = await state();
  expect(seen.faults).toEqual([]);
  expect(contosoIn(seen)?.written.installed).toBe(false);
});

test.each(['', 'explode', 'constructor', '__proto__'])('there is no verb %j', async (verb) => {
  expect((await world.ask(`/simulated/control/${verb}`, { body: '{}' })).status).toBe(404);
});
