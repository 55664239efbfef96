import { expect, type Page } from '@playwright/test';
import { BROWSER_COOKIE } from '../../../src/service/http/browser-cookie';
import { CONTOSO, FABRIKAM, test } from '../support/journey';
import { DEMO } from '../../simulator/entra/demo-seed';

/** The address of Microsoft's next return, as it passes by. */
async function nextReturn(page: Page): Promise<string> {
  const request = await page.waitForRequest((one) => new URL(one.url()).pathname === '/consent/return');
  return request.url();
}

test('somebody makes up a return: the page says that nobody asked for it, and nothing turns green', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane();
  await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  const forged = new URLSearchParams({
    admin_consent: 'True',
    tenant: DEMO.tenants.contoso,
    state: 'eyJhbGciOiJkaXIi.made.up.by.somebody',
  });
  await adele.opens(`${world.paneOrigin}/consent/return?${forged.toString()}`);
  await adele.sees('approval.returned.forged.title');
  await pane.shows('waiting.title');
  expect(witness.greens()).toEqual([]);
});

test('S13: a link that says what became of a visit is quoted, until the service itself sends the browser', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  for (const claim of ['returned=denied', 'returned=accepted&looked=confirmed', 'returned=role-too-small']) {
    await adele.opens(`${link}&${claim}&mark=AAAAAAAAAAAAAAAAAAAAAA`);
    await adele.sees('approval.unasked.sign-in-title');
  }
  // Their tab has been to Microsoft and could be asked there; whoever opened it sends it somewhere else.
  await adele.opens(link);
  await adele.goesToMicrosoft();
  await adele.opens(`${link}&returned=denied`);
  await adele.sees('approval.not-arrived.title');
  await adele.opens(`${world.paneOrigin}/consent/return`);
  await adele.sees('approval.returned.forged.title');
  await adele.opens(`${link}&returned=denied`);
  await adele.sees('approval.not-arrived.title');
  expect(witness.greens()).toEqual([]);
});

test('S19: a stranger’s link takes Mia to Microsoft, where Mia picks their account: the stranger does not hear that Contoso has approved', async ({
  world,
  atBrowser,
}) => {
  world.entra.directory.grantForTenant(CONTOSO);
  const stranger = await atBrowser('stranger');
  await stranger.opens(`${world.paneOrigin}/redirect.html`);
  const requests = `${world.paneOrigin}/api/requests`;
  const made = await stranger.page.request.post(requests, { data: { tenant: CONTOSO } });
  const { id } = (await made.json()) as { id: string };
  const mia = await atBrowser(`mia@${CONTOSO}`);
  await mia.opens(`${world.paneOrigin}/grant.html?mode=dialog&confirm=1&request=${id}`);
  await mia.microsoft.picks(mia.upn);
  await mia.page.waitForURL(/looked=confirmed/);
  const heard = await stranger.page.request.get(`${requests}/${id}/events?waitMs=2000&after=1`, {
    headers: { accept: 'application/json' },
  });
  expect(await heard.json()).toEqual({ events: [] });
});

