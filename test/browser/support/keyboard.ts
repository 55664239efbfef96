import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen of the journey has between two things that a person wants. */
const MOST_STOPS = 60;

/** Presses Tab until the focus is on the wanted thing, and answers how often; fails when it is never reached. */
export async function tabsTo(page: Page, wanted: Locator): Promise<number> {
  await wanted.waitFor();
  const isThere = (): Promise<boolean> =>
    wanted.evaluate((element) => element === element.ownerDocument.activeElement && document.hasFocus());
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isThere()) return stop;
    await page.keyboard.press('Tab');
  }
  await expect(wanted, 'reached by Tab').toBeFocused();
  return MOST_STOPS;
}

/** Goes to the wanted button and presses it, by keyboard alone. */
export async function pressesByKeyboard(page: Page, wanted: Locator): Promise<void> {
  await tabsTo(page, wanted);
  await page.keyboard.press('Enter');
}
