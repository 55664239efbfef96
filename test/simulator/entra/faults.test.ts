import { DEMO } from './demo-seed';
import type { RouteFamily } from './faults';
import { API_SCOPE, makePkce, startWorld, type EntraWorld } from './testing/world';

const { contoso, fabrikam } = DEMO.tenants;
const { adele, bo, mia } = DEMO.users;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.entra.reset();
  world.entra.directory.grantForTenant(contoso);
  world.entra.directory.grantForTenant(fabrikam);
});
afterAll(() => world.stop());

const configuration = (tenant: string = contoso) =>
  world.ask(`/${tenant}/v2.0/.well-known/openid-configuration`);
const appToken = () =>
  world.token(contoso, {
    grant_type: 'client_credentials',
    client_secret: DEMO.clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  });

test('429 with Retry-After in seconds, twice, then all is well', async () => {
  world.entra.directory.injectFault({
    families: ['token'],
    times: 2,
    trouble: { kind: 'throttle', retryAfterSeconds: 17 },
  });
  for (const answer of [await appToken(), await appToken()]) {
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '17']);
    expect(answer.json()).toMatchObject({ error: 'temporarily_unavailable', error_codes: [90055] });
  }
  expect((await appToken()).status).toBe(200);
  expect(world.entra.directory.listFaults()).toEqual([]);
});

test('429 with Retry-After as a date, from Graph in Graph’s format', async () => {
  const token = await world.appToken(contoso);
  world.entra.directory.injectFault({
    families: ['graph'],
    trouble: { kind: 'throttle', retryAfterSeconds: 60, asDate: true },
  });
  const answer = await world.graph('/organization', token);
  expect([answer.status, answer.json()]).toMatchObject([429, { error: { code: 'TooManyRequests' } }]);
  const waitMs = Date.parse(String(answer.headers['retry-after'])) - world.clock.now();
  expect(waitMs).toBeGreaterThan(58_000);
  expect(waitMs).toBeLessThanOrEqual(60_000);
});

test.each([500, 502, 503, 504])('%i', async (status) => {
  world.entra.directory.injectFault({ families: ['openid'], trouble: { kind: 'server-error', status } });
  expect((await configuration()).status).toBe(status);
});

test('garbage instead of JSON', async () => {
  world.entra.directory.injectFault({ trouble: { kind: 'garbage' }, families: ['openid'] });
  const answer = await configuration();
  expect(answer.status).toBe(200);
  expect(() => answer.json()).toThrow(SyntaxError);
});

