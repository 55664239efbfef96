import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { pane as words } from '../support/words';

/** What Chromium itself writes about requests to a service that is away. */
const AWAY = /Failed to load resource: (the server responded with a status of 50[234]|net::ERR_)/;

test('the service is away: the pane says what it can prove, no more, and recovers by itself', async ({
  world,
  plays,
  witness,
  mia,
}) => {
  witness.expects(AWAY);
  // Mia has had the pane open before: pages and files come from what stands before the service.
  await (await mia.opensPane(await plays('granted'))).shows('granted.title');
  await mia.closesOutlook();
  await world.service.stop();
  await mia.hasTime();
  const pane = await mia.opensPane();
  await pane.shows('personal.title.unproven');
  await pane.says('personal.lead.service-away');
  await world.service.start();
  await mia.waits(10);
  await pane.shows('granted.title');
});

test('the service is away and nobody has consented: Mia shares a link straight to Microsoft, and it does the same', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  witness.expects(AWAY);
  const before = await mia.opensPane();
  await before.shows('required.title');
  await adele.opens(`${world.paneOrigin}/grant.html`);
  await adele.sees('approval.lost.title');
  await mia.closesOutlook();
  await world.service.stop();
  await mia.hasTime();
  const pane = await mia.opensPane();
  await pane.shows('required.title');
  const link = await mia.asksForLink();
  await pane.says('sharing.lead.straight');
  expect(new URL(link).origin).toBe(world.entra.origin);
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  await adele.opens(link);
  await adele.microsoft.picks(adele.upn);
  await adele.microsoft.accepts();
  await expect(adele.heading()).toHaveText(/./);
  await mia.waits(6);
  await pane.shows('personal.title.unproven');
  await world.service.start();
  await pane.presses('action.check-now');
  await pane.shows('granted.title');
});

for (const how of ['restart', 'kill'] as const) {
  test(`the service ${how === 'kill' ? 'crashes and comes back' : 'is restarted'} while a request waits: nothing is lost, and the pane turns green untouched`, async ({
    world,
    witness,
    mia,
    adele,
  }) => {
    witness.expects(AWAY);
    const pane = await mia.opensPane();
    const link = await mia.asksForLink();
    await pane.presses('action.share-draft');
    await pane.shows('waiting.title');
    await adele.opens(link);
    await adele.goesToMicrosoft();
    if (how === 'kill') {
      await world.service.kill();
      await world.service.start();
    } else await world.service.restart();
    await adele.microsoft.accepts();
    await adele.sees('approval.confirmed.title');
    // The pane's stream comes back at its own pace, which a busy machine stretches.
    await expect(pane.heading()).toHaveText(words('granted.title'), { timeout: 25_000 });
    await pane.shows('granted.title');
  });
}

test('U8: the service goes away after the check was green: what was proved stays, with its time, and nobody pretends', async ({
  world,
  plays,
  witness,
  mia,
}) => {
  witness.expects(AWAY);
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  await world.service.stop();
  await pane.presses('action.check-now');
  await pane.says('notice.not-renewed');
  await pane.shows('granted.title');
  await expect(pane.button(words('action.approve'))).toHaveCount(0);
  await world.service.start();
  await pane.presses('action.check-now');
  await expect(pane.text(words('notice.not-renewed'))).toHaveCount(0);
  await pane.shows('granted.title');
  expect(world.entra.directory.findTenant(CONTOSO)).toBeDefined();
  await expect(pane.button(words('action.approve'))).toHaveCount(0);
});
