import type { BrowserContext, Page } from '@playwright/test';
import type { Situation } from '../../../src/core/situation';
import type { World } from '../../simulator/world';
import { Pane } from '../support/pane';
import type { ColdBrowser } from './bench-browser';
import { watchMarks } from './marks';

const ADMIN = 'Adele Admin';
const STEP_LIMIT_MS = 20_000;

const pane = (page: Page) => page.frameLocator('iframe[title="ExtendSync"]');

/** From our page through Microsoft's sign-in to the last button, which is pressed. */
async function walkToConsent(page: Page, world: World): Promise<void> {
  const account = page.getByRole('button', { name: new RegExp(ADMIN) });
  const onwards = page.locator('[data-action="continue"]');
  await account.or(onwards).first().waitFor({ timeout: STEP_LIMIT_MS });
  if (page.url().startsWith(world.paneOrigin)) await onwards.click({ timeout: STEP_LIMIT_MS });
  await account.click({ timeout: STEP_LIMIT_MS });
  await page.getByRole('button', { name: 'Accept' }).click({ timeout: STEP_LIMIT_MS });
}

const consentPage = (world: World, path: string): string => world.entra.origin + path;

/** The two ways in which an approval is proved: by the application's own permissions, and by the administrator's look alone. */
export type Proved = Extract<Situation, 'autopilot-everyone' | 'no-autopilot'>;

/** Adele opens the pane, approves in the dialog; milliseconds from the press of Accept to the green check on screen. */
export function measureDialogApproval(
  browser: ColdBrowser,
  world: World,
  situation: Proved,
): Promise<number> {
  return browser.withFreshContext(async (context) => {
    await world.play('not-asked');
    const marks = await watchMarks(context);
    const page = await context.newPage();
    await page.goto(world.outlookUrl({ person: 'adele' }));
    const approve = pane(page).locator('[data-action="approve"]');
    const opening = context.waitForEvent('page', { timeout: STEP_LIMIT_MS });
    await approve.click({ timeout: STEP_LIMIT_MS });
    // The pane asks its administrator once how the organisation uses ExtendSync.
    await pane(page).locator(`[data-situation="${situation}"]`).click({ timeout: STEP_LIMIT_MS });
    const dialog = await opening;
    await walkToConsent(dialog, world);
    const green = await marks.wait('green', `${world.paneOrigin}/taskpane.html`);
    return green.wallMs - pressedAccept(marks.list(), world);
  });
}

/** Mia shares; the admin approves from the link in a browser of their own; milliseconds from Accept to Mia's green check. */
export function measureRemoteApproval(
  browser: ColdBrowser,
  world: World,
  situation: Proved,
): Promise<number> {
  return browser.withFreshContext(async (context) => {
    await world.play('not-asked');
    const marks = await watchMarks(context);
    const page = await context.newPage();
    await page.goto(world.outlookUrl({ person: 'mia' }));
    const link = await shareByDraft(page);
    return browser.withFreshContext(async (adminContext) => {
      const adminMarks = await watchMarks(adminContext);
      await approveFromLink(adminContext, world, link, situation);
      const green = await marks.wait('green', `${world.paneOrigin}/taskpane.html`);
      return green.wallMs - pressedAccept(adminMarks.list(), world);
    });
  });
}

async function shareByDraft(page: Page): Promise<string> {
  await pane(page).locator('[data-action="share"]').click({ timeout: STEP_LIMIT_MS });
  const field = pane(page).locator('input[readonly][value^="https:"]');
  await field.waitFor({ timeout: STEP_LIMIT_MS });
  const link = await field.inputValue();
  await pane(page).locator('[data-action="share-draft"]').click({ timeout: STEP_LIMIT_MS });
  // The pane then says that it waits, and listens.
  await new Pane(page).leavesSharing();
  await pane(page).locator('[data-pending]').waitFor({ timeout: STEP_LIMIT_MS });
  return link;
}

async function approveFromLink(
  context: BrowserContext,
  world: World,
  link: string,
  situation: Proved,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(link);
  // Who only shares is not asked: the administrator's page asks.
  await page.locator(`[data-answer="${situation}"]`).check({ timeout: STEP_LIMIT_MS });
  await walkToConsent(page, world);
}

function pressedAccept(
  marks: readonly { name: string; page: string; wallMs: number }[],
  world: World,
): number {
  const pressed = marks.find(
    ({ name, page }) => name === 'pressed Accept' && page.startsWith(consentPage(world, '/')),
  );
  if (!pressed) throw new Error('Nobody pressed Accept.');
  return pressed.wallMs;
}