test('S13: the key of a look that a plain colleague has taken makes no link state anything to Adele', async ({
  world,
  witness,
  mia,
  adele,
  browser,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  const colleague = await browser.newPage({ ignoreHTTPSErrors: true });
  const looked = colleague.waitForRequest((one) => new URL(one.url()).searchParams.has('look'));
  await colleague.goto(
    `${world.paneOrigin}/grant.html?mode=dialog&tenant=contoso.example&confirm=1&situation=autopilot-everyone`,
  );
  await colleague.getByText('mia@contoso.example').first().click();
  await colleague.getByRole('button', { name: 'Accept' }).click();
  const key = new URL((await looked).url()).searchParams.get('look') ?? '';
  expect(key).toMatch(/^[\w-]{22}$/);
  // In Adele's browser the key opens nothing.
  witness.expects(/Failed to load resource: the server responded with a status of 404 .*\/api\/looks\//);
  for (const claim of ['returned=denied', 'returned=role-too-small', 'returned=accepted&looked=incomplete']) {
    await adele.opens(`${link}&${claim}&look=${key}`);
    await adele.sees('approval.unasked.sign-in-title');
  }
  expect(witness.greens()).toEqual([]);
  await colleague.close();
});

for (const query of [
  '',
  '?admin_consent=True',
  '?state=%00&error=<script>',
  '?state=a&state=b&admin_consent=True',
]) {
  test(`garbage comes back ("${query}"): the page stays calm and names the next step`, async ({
    world,
    witness,
    adele,
  }) => {
    await adele.opens(`${world.paneOrigin}/consent/return${query}`);
    await adele.sees('approval.returned.forged.title');
    expect(witness.greens()).toEqual([]);
  });
}

test('a return is used twice: the second time it counts for nothing', async ({ witness, mia, adele }) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  const returning = nextReturn(adele.page);
  await adele.microsoft.cancels();
  const used = await returning;
  await adele.sees('approval.returned.denied.title');
  await adele.opens(used);
  await adele.sees('approval.returned.repeated.title');
  const promised = new URL(used);
  promised.searchParams.delete('error');
  promised.searchParams.delete('error_description');
  promised.searchParams.set('admin_consent', 'True');
  promised.searchParams.set('tenant', DEMO.tenants.contoso);
  await adele.opens(promised.href);
  await adele.sees('approval.returned.repeated.title');
  await pane.shows('waiting.title.not-approved');
  expect(witness.greens()).toEqual([]);
});

test('Mia takes her request back while Adele is at Microsoft, who accepts: Adele reads that it is approved', async ({
  witness,
  mia,
  adele,
}) => {
  // The request itself is gone by then.
  witness.expects(/status of 404 .*\/openings/);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  await pane.presses('action.withdraw');
  await pane.shows('required.title');
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
});

test('Adele takes longer than five minutes: it counts as expired, and one click begins anew', async ({
  world,
  serviceClock,
  spoilsTheService,
  witness,
  mia,
  adele,
}) => {
  spoilsTheService();
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  witness.expects(/Failed to load resource: (the server responded with a status of 502|net::ERR_)/);
  await world.service.stop();
  serviceClock.setAhead(6 * 60_000);
  await world.service.start();
  await adele.microsoft.cancels();
  await adele.sees('approval.returned.expired.title');
  expect(witness.greens()).toEqual([]);
  await adele.presses('approval.action.begin-again');
  await adele.microsoft.picks(adele.upn);
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  await pane.shows('granted.title');
});

test('Adele’s browser loses its cookies on the way: what they approved is found out all the same', async ({
  mia,
  adele,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  await adele.page.context().clearCookies({ name: BROWSER_COOKIE });
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  // Nobody waits for what nobody asked for: the pane hears of it when it asks.
  await pane.presses('action.check-now');
  await pane.shows('granted.title');
});

test('the link goes astray and Bo of Fabrikam accepts: the page says that it was another organisation', async ({
  witness,
  mia,
  atBrowser,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  const bo = await atBrowser(`bo@${FABRIKAM}`);
  await bo.opens(link);
  await bo.presses('approval.action.continue');
  await bo.microsoft.account('adele@contoso.example').waitFor();
  const url = new URL(bo.page.url());
  url.pathname = url.pathname.replace(/^\/[^/]+/, '/organizations');
  await bo.opens(url.href);
  await bo.microsoft.picks(bo.upn);
  await bo.microsoft.accepts();
  await bo.sees('approval.returned.other-tenant.title');
  await pane.shows('waiting.title');
  expect(witness.greens()).toEqual([]);
});

test('a damaged link, and one of a request that is gone, each have their words', async ({
  world,
  witness,
  adele,
}) => {
  witness.expects(/status of 404 .*(\/openings|\/events\?after=0&waitMs=0)\)$/);
  await adele.opens(`${world.paneOrigin}/grant.html?request=not%20an%20id`);
  await adele.sees('approval.damaged.title');
  await adele.opens(`${world.paneOrigin}/grant.html`);
  await adele.sees('approval.lost.title');
  await adele.opens(`${world.paneOrigin}/grant.html?request=AAAAAAAAAAAAAAAAAAAAAA`);
  await adele.sees('approval.gone.title');
});

test('Adele reloads the page after the return, and loses nothing', async ({ mia, adele }) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await adele.sees('approval.confirmed.title');
  await adele.page.reload();
  await adele.sees('approval.confirmed.title');
});
