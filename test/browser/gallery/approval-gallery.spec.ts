import { test } from '@playwright/test';
import { SAMPLE_SCREENS } from '../../ui/approval/sample-screens';
import { holdsInEvery, openUnfolded, type AddressedLook } from './examine';
import { serveGallery, type Gallery } from './serve-gallery';

/*
 * Every screen of the administrator's page in every look, as the pane's gallery does it. GALLERY_PICTURES
 * names a folder for pictures.
 */

const LOOKS: readonly AddressedLook[] = [
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
    await holdsInEvery(page, LOOKS, {
      screen,
      open: (look) => openUnfolded(page, gallery.origin, screen, look),
      fullPage: true,
    });
  });
}
