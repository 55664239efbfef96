import { provedByGraph } from '../../../src/adapters/msal/graph-proof';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { Permission } from '../../../src/core/permissions';
import { ManualClock } from '../../support/manual-clock';
import { startLocalService, until, type LocalService } from '../service/local-service';

const reading = (...scopes: readonly string[]): readonly Permission[] =>
  scopes.map((scope) => ({ scope, kind: 'delegated', required: true, feature: 'mail', namedInTokens: true }));

let clock: ManualClock;
let graph: LocalService;
let statusOf: (path: string) => number | undefined;
let bearers: (string | undefined)[];

beforeEach(async () => {
  clock = new ManualClock();
  bearers = [];
  statusOf = () => 200;
  graph = await startLocalService((request, response) => {
    bearers.push(request.headers.authorization);
    const status = statusOf(request.url ?? '');
    if (status !== undefined) response.writeHead(status).end('{}');
  });
});

afterEach(async () => {
  await graph.stop();
  clock.mustBeIdle();
});

const ask = (set: readonly Permission[]): Promise<readonly string[] | undefined> =>
  provedByGraph({ graphOrigin: graph.origin, fetch, clock }, 'opaque', set);

test('good answers prove what they can prove', async () => {
  expect(await ask(reading('User.Read', 'MailboxSettings.Read', 'Mail.ReadBasic'))).toEqual([
    'User.Read',
    'MailboxSettings.Read',
    'Mail.ReadBasic',
  ]);
  expect(bearers).toEqual(['Bearer opaque', 'Bearer opaque', 'Bearer opaque']);
});

test('half a proof is none', async () => {
  statusOf = (path) => (path === '/v1.0/me' ? 200 : 403);
  expect(await ask(reading('User.Read', 'Mail.ReadBasic'))).toBeUndefined();
});

test('reading proves nothing about writing, so Graph is not asked about the product’s set', async () => {
  expect(await ask(PERMISSION_SET)).toBeUndefined();
  expect(graph.asked).toEqual([]);
});

test('an empty set is not proved by asking nothing', async () => {
  expect(await ask([])).toBeUndefined();
});

test('silence is no proof', async () => {
  statusOf = () => undefined;
  const asked = ask(reading('User.Read'));
  await until(() => graph.asked.length === 1);
  await clock.advance(8_000);
  expect(await asked).toBeUndefined();
});
