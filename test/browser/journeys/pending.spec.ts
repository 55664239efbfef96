import { expect, type Locator, type Page } from '@playwright/test';
import { encode } from 'uqr';
import { MEMORY_KEYS } from '../../../src/core/pane/memory';
import { CONTOSO, test } from '../support/journey';
import { holdsInEveryLook } from '../support/looks';
import { opensToLookAt, paneOf } from '../support/outlook-looks';
import type { Pane } from '../support/pane';
import { approval, approvalLabel, later, pane as words } from '../support/words';

const MIA = `mia@${CONTOSO}`;

/** The drawn code, module by module, as the browser fills its path: true is dark. */
const modulesOf = (code: Locator): Promise<readonly (readonly boolean[])[]> =>
  code.evaluate((svg) => {
    const side = (svg as SVGSVGElement).viewBox.baseVal.width;
    const dark = svg.querySelector('path');
    const point = (svg as SVGSVGElement).createSVGPoint();
    return Array.from({ length: side }, (_row, y) =>
      Array.from({ length: side }, (_column, x) => {
        point.x = x + 0.5;
        point.y = y + 0.5;
        return dark?.isPointInFill(point) === true;
      }),
    );
  });

const noteOf = (pane: Pane) => pane.root.getByRole('textbox', { name: later('pending.with-whom') });

/** What the history says, line by line. */
const story = (told: Pane, within = told.pending()) =>
  within.getByRole('listitem').evaluateAll((items) => items.map((item) => item.firstChild?.textContent));

