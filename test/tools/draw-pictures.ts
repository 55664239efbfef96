import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { requestLink } from '../../src/core/api/paths';
import { parseRequestMade } from '../../src/core/api/request-made';
import { pane } from '../browser/support/words';
import type { HostOptions } from '../simulator/outlook/host-options';
import { startWorld, type World } from '../simulator/world';
import { findChromium } from './chromium';
import { buildWhenStale } from './stale-build';

const FOLDER = path.resolve(__dirname, '../../assets/pictures');
/** A picture should not weigh more than the page that it stands on. */
const MOST_BYTES = 120_000;
const SIZE = { width: 1024, height: 640 } as const;

type Look = Partial<HostOptions> & { readonly theme: 'light' | 'dark' };

async function openPage(browser: Browser, theme: Look['theme']): Promise<Page> {
  return browser.newPage({
    viewport: SIZE,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: theme,
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: true,
  });
}

async function keep(page: Page, name: string): Promise<void> {
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${String(size)} bytes: make it smaller.`);
  console.log(`${name}.png: ${String(Math.round(size / 1000))} KB`);
  await page.close();
}

/** Outlook with the pane in it, once the pane has come to this title. */
async function drawOutlook(
  browser: Browser,
  world: World,
  picture: { readonly name: string; readonly scenario: string; readonly look: Look; readonly title: string },
): Promise<void> {
  const page = await openPage(browser, picture.look.theme);
  const { host } = await world.play(picture.scenario);
  await page.goto(world.outlookUrl({ ...host, ...picture.look }));
  const frame = page.frameLocator('iframe[title="ExtendSync"]');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(picture.title);
  await keep(page, picture.name);
}

/** The page behind a link that a colleague has sent. */
async function drawInvitation(browser: Browser, world: World): Promise<void> {
  const page = await openPage(browser, 'light');
  await world.play('not-asked');
  const answer = await page.request.post(`${world.paneOrigin}/api/requests`, {
    data: { tenant: 'contoso.example' },
  });
  const made = parseRequestMade(await answer.json());
  if (!made) throw new Error('The service has made no request.');
  await page.goto(requestLink(world.paneOrigin, made.id));
  await expect(page.locator('[data-asked]').first()).toBeVisible();
  await keep(page, 'invitation');
}

/** `npm run pictures`: draws the pictures of README and docs anew, from the simulated world with the built product in it. */
async function main(): Promise<void> {
  await buildWhenStale();
  await mkdir(FOLDER, { recursive: true });
  const world = await startWorld();
  const browser = await chromium.launch({
    ...(await findChromium()),
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  });
  try {
    await drawOutlook(browser, world, {
      name: 'asks',
      scenario: 'not-asked',
      look: { theme: 'light' },
      title: pane('required.title'),
    });
    await drawOutlook(browser, world, {
      name: 'granted',
      scenario: 'granted',
      look: { theme: 'dark' },
      title: pane('granted.title'),
    });
    await drawInvitation(browser, world);
  } finally {
    await browser.close();
    await world.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
