import { expect } from '@playwright/test';
import { test } from '../support/journey';
import { later, pane as words } from '../support/words';

/** What Chromium itself writes about a request that did not succeed. */
const FAILED = /Failed to load resource: (the server responded with a status of (429|5\d\d)|net::ERR_)/;

test('Mia goes offline and comes back: what was known stays on the screen, Help is there, and the pane goes on by itself', async ({
  witness,
  mia,
  adele,
}) => {
  witness.expects(FAILED);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  await mia.goesOffline();
  await pane.says('notice.offline');
  await pane.shows('waiting.title');
  await pane.unfolds(pane.button(words('action.help')));
  await pane.presses('action.help');
  await pane.shows('help.title');
  await expect(pane.root.getByRole('heading', { name: later('help.diagnoses'), exact: true })).toBeVisible();
  await pane.presses('action.back');
  await pane.shows('waiting.title');
  await adele.grantsFromLink(link);
  await adele.sees('approval.confirmed.title');
  await expect(pane.greenCheck()).toHaveCount(0);
  await mia.comesBackOnline();
  await pane.shows('granted.title');
});

test('Mia opens the pane while Microsoft throttles: it is not known, not required, and green when Microsoft answers again', async ({
  plays,
  world,
  witness,
  mia,
}) => {
  witness.expects(FAILED);
  await mia.hasTime();
  const pane = await mia.opensPane(await plays('throttled'));
  await pane.shows('unknown.title');
  // Outlook's broker says only that it is for a time.
  await pane.says('cause.microsoft-unavailable');
  await pane.says('unknown.never-confirmed');
  await expect(pane.root.locator('[title^="Next check"]')).toBeVisible();
  expect(witness.greens()).toEqual([]);
  world.entra.directory.clearFaults();
  await mia.waits(0, 40);
  await pane.shows('granted.title');
});

test('Microsoft asks the service to wait 20 seconds: the pane says so, asks nobody until then, and then is green', async ({
  plays,
  world,
  witness,
  mia,
  spoilsTheService,
}) => {
  witness.expects(FAILED);
  spoilsTheService();
  await plays('granted');
  world.entra.directory.injectFault({
    families: ['token'],
    trouble: { kind: 'throttle', retryAfterSeconds: 20 },
  });
  await mia.hasTime();
  const pane = await mia.opensPane();
  await pane.shows('unknown.title');
  await pane.says('cause.throttled');
  const asked = (): number => world.entra.log.list().filter(({ family }) => family === 'broker').length;
  const before = asked();
  world.entra.directory.clearFaults();
  await mia.waits(0, 10);
  await expect(pane.root.locator('[title^="Next check"]')).toBeVisible();
  expect(asked()).toBe(before);
  expect(witness.greens()).toEqual([]);
});

const ILL = [
  { scenario: 'microsoft-down', cause: 'cause.microsoft-unavailable' },
  { scenario: 'garbage', cause: 'cause.microsoft-unavailable' },
  { scenario: 'loop-detected', cause: 'cause.loop-detected' },
  { scenario: 'unforeseen', cause: 'cause.unrecognised' },
] as const;

for (const { scenario, cause } of ILL) {
  test(`Microsoft is unavailable (${scenario}): the pane does not guess, and is green when Microsoft answers again`, async ({
    plays,
    world,
    witness,
    mia,
  }) => {
    witness.expects(FAILED);
    await mia.hasTime();
    const pane = await mia.opensPane(await plays(scenario));
    await pane.shows('unknown.title');
    await pane.says(cause);
    expect(witness.greens()).toEqual([]);
    world.entra.directory.clearFaults();
    await mia.waits(6);
    await pane.shows('granted.title');
  });
}

test('U8: Microsoft becomes unavailable after the check was green: what was proved stays, and the pane says that it could not be renewed', async ({
  plays,
  world,
  witness,
  mia,
}) => {
  witness.expects(FAILED);
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  world.entra.directory.injectFault({ trouble: { kind: 'server-error', status: 503 } });
  await pane.presses('action.check-now');
  await pane.says('notice.not-renewed');
  await pane.shows('granted.title');
  await expect(pane.button(words('action.approve'))).toHaveCount(0);
  world.entra.directory.clearFaults();
  await pane.presses('action.check-now');
  await expect(pane.text(words('notice.not-renewed'))).toHaveCount(0);
  await pane.shows('granted.title');
});

test('a slow Microsoft keeps nobody in front of a screen without words', async ({ plays, world, mia }) => {
  await plays('granted');
  world.entra.directory.injectFault({ families: ['broker'], trouble: { kind: 'latency', delayMs: 3_000 } });
  const pane = await mia.opensPane();
  await expect(pane.root.getByText(words('checking.title')).first()).toBeVisible();
  await pane.shows('granted.title');
});
