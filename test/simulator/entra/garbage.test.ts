import { connect } from 'node:tls';
import { DEMO } from './demo-seed';
import { startWorld, type EntraWorld } from './testing/world';

const { contoso } = DEMO.tenants;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Whatever came in: the next caller is served, and nothing was an unforeseen mistake. */
async function expectUnharmed(): Promise<void> {
  expect((await world.ask(`/${contoso}/v2.0/.well-known/openid-configuration`)).status).toBe(200);
  expect(world.entra.log.list().filter((event) => event.family === 'mistake')).toEqual([]);
}

const PATHS = [
  '/',
  '/%',
  '/%00',
  '//evil.example/',
  '/a/../../b',
  '/undefined/oauth2/v2.0/token',
  `/${contoso}/oauth2/v2.0/authorize`,
  `/${contoso}/oauth2/v2.0/authorize?client_id=%00&redirect_uri=javascript:alert(1)`,
  `/${contoso}/v2.0/adminconsent?client_id[]=1&state=${'x'.repeat(5000)}`,
  '/v1.0/',
  '/v1.0/servicePrincipals(appId=',
  '/simulated/control/%2e%2e',
  '/error?code=<script>',
] as const;

test.each(PATHS)('GET, POST and OPTIONS of %s get an answer of the protocol', async (path) => {
  for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE', 'HEAD']) {
    const answer = await world.ask(path, { method });
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('<script>alert');
  }
  await expectUnharmed();
});

test.each(['\0\0\0', '{', '%%%=%%%', 'a'.repeat(100_000), 'grant_type=authorization_code&code[]=1&code=2'])(
  'a body that is no form is refused by the token endpoint',
  async (body) => {
    const answer = await world.ask(`/${contoso}/oauth2/v2.0/token`, { body });
    expect(answer.status).toBe(400);
    expect(answer.json()).toHaveProperty('error_codes');
    await expectUnharmed();
  },
);

test('a body without end is cut off', async () => {
  const answer = await world.ask(`/${contoso}/oauth2/v2.0/token`, { body: 'a'.repeat(1_000_000) });
  expect(answer.status).toBe(413);
  await expectUnharmed();
});

test('a caller that hangs up in the middle harms nobody', async () => {
  const { port } = new URL(world.entra.origin);
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ port: Number(port), host: 'localhost', ca: world.ca }, () => {
      socket.write(
        `POST /${contoso}/oauth2/v2.0/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\ngrant`,
      );
      socket.end(() => socket.destroy());
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
  expect((await world.ask('/common/discovery/v2.0/keys')).status).toBe(200);
  await expectUnharmed();
});
