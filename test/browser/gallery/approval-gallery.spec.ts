import { expect, test, type Page } from '@playwright/test';
import { SAMPLE_SCREENS } from '../../ui/approval/sample-screens';
import { axeViolations, sidewaysOverflow, tooSmall } from './examine';
import { serveGallery, type Gallery } from './serve-gallery';

/*
 * Every screen of the administrator's page in every look, as the pane's gallery does it. GALLERY_PICTURES
 * names a folder for pictures.
 */

const PICTURES = process.env['GALLERY_PICTURES'];

interface Look {
  readonly name: string;
  readonly width: number;
  readonly address: Readonly<Record<string, string>>;
  readonly forcedColors?: true;
}

const LOOKS: readonly Look[] = [
  { name: 'light', width: 900, address: { theme: 'light' } },
  { name: 'dark-arabic', width: 400, address: { theme: 'dark', locale: 'ar-EG' } },
  {
    name: 'high-contrast-german',
    width: 320,
    address: { theme: 'high-contrast', locale: 'de-DE' },
    forcedColors: true,
  },
  { name: 'light-japanese', width: 320, address: { theme: 'light', locale: 'ja-JP' } },
];

let gallery: Gallery;
test.beforeAll(async () => {
  // It builds the gallery first, which takes its time on a machine that is busy.
  test.setTimeout(180_000);
  gallery = await serveGallery('./test/browser/gallery/approval-gallery.tsx');
});
test.afterAll(() => gallery.stop());

for (const screen of SAMPLE_SCREENS.keys()) {
  test(`the administrator's screen "${screen}" holds in every look`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const look of LOOKS) {
      await test.step(look.name, async () => {
        await open(page, screen, look);
        if (PICTURES !== undefined)
          await page.screenshot({ path: `${PICTURES}/${screen}.${look.name}.png`, fullPage: true });
        expect(await sidewaysOverflow(page), 'sideways scrolling').toBe(0);
        expect(await tooSmall(page), 'smaller than 24 pixels').toEqual([]);
        expect(await axeViolations(page)).toEqual([]);
      });
    }
    expect(complaints).toEqual([]);
  });
}

async function open(page: Page, screen: string, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: 720 });
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: look.forcedColors ? 'active' : 'none' });
  await page.goto('about:blank');
  await page.goto(`${gallery.origin}/#${new URLSearchParams({ ...look.address, screen }).toString()}`);
  await page.locator('h1').waitFor();
  // The lazy parts have come when no placeholder is left.
  await expect(page.locator('[data-loading]')).toHaveCount(0);
  const closed = page.locator('[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}
