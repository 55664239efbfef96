import { expect, test } from '@playwright/test';
import { SAMPLE_SCREENS } from '../../ui/approval/sample-screens';
import { draw, holdInEveryLook, unfold, type Look } from './looks';

/* Every screen of the administrator's page in every look. */

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

const gallery = holdInEveryLook({
  entry: './test/browser/gallery/approval-gallery.tsx',
  screens: SAMPLE_SCREENS.keys(),
  looks: LOOKS,
  title: (screen) => `the administrator's screen "${screen}" holds in every look`,
  inSight: unfold,
});

test('on paper stands nothing that speaks of a button, and no title of what is closed', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${gallery.origin()}/`);
  for (const [screen, title] of [
    ['invitation', 'What approving does not do'],
    ['confirmed', 'All 13 permissions granted'],
  ] as const) {
    await draw(page, `screen=${screen}&theme=light`);
    await expect(page.getByText('This button approves nothing yet')).toBeHidden();
    await expect(page.getByText(title)).toBeVisible();
    await expect(page.getByText('How to take it back')).toBeHidden();
  }
});
