import { expect, type Locator } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { layoutShiftOf } from '../support/layout-shift';

const HELD_MS = 60_000;

/** Where something stands, and what it says. */
const lookOf = async (card: Locator) => ({ box: await card.boundingBox(), text: await card.innerText() });

test('15.3: a warm pane shows what was confirmed last, gives way to green without a jump, and never shows what was withdrawn', async ({
  plays,
  world,
  mia,
}) => {
  const options = await plays('granted');
  const holdsMicrosoftBack = (): void => {
    world.entra.directory.injectFault({
      families: ['broker'],
      trouble: { kind: 'latency', delayMs: HELD_MS },
    });
  };
  const letsMicrosoftAnswer = (): void => {
    world.entra.directory.clearFaults();
    world.putForward(HELD_MS);
  };
  await (await mia.opensPane(options)).shows('granted.title');
  await mia.closesOutlook();

  holdsMicrosoftBack();
  let letScreensCome = (): void => undefined;
  const screensMayCome = new Promise<void>((resolve) => {
    letScreensCome = resolve;
  });
  await mia.context.route(/\/static\/screens\.[^/]*\.js$/, async (route) => {
    await screensMayCome;
    await route.continue();
  });
  const pane = await mia.opensPane(options);
  const lastState = pane.root.locator('[data-last-state]');
  const present = pane.greenCheck().or(pane.root.getByRole('button'));
  await test.step('the page itself shows it, as the past', async () => {
    await expect(lastState).toHaveText(/contoso\.example\s*Approved, last confirmed: \d+:\d\d/);
    await pane.shows('checking.title');
    await expect(present).toHaveCount(0);
  });
  await test.step('the first screen shows the same in the same place', async () => {
    const early = await lookOf(lastState);
    letScreensCome();
    await expect(pane.root.locator('[data-screen-title]')).toHaveText(await pane.heading().innerText());
    expect(await lookOf(lastState)).toEqual(early);
    await expect(present).toHaveCount(0);
  });
  await test.step('green takes its place, and nothing jumps', async () => {
    letsMicrosoftAnswer();
    await pane.shows('granted.title');
    await expect(lastState).toHaveCount(0);
    expect(await layoutShiftOf(pane)).toBeLessThan(0.02);
  });
  await test.step('what was seen withdrawn is not shown again', async () => {
    world.entra.directory.revokeForTenant(CONTOSO);
    // What the service has read of a grant counts for a minute.
    world.putForward(61_000);
    await pane.presses('action.check-now');
    await pane.shows('required.title.was-granted');
    await mia.closesOutlook();
    holdsMicrosoftBack();
    const again = await mia.opensPane(options);
    await again.root.locator('[data-screen-title]').waitFor();
    await again.shows('checking.title');
    await expect(again.root.locator('[data-last-state]')).toHaveCount(0);
    letsMicrosoftAnswer();
    await again.shows('required.title.was-granted');
  });
});
