/** The world as a whole, with something small where the product's service would be. */
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Webhook } from 'standardwebhooks';
import { loadCertificate } from '../tools/certificates';
import { SIMULATED_WEBHOOK_SECRET, WEBHOOK_PATH } from './webhook-receiver';
import { startWorld, type World } from './world';

let ca: string;
let world: World;
const service = createServer((_request, response) => response.end('service'));

beforeAll(async () => {
  ({ cert: ca } = await loadCertificate());
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  world = await startWorld({
    otherService: { host: '127.0.0.1', port: (service.address() as AddressInfo).port },
  });
});

afterAll(async () => {
  await world.stop();
  await world.stop();
  await new Promise<void>((resolve) => service.close(() => resolve()));
});

function ask(
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ca, method, agent: false, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

test('the four parts are four places on this machine', async () => {
  expect(new Set([world.paneOrigin, world.outlookOrigin, world.entra.origin]).size).toBe(3);
  expect((await ask(`${world.paneOrigin}/api/x`)).text).toBe('service');
  expect((await ask(`${world.outlookOrigin}/`)).text).toContain('SIMULATED');
  expect(
    (await ask(`${world.entra.origin}/contoso.example/v2.0/.well-known/openid-configuration`)).status,
  ).toBe(200);
});

test("Microsoft's office.js is served as it came, and nothing outside its folder is", async () => {
  const script = await ask(`${world.outlookOrigin}/office-js/office.js`);
  expect(script.status).toBe(200);
  const { readFile } = await import('node:fs/promises');
  const original = await readFile(require.resolve('@microsoft/office-js/dist/office.js'), 'utf8');
  expect(script.text).toBe(original);
  for (const path of [
    '/office-js/../package.json',
    '/office-js/..%2Fpackage.json',
    '/office-js/%00',
    '/%zz',
    '/office-js/',
  ]) {
    expect((await ask(`${world.outlookOrigin}${path}`)).status).toBe(404);
  }
});

test('an Outlook address carries what differs from the ordinary', () => {
  expect(world.outlookUrl()).toBe(`${world.outlookOrigin}/`);
  expect(world.outlookUrl({ person: 'bo', scenario: 'granted' })).toBe(
    `${world.outlookOrigin}/?person=bo&scenario=granted`,
  );
});

test('scenarios are played by name, over HTTP and in the process', async () => {
  const played = await ask(`${world.outlookOrigin}/simulated/host/scenario`, 'POST', {
    name: 'popup-blocked',
  });
  expect(JSON.parse(played.text)).toEqual({ name: 'popup-blocked', host: { popups: 'blocked' } });
  expect(
    (await ask(`${world.outlookOrigin}/simulated/host/scenario`, 'POST', { name: 'nonsense' })).status,
  ).toBe(404);
  await world.play('throttled');
  expect(world.entra.directory.listFaults()).toHaveLength(1);
  await expect(world.play('nonsense')).rejects.toThrow('no scenario "nonsense"');
  expect((await ask(`${world.outlookOrigin}/simulated/host/reset`, 'POST')).status).toBe(200);
  expect(world.entra.directory.listFaults()).toEqual([]);
});

test('bad input to the control API is refused with a reason', async () => {
  const host = `${world.outlookOrigin}/simulated/host`;
  expect(await ask(`${host}/service`, 'POST', { action: 'explode' })).toMatchObject({
    status: 400,
    text: expect.stringContaining('stop, start, restart, kill'),
  });
  expect((await ask(`${host}/settings/mia`, 'PUT', { a: 1 })).status).toBe(400);
  expect((await ask(`${host}/settings/mia`, 'PUT', ['a'])).status).toBe(400);
  expect((await ask(`${host}/nonsense`, 'POST', {})).status).toBe(404);
  expect((await ask(`${host}/nonsense`)).status).toBe(404);
});

test('settings are kept for each mailbox', async () => {
  const settings = `${world.outlookOrigin}/simulated/host/settings`;
  await ask(`${settings}/mia%40contoso.example`, 'PUT', { shared: '"x"' });
  expect(JSON.parse((await ask(`${settings}/MIA%40contoso.example`)).text)).toEqual({ shared: '"x"' });
  expect(JSON.parse((await ask(`${settings}/bo%40fabrikam.example`)).text)).toEqual({});
});

test('a new play begins with mailboxes that remember nothing', async () => {
  world.mailboxes.save('mia@contoso.example', { shared: '"x"' });
  await world.play('not-asked');
  expect(world.mailboxes.settingsOf('mia@contoso.example')).toEqual({});
});

test('14.7: a webhook shows by whom it is signed, at whatever time the world has it', async () => {
  const message = { type: 'tenant.granted', data: { tenantId: 'id', name: 'Contoso' } };
  const sentAt = new Date(Date.UTC(2030, 0, 1));
  const sends = async (secret: string) =>
    ask(`${world.outlookOrigin}${WEBHOOK_PATH}`, 'POST', message, {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(sentAt.getTime() / 1_000),
      'webhook-signature': new Webhook(secret).sign('msg_1', sentAt, JSON.stringify(message)),
    });
  expect((await sends(SIMULATED_WEBHOOK_SECRET)).status).toBe(204);
  expect((await sends(`whsec_${Buffer.from('a secret of somebody else').toString('base64')}`)).status).toBe(
    401,
  );
  const granted = { type: 'tenant.granted', organisation: 'Contoso' };
  expect(world.webhooks()).toEqual([
    { ...granted, isVerified: false },
    { ...granted, isVerified: true },
  ]);
});

const here = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));

test.each(['127.0.0.1', '::1'].filter((address) => here.includes(address)))(
  'a port that is taken on %s is replaced by a free one',
  async (address) => {
    const squatter = createTcpServer();
    await new Promise<void>((resolve) => squatter.listen(0, address, resolve));
    const taken = (squatter.address() as AddressInfo).port;
    const other = await startWorld({ ports: { pane: taken }, otherService: { host: '127.0.0.1', port: 9 } });
    expect(other.paneOrigin).not.toBe(`https://localhost:${String(taken)}`);
    expect((await ask(`${other.paneOrigin}/api/x`)).status).toBe(502);
    await other.stop();
    await new Promise<void>((resolve) => squatter.close(() => resolve()));
  },
);
