import { expect } from '@playwright/test';
import { test } from '../support/journey';
import { Pane } from '../support/pane';
import { label } from '../support/words';

test('Mia has two panes open: one of them watches for both, and both turn green', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  await mia.hasTime();
  const first = await mia.opensPane();
  await first.shows('required.title');
  const firstPage = mia.page;
  const second = await mia.opensPane();
  await second.shows('required.title');
  const panes = [first, second];
  const asked = (): number => world.entra.log.list().filter(({ family }) => family === 'broker').length;
  const bothAreAnswered = async (): Promise<void> => {
    for (const pane of panes) await expect(pane.root.getByText(label('checks.busy'))).toHaveCount(0);
  };

  // Only who watches has a next time: it stands on one of the two screens.
  await expect
    .poll(async () =>
      (await Promise.all(panes.map((pane) => pane.root.locator('[title^="Next check"]').count()))).join(),
    )
    .toMatch(/^(1,0|0,1)$/);
  const before = asked();
  // One question a round, of one pane: our own API's token is refused, and Graph's is asked for before it is believed.
  for (let round = 1; round <= 4; round += 1) {
    await mia.waits(6);
    await expect.poll(asked).toBe(before + 2 * round);
    await bothAreAnswered();
  }
  expect(asked()).toBe(before + 2 * 4);

  // The watcher goes, and the other one takes over.
  await firstPage.close();
  panes.shift();
  await expect(second.root.locator('[title^="Next check"]')).toBeVisible();
  expect(witness.greens()).toEqual([]);

  const third = await mia.opensPane();
  await third.shows('required.title');
  const link = await mia.asksForLink();
  await third.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await third.shows('granted.title');
  await second.shows('granted.title');
});

test('the pane on another message knows at once what this one has found out', async ({ world, mia }) => {
  const first = await mia.opensPane();
  await first.shows('required.title');
  const firstPage = mia.page;
  const second = await mia.opensPane();
  await second.shows('required.title');
  world.entra.directory.grantForTenant('contoso.example');
  await second.presses('action.check-now');
  await second.shows('granted.title');
  await new Pane(firstPage).shows('granted.title');
});
