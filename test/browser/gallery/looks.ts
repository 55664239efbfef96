import { expect, test, type Browser, type Page } from '@playwright/test';
import { complaintsOf, examine } from './examine';
import { serveGallery, type Gallery } from './serve-gallery';

/* Every screen of a gallery in every look, in a real browser under the service's content security policy. */

/** One way of looking at a screen: a window, and what the gallery's address says about theme and language. */
export interface Look {
  readonly name: string;
  readonly width: number;
  /** Default: 720. */
  readonly height?: number;
  readonly address: Readonly<Record<string, string>>;
  readonly colorScheme?: 'dark';
  readonly forcedColors?: true;
}

interface OpenLook extends Look {
  readonly page: Page;
  /** What the browser has complained about since the last screen. */
  readonly complaints: string[];
}

/**
 * Declares one test for each screen. A look has one page for all of them: the gallery draws a screen anew on a new address,
 * and loading the same scripts for each look of each screen was half of the time.
 * @param isSeenIn whether a screen is looked at in this look; every screen is in every one where it is not given.
 * @param inSight brings what a screen hides into sight, before it is examined.
 */
export function holdInEveryLook(parts: {
  readonly entry: string;
  readonly screens: Iterable<string>;
  readonly looks: readonly Look[];
  readonly title: (screen: string) => string;
  readonly isSeenIn?: (screen: string, look: string) => boolean;
  readonly inSight?: (page: Page) => Promise<void>;
}): { readonly origin: () => string } {
  const { entry, screens, looks, title, isSeenIn = () => true, inSight } = parts;
  let gallery: Gallery;
  let open: readonly OpenLook[] = [];

  test.beforeAll(async ({ browser }) => {
    // It builds the gallery first, which takes its time on a machine that is busy.
    test.setTimeout(180_000);
    gallery = await serveGallery(entry);
    open = await Promise.all(looks.map((look) => openLook(browser, gallery.origin, look)));
  });
  test.afterAll(async () => {
    await Promise.all(open.map(({ page }) => page.context().close()));
    await gallery.stop();
  });

  for (const screen of screens) {
    test(title(screen), async () => {
      for (const { name, page, address, complaints } of open.filter((look) => isSeenIn(screen, look.name))) {
        await test.step(name, async () => {
          await draw(page, new URLSearchParams({ ...address, screen }).toString());
          await inSight?.(page);
          await expect(page.locator('[data-loading]')).toHaveCount(0);
          await examine(page, { name: `${screen}.${name}`, fullPage: true });
          expect(complaints.splice(0)).toEqual([]);
        });
      }
    });
  }
  return { origin: () => gallery.origin };
}

async function openLook(browser: Browser, origin: string, look: Look): Promise<OpenLook> {
  const page = await browser.newPage({
    viewport: { width: look.width, height: look.height ?? 720 },
    reducedMotion: 'reduce',
    colorScheme: look.colorScheme ?? 'light',
    forcedColors: look.forcedColors ? 'active' : 'none',
  });
  const complaints = complaintsOf(page);
  await page.goto(`${origin}/`);
  return { ...look, page, complaints };
}

/** Draws a screen in the place of the one before, from the top. */
export async function draw(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.scrollTo(0, 0);
    location.hash = hash;
  }, address);
  await page.locator(`[data-drawn=${JSON.stringify(address)}]`).waitFor({ state: 'attached' });
  await page.locator('h1').waitFor();
  // The lazy parts have come when no placeholder is left.
  await expect(page.locator('[data-loading]')).toHaveCount(0);
}

/** Opens everything on a screen that is folded away. */
export async function unfold(page: Page): Promise<void> {
  const closed = page.locator('[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}