test.each([false, true])('a cut connection (in the middle of the body: %s)', async (midBody) => {
  world.entra.directory.injectFault({ families: ['token'], times: 1, trouble: { kind: 'cut', midBody } });
  await expect(appToken()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  expect((await appToken()).status).toBe(200);
});

test('latency holds the answer until the clock has moved on', async () => {
  world.entra.directory.injectFault({ families: ['openid'], trouble: { kind: 'latency', delayMs: 30_000 } });
  let answered = false;
  const answer = configuration().then((got) => {
    answered = true;
    return got;
  });
  await waitUntil(() => world.clock.pending === 1);
  expect(answered).toBe(false);
  world.clock.advance(30_000);
  expect((await answer).status).toBe(200);
  expect(world.clock.pending).toBe(0);
});

test('latency and then another fault', async () => {
  world.entra.directory.injectFault({ families: ['openid'], trouble: { kind: 'latency', delayMs: 10 } });
  world.entra.directory.injectFault({ families: ['openid'], trouble: { kind: 'server-error', status: 502 } });
  const answer = configuration();
  await waitUntil(() => world.clock.pending === 1);
  world.clock.advance(10);
  expect((await answer).status).toBe(502);
});

test('a fault for one tenant leaves the others alone, by id or by any of its domains', async () => {
  world.entra.directory.injectFault({ tenant: 'contoso.example', trouble: { kind: 'server-error' } });
  expect((await configuration('contoso-mail.example')).status).toBe(503);
  expect((await configuration(fabrikam)).status).toBe(200);
  expect((await world.broker(mia, API_SCOPE)).status).toBe(503);
  expect((await world.broker(bo, API_SCOPE)).json()['ok']).toBe(true);
});

test('a fault for one person leaves the others alone', async () => {
  world.entra.directory.injectFault({
    user: 'mia@contoso.example',
    trouble: { kind: 'aadsts', number: 50196 },
  });
  expect((await world.broker(mia, API_SCOPE)).json()).toMatchObject({
    ok: false,
    error: { error: 'invalid_grant', error_codes: [50196] },
  });
  expect((await world.broker(adele, API_SCOPE)).json()['ok']).toBe(true);
  expect((await configuration()).status).toBe(200);
});

test('any number with any class, in the words of each route', async () => {
  const trouble = {
    kind: 'aadsts',
    number: 700003,
    error: 'interaction_required',
    suberror: 'basic_action',
  } as const;
  const order = (family: RouteFamily) =>
    world.entra.directory.injectFault({ families: [family], times: 1, trouble });

  order('token');
  expect((await appToken()).json()).toMatchObject({
    error: 'interaction_required',
    suberror: 'basic_action',
    error_codes: [700003],
  });

  order('broker');
  expect((await world.broker(mia, API_SCOPE)).json()).toMatchObject({
    ok: false,
    error: { error_codes: [700003] },
  });

  order('authorize');
  const silent = world.browser();
  await silent.open(world.authorizeUrl(contoso, makePkce(), { prompt: 'none' }));
  expect(silent.landedAt.searchParams.get('error')).toBe('interaction_required');
  expect(silent.landedAt.searchParams.get('error_description')).toContain('AADSTS700003');

  order('adminconsent');
  const granting = world.browser();
  await granting.open(world.adminConsentUrl(contoso));
  expect(granting.landedAt.searchParams.get('admin_consent')).toBe('True');
  expect(granting.landedAt.searchParams.get('error_description')).toContain('AADSTS700003');

  const token = await world.appToken(contoso);
  order('graph');
  expect((await world.graph('/organization', token)).status).toBe(401);
});

test.each([
  16000, 16001, 50001, 50011, 50020, 50034, 50057, 50058, 50059, 50076, 50079, 50105, 50126, 50128, 50158,
  50173, 50194, 50196, 51004, 53000, 53001, 53002, 53003, 53004, 65001, 65004, 65005, 70000, 70008, 90002,
  90008, 90009, 90033, 90036, 90072, 90094, 90095, 90097, 90100, 500011, 500113, 530003, 650051, 650052,
  650056, 650057, 700003, 700005, 700016, 700082, 700084, 900144, 7000112, 7000218, 7000229,
])('AADSTS%i can be ordered, and has a class and a text of its own', async (number) => {
  world.entra.directory.injectFault({ families: ['broker'], trouble: { kind: 'aadsts', number } });
  const { error } = (await world.broker(mia, API_SCOPE)).json() as { error: Record<string, unknown> };
  expect(error['error_codes']).toEqual([number]);
  expect(error['error']).toMatch(/^[a-z_]+$/);
  expect(error['error_description']).toMatch(new RegExp(`^AADSTS${number}: .{20,} Trace ID: `));
  expect(error['error_description']).not.toMatch(/undefined|The simulated service refused/);
});

test('a number that nobody knows is said all the same', async () => {
  world.entra.directory.injectFault({ families: ['broker'], trouble: { kind: 'aadsts', number: 987654 } });
  expect((await world.broker(mia, API_SCOPE)).json()).toMatchObject({ error: { error_codes: [987654] } });
});

test('a fault is gone when it is cleared', async () => {
  const id = world.entra.directory.injectFault({ trouble: { kind: 'server-error' } });
  world.entra.directory.clearFaults(id);
  expect((await configuration()).status).toBe(200);
});

test('stopping ends a request that is still waiting, and its timer', async () => {
  const other = await startWorld();
  other.entra.directory.injectFault({ trouble: { kind: 'latency', delayMs: 1_000_000 } });
  const outcome = other.ask('/common/discovery/v2.0/keys').then(
    () => 'answered',
    (error: Error) => error.message,
  );
  await waitUntil(() => other.clock.pending === 1);
  await other.stop();
  expect(await outcome).toMatch(/hang up|ECONNRESET/);
  await waitUntil(() => other.clock.pending === 0);
  expect(other.clock.pending).toBe(0);
});

/** Lets the network do its work until something is so; the test's own time limit ends it otherwise. */
async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
