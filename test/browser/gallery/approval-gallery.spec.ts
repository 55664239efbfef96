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

test('an answer that can no longer be given looks under the pointer as it does without it', async ({
  page,
}) => {
  await page.goto(`${gallery.origin()}/`);
  const hovered = async (screen: string): Promise<readonly string[]> => {
    await draw(page, `screen=${screen}&theme=light`);
    await page.mouse.move(0, 0);
    const answer = page.locator('label:has([data-answer])').first();
    const look = () =>
      answer.evaluate((label) => {
        const { borderColor, cursor } = getComputedStyle(label);
        return `${borderColor} ${cursor}`;
      });
    const before = await look();
    await answer.hover();
    return [before, await look()];
  };
  const [free, pointedAt] = await hovered('invitation');
  expect(pointedAt).toContain('pointer');
  expect(pointedAt).not.toBe(free);
  const [off, offPointedAt] = await hovered('invitation-leaving');
  expect(offPointedAt).toContain('default');
  expect(offPointedAt).toBe(off);
});
