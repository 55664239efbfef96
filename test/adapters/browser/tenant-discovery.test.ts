import { createTenantDiscovery, type DiscoverTenant } from '../../../src/adapters/browser/tenant-discovery';
import { parseDomain, type DomainName } from '../../../src/core/tenant';
import { ManualClock } from '../../support/manual-clock';
import { startLocalService, until, type LocalService } from '../service/local-service';

const CONTOSO = '7f1c2f6e-3a51-4f0b-9a55-0d1f2f3a4b5c';
const domain = parseDomain('contoso.example') as DomainName;

let clock: ManualClock;
let login: LocalService;
let answer: { status: number; body: string } | 'silence';
let discover: DiscoverTenant;

beforeEach(async () => {
  clock = new ManualClock();
  answer = { status: 200, body: JSON.stringify({ issuer: `https://login.example/${CONTOSO}/v2.0` }) };
  login = await startLocalService((_request, response) => {
    if (answer !== 'silence') response.writeHead(answer.status).end(answer.body);
  });
  discover = createTenantDiscovery({ loginOrigin: login.origin, fetch, clock });
});

afterEach(async () => {
  await login.stop();
  clock.mustBeIdle();
});

test('Microsoft names the tenant, and is asked once for all', async () => {
  expect(await Promise.all([discover(domain), discover(domain)])).toEqual([CONTOSO, CONTOSO]);
  expect(await discover(domain)).toBe(CONTOSO);
  expect(login.asked).toEqual(['GET /contoso.example/v2.0/.well-known/openid-configuration']);
});

test('F13: a domain that Microsoft does not know stays unknown for this pane', async () => {
  answer = { status: 400, body: '{"error":"invalid_tenant","error_description":"AADSTS90002"}' };
  expect(await discover(domain)).toBeUndefined();
  expect(await discover(domain)).toBeUndefined();
  expect(login.asked).toHaveLength(1);
});

test.each([
  [{ status: 500, body: 'oops' }],
  [{ status: 429, body: '' }],
  [{ status: 200, body: '<html>a captive portal</html>' }],
  [{ status: 200, body: '{"issuer":"https://login.example/common/v2.0"}' }],
  [{ status: 200, body: 'null' }],
])('F13: %j leaves it unknown, and is asked again', async (first) => {
  const good = answer;
  answer = first;
  expect(await discover(domain)).toBeUndefined();
  answer = good;
  expect(await discover(domain)).toBe(CONTOSO);
});

test('silence is left after four seconds', async () => {
  const good = answer;
  answer = 'silence';
  const asked = discover(domain);
  await until(() => login.asked.length === 1);
  await clock.advance(4_000);
  expect(await asked).toBeUndefined();
  answer = good;
  expect(await discover(domain)).toBe(CONTOSO);
});

test('F13: no connection is no answer', async () => {
  await login.stop();
  expect(await discover(domain)).toBeUndefined();
});
