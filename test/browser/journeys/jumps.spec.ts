import { expect } from '@playwright/test';
import { test } from '../support/journey';
import { layoutShiftOf } from '../support/layout-shift';
import type { Pane } from '../support/pane';

// A tenth is good for a page (https://web.dev/articles/cls). A pane is small, and is looked at while it answers.
const NO_JUMP = 0.02;

/** How far the pane has jumped by now, with all that is fetched after the verdict. */
async function jumped(pane: Pane): Promise<number> {
  await expect(pane.root.locator('[data-status-line]')).toBeVisible();
  await expect(pane.root.locator('[data-loading]')).toHaveCount(0);
  return layoutShiftOf(pane);
}

test('U18: the pane opens on a granted organisation without a jump', async ({ plays, mia }) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  expect(await jumped(pane)).toBeLessThan(NO_JUMP);
});

test('U18: the pane opens where one approval is needed without a jump', async ({ plays, mia }) => {
  const pane = await mia.opensPane(await plays('not-asked'));
  await pane.shows('required.title');
  expect(await jumped(pane)).toBeLessThan(NO_JUMP);
});

test('U18, U19: the pane opens on a partial grant without a jump, and what is missing is in sight', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('partial'));
  await pane.shows('partial.title', { missing: 2 });
  await expect(pane.root.locator('[data-permission]').first()).toHaveAttribute('data-state', 'missing');
  expect(await jumped(pane)).toBeLessThan(NO_JUMP);
  expect(
    await pane.root
      .locator('[data-permission]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['state'] ?? '')),
  ).toEqual(['missing', 'missing', ...Array<string>(8).fill('granted')]);
});
