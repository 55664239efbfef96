import { expect, test, type Page } from '@playwright/test';
import { SAMPLE_STATES } from '../../ui/operators/sample-states';
import { holdsInEvery } from './examine';
import { serveGallery, type Gallery } from './serve-gallery';

/*
 * The operators' page in the looks that can break it. GALLERY_PICTURES names a folder for pictures.
 */

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height?: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: true;
}

const WIDE: Look = { name: 'light', width: 1280, colorScheme: 'light' };
/** What every screen is held in; two looks find what the others would, on all but the screens that hold most. */
const LOOKS: readonly Look[] = [
  { name: 'dark', width: 1280, colorScheme: 'dark' },
  { name: 'narrow', width: 320, height: 1500, colorScheme: 'light' },
];
const MORE_LOOKS: readonly Look[] = [
  WIDE,
  { name: 'high-contrast', width: 1000, colorScheme: 'dark', forcedColors: true },
];
/** Screens whose parts others show as well. */
const SHOWN_BY_OTHERS = new Set(['looking', 'signed-out', 'no-match']);
const HOLDS_MOST = new Set(['sign-in-refused', 'loading', 'list', 'filtered', 'panel']);

let gallery: Gallery;
test.beforeAll(async () => {
  // It builds the gallery first, which takes its time on a machine that is busy.
  test.setTimeout(180_000);
  gallery = await serveGallery('./test/browser/gallery/operators-gallery.tsx');
});
test.afterAll(() => gallery.stop());

for (const screen of [...SAMPLE_STATES.keys()].filter((name) => !SHOWN_BY_OTHERS.has(name))) {
  test(`the operators' screen "${screen}" holds in every look`, async ({ page }) => {
    await holdsInEvery(page, HOLDS_MOST.has(screen) ? [...LOOKS, ...MORE_LOOKS] : LOOKS, {
      screen: `operators-${screen}`,
      open: (look) => open(page, { screen }, look),
      fullPage: false,
    });
  });
}

test('a hundred thousand organisations scroll, and only those in sight are drawn', async ({ page }) => {
  await open(page, { count: '100000' }, WIDE);
  const rows = page.locator('[data-row]');
  expect(await rows.count()).toBeLessThan(40);
  // From one end to the other, in a hundred steps: each step is drawn before the next.
  const slowestMs = await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const height = document.documentElement.scrollHeight;
    const steps: number[] = [];
    for (let step = 1; step <= 100; step += 1) {
      const before = performance.now();
      window.scrollTo(0, (height * step) / 100);
      await frame();
      await frame();
      steps.push(performance.now() - before);
    }
    return steps.toSorted((a, b) => a - b)[90] ?? 0;
  });
  await expect(page.locator('[data-row="99999"]')).toBeVisible();
  expect(await rows.count()).toBeLessThan(40);
  // Two frames of 17 ms where nothing else runs, and half a second beside five other builds. A step that draws everything,
  // which must not come back, takes many seconds.
  expect(slowestMs).toBeLessThan(1_000);
});

test('the keyboard leads through the list, opens an organisation and comes back to its row', async ({
  page,
}) => {
  await open(page, { count: '5000' }, WIDE);
  await page.locator('[data-row="0"]').focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-row="4999"]')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-row="0"]')).toBeFocused();
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('ArrowDown');
  const row = page.locator('[data-row="30"]');
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('in the narrowest window no fact of a row is cut', async ({ page }) => {
  await open(page, { screen: 'list' }, { name: 'narrow', width: 320, colorScheme: 'light' });
  const facts = page.locator('[data-row] > [role="gridcell"]:nth-child(3)');
  await expect(facts.filter({ hasText: 'Lacks 2 permissions · 2 waiting' }).first()).toBeVisible();
  const cut = await facts.evaluateAll((cells) =>
    cells
      .flatMap((cell) => [cell, ...cell.querySelectorAll('*')])
      .filter((part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight)
      .filter((part) => getComputedStyle(part).display !== 'inline')
      .map((part) => part.textContent),
  );
  expect(cut).toEqual([]);
});

async function open(page: Page, address: Readonly<Record<string, string>>, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: look.height ?? 900 });
  await page.emulateMedia({
    reducedMotion: 'reduce',
    colorScheme: look.colorScheme,
    forcedColors: look.forcedColors ? 'active' : 'none',
  });
  await page.goto('about:blank');
  await page.goto(`${gallery.origin}/#${new URLSearchParams(address).toString()}`);
  await page.locator('h1, [role="dialog"]').first().waitFor();
}
