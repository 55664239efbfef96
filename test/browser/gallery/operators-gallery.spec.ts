import { expect, test, type Locator, type Page } from '@playwright/test';
import { SAMPLE_STATES } from '../../ui/operators/sample-states';
import { holdInEveryLook, type Look } from './looks';

/*
 * The operators' page in the looks that can break it. GALLERY_PICTURES names a folder for pictures.
 */

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 1500 };
const LOOKS: readonly Look[] = [
  { name: 'dark', ...WIDE, address: {}, colorScheme: 'dark' },
  { name: 'narrow', ...NARROW, address: {} },
  { name: 'light', ...WIDE, address: {} },
  {
    name: 'high-contrast',
    width: 1000,
    height: 900,
    address: {},
    colorScheme: 'dark',
    forcedColors: true,
  },
];
/** What every screen is held in; two looks find what the others would, on all but the screens that hold most. */
const EVERY_LOOK = new Set(['dark', 'narrow']);
const HOLDS_MOST = new Set(['sign-in-refused', 'loading', 'list', 'filtered', 'panel']);
/** Screens whose parts others show as well. */
const SHOWN_BY_OTHERS = new Set(['looking', 'signed-out', 'no-match']);

const gallery = holdInEveryLook({
  entry: './test/browser/gallery/operators-gallery.tsx',
  screens: [...SAMPLE_STATES.keys()].filter((name) => !SHOWN_BY_OTHERS.has(name)),
  looks: LOOKS,
  title: (screen) => `the operators' screen "${screen}" holds in every look`,
  isSeenIn: (screen, look) => EVERY_LOOK.has(look) || HOLDS_MOST.has(screen),
});

test('a hundred thousand organisations scroll, and only those in sight are drawn', async ({ page }) => {
  await open(page, { count: '100000' }, WIDE);
  const rows = page.locator('[data-row]');
  expect(await rows.count()).toBeLessThan(40);
  // From one end to the other, in a hundred steps: each step is drawn before the next.
  const slowestMs = await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const steps: number[] = [];
    for (let step = 1; step <= 100; step += 1) {
      const before = performance.now();
      // A row that takes more lines is measured as it comes: the end moves.
      window.scrollTo(0, (document.documentElement.scrollHeight * step) / 100);
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

for (const width of [320, 899, 900, 1000, 1280])
  test(`at ${String(width)} pixels no fact of a row is cut, also where letters and lines stand wider apart`, async ({
    page,
  }) => {
    await open(page, { screen: 'list' }, { width, height: 900 });
    const rows = page.locator('[data-row]');
    await expect(rows.filter({ hasText: /Lacks 2 permissions.*2 waiting/ }).first()).toBeVisible();
    expect(await cutIn(rows)).toEqual([]);
    // As WCAG 2.2, 1.4.12 has it.
    await page.evaluate(() => {
      const wider = new CSSStyleSheet();
      wider.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      );
      document.adoptedStyleSheets = [wider];
    });
    expect(await cutIn(rows)).toEqual([]);
    // Each begins where the one before ends.
    await expect
      .poll(() =>
        rows.evaluateAll((all) => {
          const places = all.map((row) => row.getBoundingClientRect());
          return places.every(
            ({ bottom }, index) => Math.abs((places[index + 1]?.top ?? bottom) - bottom) < 1,
          );
        }),
      )
      .toBe(true);
  });

/** What does not fit into its place in these rows. */
const cutIn = (rows: Locator): Promise<readonly (string | null)[]> =>
  rows.evaluateAll((all) =>
    all
      .flatMap((row) => [row, ...row.querySelectorAll('*')])
      .filter((part) => getComputedStyle(part).display !== 'inline' && !part.closest('svg'))
      .filter((part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight)
      .map((part) => part.textContent),
  );

async function open(
  page: Page,
  address: Readonly<Record<string, string>>,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light', forcedColors: 'none' });
  await page.goto(`${gallery.origin()}/#${new URLSearchParams(address).toString()}`);
  await page.locator('h1, [role="dialog"]').first().waitFor();
}
