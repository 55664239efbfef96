import { expect, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';

/* What is looked at on every screen of the galleries. */

/** How far the page scrolls sideways, in CSS pixels. */
const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    // Under a modal panel the page is narrower than the window, by the scroll bar that it stands in for.
    return Math.max(0, scrollWidth - clientWidth);
  });

/** WCAG 2.2, 2.5.8: targets are at least 24 by 24 pixels. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, a')]
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((target) => target.textContent ?? ''),
  );

const PICTURES = process.env['GALLERY_PICTURES'];

/**
 * The page as it stands: nothing scrolls sideways, all that can be pressed is large enough, axe finds nothing.
 * GALLERY_PICTURES names a folder for pictures, where somebody wants to see them.
 */
export async function examine(
  page: Page,
  picture: { readonly name: string; readonly fullPage: boolean },
): Promise<void> {
  if (PICTURES !== undefined)
    await page.screenshot({ path: `${PICTURES}/${picture.name}.png`, fullPage: picture.fullPage });
  expect(await sidewaysOverflow(page), 'sideways scrolling').toBe(0);
  expect(await tooSmall(page), 'smaller than 24 pixels').toEqual([]);
  expect(await axeViolations(page, { iframes: true })).toEqual([]);
}

/** What the browser complains about from now on: the list grows. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
