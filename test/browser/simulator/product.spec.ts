/** The world around the real product: the built service and pane behind the proxy, and `npm start` itself. */
import { spawn } from 'node:child_process';
import { utimes } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { DEMO } from '../../simulator/entra/demo-seed';
import { startWorld, type World } from '../../simulator/world';
import { Pane } from '../support/pane';
import { pane as words } from '../support/words';

const ROOT = resolve(__dirname, '../../..');

/** What the service says about Mia's tenant, asked with a token that the host's broker gets. */
async function consentOf(world: World, request: APIRequestContext): Promise<string> {
  const token = await request.post(`${world.entra.origin}/simulated/broker/token`, {
    headers: { origin: world.outlookOrigin },
    data: {
      userId: DEMO.users.mia,
      clientId: world.clientId,
      scope: `api://${world.clientId}/access_as_user`,
    },
  });
  const { access_token: accessToken } = (await token.json()) as { readonly access_token?: string };
  if (accessToken === undefined) return 'no token';
  const answer = await request.get(`${world.paneOrigin}/api/consent`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const body = (await answer.json()) as { readonly permissions?: readonly { readonly state: string }[] };
  return [...new Set(body.permissions?.map(({ state }) => state))].join(' ');
}

test.describe('the world with the product', () => {
  let world: World;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    world = await startWorld();
  });

  test.afterAll(() => world.stop());

  test('the service trusts the tenant, and a new scenario is not judged by the one before', async ({
    request,
  }) => {
    await world.play('granted');
    expect(await consentOf(world, request)).toBe('tenant');
    await world.play('only-you');
    expect(await consentOf(world, request)).not.toContain('tenant');
    await world.play('not-asked');
    expect(await consentOf(world, request)).toBe('no token');
  });

  test('with the service stopped from the panel the pane still opens, and the service comes back', async ({
    page,
  }) => {
    await page.goto(world.outlookUrl({ panel: 'open' }));
    const pane = page.frameLocator('iframe[title="ExtendSync"]');
    await expect(pane.getByRole('heading').first()).toBeVisible();
    const panel = page.getByRole('complementary', { name: 'Simulation controls' });
    await panel.getByText('ExtendSync service', { exact: true }).click();
    await panel.getByRole('button', { name: 'Stop service' }).click();
    await expect(panel).toContainText('The service is not running.');
    expect(world.service.isRunning()).toBe(false);
    await page.reload();
    await expect(pane.getByRole('heading').first()).toBeVisible();
    await panel.getByText('ExtendSync service', { exact: true }).click();
    await panel.getByRole('button', { name: 'Start service' }).click();
    await expect(panel).toContainText('The service is running.', { timeout: 30_000 });
    expect(world.service.isRunning()).toBe(true);
  });

  test('a world that begins anew knows nothing of a request that was shared before', async ({ page }) => {
    await world.play('not-asked');
    await page.goto(world.outlookUrl({ panel: 'open' }));
    const pane = new Pane(page);
    const panel = page.getByRole('complementary', { name: 'Simulation controls' });
    for (const beginAnew of ['Reset world', 'Play scenario']) {
      await pane.presses('action.share');
      await pane.presses('action.share-draft');
      await pane.shows('waiting.title');
      await panel.getByLabel('Scenario').selectOption('not-asked');
      await panel.getByRole('button', { name: beginAnew }).click();
      await pane.shows('required.title');
      await expect(pane.button(words('action.share'))).toBeVisible();
    }
  });

  test('the page and the pane say nothing on the console and ask nobody outside this machine', async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (asked) => {
      if (!/^(https:\/\/localhost:|data:|blob:|about:)/.test(asked.url())) complaints.push(asked.url());
    });
    const judged = page.waitForResponse(/\/api\/consent$/);
    await page.goto(world.outlookUrl({ scenario: 'granted' }));
    expect((await judged).status()).toBe(200);
    await expect(page.frameLocator('iframe[title="ExtendSync"]').getByRole('heading').first()).toBeVisible();
    expect(complaints).toEqual([]);
  });
});

test('npm start says where to go, shows Outlook there, and takes what is built meanwhile, and leaves nothing behind', async ({
  page,
}) => {
  test.setTimeout(120_000);
  // Without tsx's own process between: on a busy machine it ends before the one that it was to pass the signal on to.
  const started = spawn(process.execPath, ['--import', 'tsx', 'test/simulator/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, EXTENDSYNC_SKIP_BUILD: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  started.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((done) => started.once('exit', done));
  try {
    await expect.poll(() => said, { timeout: 90_000 }).toContain('Press Ctrl+C');
    const address = /Open +(https:\/\/localhost:\d+\/\S+)/.exec(said)?.[1] ?? '';
    const pane = /Pane +(https:\/\/localhost:\d+)/.exec(said)?.[1] ?? '';
    await page.goto(address);
    await expect(page.getByRole('complementary', { name: 'Simulation controls' })).toBeVisible();
    await expect(page.frameLocator('iframe[title="ExtendSync"]').getByRole('heading').first()).toBeVisible();
    // A build under it, with the same outcome.
    await utimes(resolve(ROOT, 'dist/pane/taskpane.html'), new Date(), new Date());
    await expect.poll(() => said).toContain('the service was relaunched');
    started.kill('SIGTERM');
    expect(await ended).toBe(0);
    await expect(page.request.get(pane)).rejects.toThrow(/ECONNREFUSED/);
  } finally {
    started.kill('SIGKILL');
  }
});