test('Mia notes whom they asked, closes Outlook, and reads it again there and at their other computer', async ({
  mia,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  await noteOf(pane).fill('  Adele from\tIT  ');
  await noteOf(pane).press('Enter');
  await expect(pane.pending().getByText(later('pending.noted'))).toBeVisible();
  await expect(noteOf(pane)).toHaveValue('Adele from IT');
  await mia.closesOutlook();
  const again = await mia.opensPane();
  await again.shows('waiting.title');
  await expect(noteOf(again)).toHaveValue('Adele from IT');

  const miaAtHome = await atOutlook('mia');
  const atHome = await miaAtHome.opensPane();
  await atHome.shows('waiting.title');
  await atHome.says('shared.draft');
  await expect(noteOf(atHome)).toHaveValue('Adele from IT');
  await noteOf(atHome).fill('');
  await noteOf(atHome).press('Enter');
  await mia.reloads();
  await expect(noteOf(again)).toHaveValue('');
  // The same request is shared again, not a second one made.
  await again.presses('action.share-again');
  await expect(again.root.getByRole('textbox', { name: later('share.link') })).toHaveValue(link);
});

test('Adele accepts while Mia writes down whom they asked: the name is kept, and Mia writes on', async ({
  mia,
  adele,
  world,
}) => {
  world.entra.directory.setPropagationDelay(4_000, CONTOSO);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await noteOf(pane).pressSequentially('Pri');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  await adele.microsoft.accepts();
  await pane.shows('arriving.title');
  await mia.page.keyboard.type('ya');
  await expect(noteOf(pane)).toBeFocused();
  await expect(noteOf(pane)).toHaveValue('Priya');
  await pane.shows('granted.title');
  // What takes the focus instead stands in sight from the top of its screen.
  await expect(pane.heading()).toBeFocused();
  await expect(pane.greenCheck()).toBeInViewport({ ratio: 1 });
  await pane.button(later('pending.story')).click();
  await pane.root.getByText(later('pending.asked', { withWhom: 'Priya' })).waitFor();
});

test('the note is no place for a novel, and what looks like markup stays text', async ({ mia }) => {
  const pane = await mia.opensPane();
  await mia.asksForLink();
  await pane.presses('action.share-draft');
  await noteOf(pane).fill('<img src=x onerror=alert(1)>' + 'x'.repeat(200));
  await noteOf(pane).press('Enter');
  await mia.reloads();
  await pane.shows('waiting.title');
  await expect(noteOf(pane)).toHaveValue(/^<img src=x onerror=alert\(1\)>x{72}$/);
});

test('the request tells its story: shared, opened, turned down, come back, granted', async ({
  mia,
  adele,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await noteOf(pane).fill('Adele');
  await noteOf(pane).press('Enter');
  expect(await story(pane)).toEqual([words('shared.draft')]);
  await expect(pane.pending().getByText(/^The link works until /)).toBeVisible();

  await adele.opens(link);
  await pane.says('history.opened');
  await adele.goesToMicrosoft();
  await adele.microsoft.cancels();
  await adele.sees('approval.returned.denied.title');
  await pane.says('history.denied');
  await pane.says('waiting.lead.denied');
  const soFar = [words('shared.draft'), words('history.opened'), words('history.denied')];
  await expect.poll(() => story(pane)).toEqual(soFar);
  // Another computer is told the whole story, too.
  const atHome = await (await atOutlook('mia')).opensPane();
  await atHome.shows('waiting.title.not-approved');
  await expect.poll(() => story(atHome)).toEqual(soFar);

  await adele.presses('approval.action.begin-again');
  await adele.microsoft.picks(adele.upn);
  await adele.microsoft.accepts();
  await pane.shows('granted.title');
  await pane.button(later('pending.story')).click();
  await pane.root.getByText(later('pending.asked', { withWhom: 'Adele' })).waitFor();
  const whole = await story(pane, pane.root.getByRole('main'));
  expect(whole).toEqual(
    expect.arrayContaining([...soFar, words('history.returned'), words('history.granted')]),
  );
  await atHome.shows('granted.title');
});

test('U11: after a day Mia is reminded, and one press opens a short reminder with the same link', async ({
  mia,
}) => {
  await mia.hasTime();
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  await noteOf(pane).fill('Adele');
  await noteOf(pane).press('Enter');
  await mia.waits(23 * 60);
  await expect(pane.button(later('action.remind'))).toHaveCount(0);
  await mia.waits(61);
  await pane.says('notice.reminder', { withWhom: 'Adele' });
  await pane.button(later('action.remind')).click();
  await expect(mia.draft().subject()).toHaveValue(/^Reminder: /);
  expect(await mia.draft().link()).toBe(link);
  await pane.shows('waiting.title');
  // The first message stays in the history.
  expect(await story(pane)).toEqual(
    expect.arrayContaining([words('shared.draft'), later('shared.reminder')]),
  );
  await expect(pane.button(later('action.remind'))).toHaveCount(0);
});

test('S22: another program has put a link of its own into Mia’s mailbox: what Mia passes on leads to our page', async ({
  world,
  mia,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  const { [MEMORY_KEYS.request]: kept = '', ...others } = world.mailboxes.settingsOf(MIA);
  const request = JSON.parse(kept) as { readonly link: string };
  expect(request.link).toBe(link);
  const stranger = JSON.stringify({ ...request, link: 'https://evil.example/approve' });
  world.mailboxes.save(MIA, { ...others, [MEMORY_KEYS.request]: stranger });

  const elsewhere = await atOutlook('mia');
  const second = await elsewhere.opensPane();
  await second.shows('waiting.title');
  await second.presses('action.share-again');
  expect(await elsewhere.seesLink()).toBe(link);
});

test('Mia withdraws at one computer, and the request is gone at the other, and for Adele', async ({
  mia,
  adele,
  atOutlook,
  witness,
}) => {
  witness.expects(/status of 404 .*\/(openings|events)/);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  const atHome = await (await atOutlook('mia')).opensPane();
  await atHome.shows('waiting.title');
  await pane.presses('action.withdraw');
  await pane.shows('required.title');
  await atHome.shows('required.title');
  await adele.opens(link);
  await adele.sees('approval.gone.title');
});

test('Mia shows the link on the screen: a code for a phone, and the same link to read out', async ({
  mia,
  adele,
  atBrowser,
}) => {
  const pane = await opensToLookAt(mia, { clipboard: 'allowed' });
  await pane.shows('required.title');
  const link = await mia.asksForLink();
  await pane.presses('action.show');
  await pane.shows('showing.title');
  const code = pane.root.getByRole('img', { name: later('showing.code') });
  await expect(code).toBeVisible();
  const { width = 0, height = 0 } = (await code.boundingBox()) ?? {};
  expect(Math.min(width, height), 'a camera finds it').toBeGreaterThanOrEqual(200);
  expect(await modulesOf(code)).toEqual(encode(link, { ecc: 'M', border: 4 }).data);
  const typed = pane.root.locator('[data-link]');
  await expect(typed).toHaveText(link);
  expect(
    Number.parseFloat(await typed.evaluate((one) => getComputedStyle(one).fontSize)),
  ).toBeGreaterThanOrEqual(20);
  await expect(pane.text(later('showing.phone.accept'))).toBeVisible();
  await pane.button(later('showing.copy')).click();
  await pane.says('handed-over.copy');
  expect(await mia.clipboard()).toBe(link);
  await holdsInEveryLook('showing', paneOf(mia));

  // The phone: another browser that has nothing but the link.
  const phone = await atBrowser(adele.upn);
  await phone.grantsFromLink(link);
  // Nobody touches the pane: what was shown on the screen is waited for like what was sent.
  await pane.shows('granted.title');
});

test('Adele reads who asks for what and how to undo it, approves, and keeps the receipt', async ({
  mia,
  adele,
  world,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.paneOrigin });
  await adele.opens(link);
  await adele.sees('approval.invitation.title', { organisation: 'contoso.example' });
  const tenant = world.entra.directory.findTenant(CONTOSO)?.id ?? '';
  const page: Page = adele.page;
  for (const part of [tenant, world.clientId, 'ExtendSync', 'Directory.Read.All'])
    await expect(page.getByText(part).first()).toBeVisible();
  for (const part of [
    'approval.not-done.passwords',
    'approval.not-done.other-apps',
    'approval.not-done.no-sending',
    'approval.not-done.not-here',
  ] as const)
    await expect(page.getByText(approval(part))).toBeVisible();
  await expect(page.locator('[data-asked]')).toHaveCount(13);
  await adele.button(approval('approval.revoke.title')).click();
  await expect(page.getByText(approval('approval.revoke.where'))).toBeVisible();

  await adele.goesToMicrosoft();
  world.entra.directory.setPropagationDelay(2_500, CONTOSO);
  await adele.microsoft.accepts();
  // It verifies before it is green.
  await expect(adele.heading()).toHaveText(
    new RegExp(`^(${approval('approval.confirming.title')}|${approval('approval.spreading.title')})$`),
  );
  await expect(adele.greenCheck()).toHaveCount(0);
  await adele.sees('approval.confirmed.title');
  await adele.presses('approval.action.copy-receipt');
  await expect(page.getByText(approval('approval.notice.copied')).first()).toBeVisible();
  const receipt = await page.evaluate(() => navigator.clipboard.readText());
  // U23: in words, and not by the name of a check.
  const how = approvalLabel('receipt.check-words');
  for (const part of ['Contoso', tenant, world.clientId, how, 'Directory.Read.All'])
    expect(receipt).toContain(part);
  expect(receipt).toMatch(/^Confirmed: \w+ \d+, \d{4}/m);
  expect(receipt).not.toMatch(/@|eyJ|request=/);
  expect(receipt.match(/^- /gm)).toHaveLength(13);

  // On paper stand the green check, the organisation and the permissions, and no button but a section's title.
  const printing = page.evaluate(
    () =>
      new Promise<void>((resolve) => window.addEventListener('beforeprint', () => resolve(), { once: true })),
  );
  await adele.presses('approval.action.print');
  await printing;
  await page.emulateMedia({ media: 'print' });
  await expect(adele.greenCheck()).toBeVisible();
  for (const part of ['Contoso', tenant, world.clientId, 'Directory.Read.All'])
    await expect(page.getByText(part, { exact: true }).first()).toBeVisible();
  await expect(page.locator('button:not([aria-expanded])').filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await pane.shows('granted.title');
});
