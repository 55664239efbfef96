import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { runRegister } from '../../setup/testing/register-process';
import { startWorld } from '../../simulator/world';
import { test as journey } from '../support/journey';
import { createServiceClock } from '../support/service-clock';

/** A world in which nobody has registered the application: the command does it, before the service starts. */
const test = journey.extend({
  equipment: [
    async ({ browser }, give) => {
      const serviceClock = createServiceClock();
      const folder = mkdtempSync(path.join(tmpdir(), 'extendsync-registered-'));
      const envFile = path.join(folder, '.env');
      const world = await startWorld({
        serviceSettings: serviceClock.settings,
        async register({ entra, paneOrigin, certFile }) {
          entra.directory.setApplicationDeleted(true);
          const { code, output } = await runRegister({
            args: ['--folder', folder],
            environment: {
              PUBLIC_ORIGIN: paneOrigin,
              CLOUD: 'custom',
              LOGIN_ORIGIN: entra.origin,
              GRAPH_ORIGIN: entra.origin,
              ENV_FILE: envFile,
              NODE_EXTRA_CA_CERTS: certFile,
            },
            async enterCode(shown) {
              const page = await browser.newPage({ ignoreHTTPSErrors: true });
              await page.goto(`${entra.origin}/devicelogin`);
              await page.getByLabel('Code').fill(shown);
              await page.getByRole('button', { name: 'Next' }).click();
              await page.getByRole('button', { name: 'olga@extendsync.example' }).click();
              await expect(page.getByRole('heading', { name: /You have signed in/ })).toBeVisible();
              await page.close();
            },
          });
          expect(output).toContain('Next: npm run build');
          expect(code).toBe(0);
          return { ENV_FILE: envFile };
        },
      });
      await give({ world, serviceClock, needsNewService: false });
      await world.stop();
      serviceClock.end();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // No scenario is played: each of them begins with an application that somebody has registered.
  world: ({ equipment }, give) => give(equipment.world),
});

test('from nothing to green: the command registers, the service starts with what it wrote, Adele approves', async ({
  atOutlook,
  mia,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  const microsoft = await adele.startsApproving();
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');
  const miasPane = await mia.opensPane();
  await miasPane.shows('granted.title');
});
