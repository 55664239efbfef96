import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import type { OutlookPerson } from '../support/outlook-person';
import { approval, later, pane as words } from '../support/words';
import type { Witness } from '../support/witness';

const TEAMS = 'https://teams.microsoft.com';

interface Way {
  readonly way: 'draft' | 'copy' | 'mail' | 'teams';
  readonly story: string;
  /** Shares, and answers the link as the administrator gets it. */
  readonly share: (mia: OutlookPerson, witness: Witness) => Promise<string>;
}

const WAYS: readonly Way[] = [
  {
    way: 'draft',
    story: 'a message in Outlook',
    share: async (mia) => {
      await mia.pane.presses('action.share-draft');
      await expect(mia.draft().subject()).toHaveValue('Please approve ExtendSync for contoso.example');
      // U22: in the first person, signed; the page behind the link has the rest.
      await expect(mia.draft().body()).toContainText('I would like to use ExtendSync');
      await expect(mia.draft().body()).toContainText('Mia Moreno');
      await expect(mia.draft().body().getByRole('listitem')).toHaveCount(0);
      const link = await mia.draft().link();
      await mia.draft().isSentTo('adele@contoso.example');
      return link;
    },
  },
  {
    way: 'copy',
    story: 'a link on the clipboard',
    share: async (mia) => {
      await mia.pane.presses('action.share-copy');
      await mia.pane.shows('waiting.title');
      return mia.clipboard();
    },
  },
  {
    way: 'mail',
    story: 'their own mail program',
    share: async (mia, witness) => {
      await mia.pane.presses('action.share-mail');
      await expect.poll(() => witness.mails()).toHaveLength(1);
      const mail = new URL(witness.mails()[0] ?? '');
      expect(mail.protocol).toBe('mailto:');
      expect(mail.searchParams.get('subject')).toBe('Please approve ExtendSync for contoso.example');
      return /https:\S+/.exec(mail.searchParams.get('body') ?? '')?.[0] ?? '';
    },
  },
  {
    way: 'teams',
    story: 'Teams',
    share: async (mia, witness) => {
      witness.allowsVisitTo(TEAMS);
      await mia.context.route(`${TEAMS}/**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Teams</title>' }),
      );
      const teams = await mia.opensWindowBy(mia.pane.button(words('action.share-teams')));
      await teams.waitForURL(`${TEAMS}/share?**`);
      const asked = new URL(teams.url()).searchParams;
      expect(asked.get('msgText')).toContain('I would like to use ExtendSync');
      await teams.close();
      await mia.pane.leavesSharing();
      return asked.get('href') ?? '';
    },
  },
];

for (const { way, story, share } of WAYS) {
  test(`Mia asks by ${story}, Adele grants from the link in their own browser, and Mia’s pane turns green untouched`, async ({
    world,
    witness,
    mia,
    adele,
  }) => {
    const pane = await mia.opensPane({ clipboard: way === 'copy' ? 'allowed' : 'blocked' });
    await pane.shows('required.title');
    const shown = await mia.asksForLink();
    const link = await share(mia, witness);
    expect(link).toBe(shown);
    expect(new URL(link).origin).toBe(world.paneOrigin);
    // Its id is made at random: it may spell anything.
    expect(link.replace(/request=[\w-]{22}$/, '')).not.toMatch(/mia|contoso|@|=/i);
    await pane.shows('waiting.title');
    await pane.says(`shared.${way}`);

    await adele.opens(link);
    await adele.sees('approval.invitation.title', { organisation: 'contoso.example' });
    await pane.says('history.opened');
    await adele.goesToMicrosoft();
    expect(witness.greens()).toEqual([]);
    await adele.microsoft.accepts();

    await pane.shows('granted.title');
    await adele.sees('approval.confirmed.title');
    await expect(adele.page.getByText(approval('approval.may-leave'))).toBeVisible();
  });
}

test('beside a pinned pane no message is selected, where Outlook opens no draft: Mia is offered the other ways', async ({
  mia,
}) => {
  const pane = await mia.opensPane({ panel: 'open' });
  const link = await mia.asksForLink();
  await mia.page.getByRole('button', { name: 'Pin ExtendSync' }).click();
  const panel = mia.page.getByRole('complementary', { name: 'Simulation controls' });
  await panel.getByText('This Outlook', { exact: true }).click();
  const selected = panel.getByRole('combobox', { name: 'Open item' });
  await selected.selectOption('none');
  await expect(pane.button(words('action.share-draft'))).toBeHidden();
  await expect(pane.button(words('action.share-mail'))).toBeVisible();
  expect(await mia.seesLink()).toBe(link);
  await selected.selectOption('message-read');
  await pane.presses('action.share-draft');
  await expect(mia.draft().root).toBeVisible();
});

test('Outlook does not give the pane its clipboard, and the link is copied all the same', async ({
  witness,
  mia,
}) => {
  // Chromium notes the refusal in any case; there is no way to ask before that all browsers know.
  witness.expects(/Permissions policy violation: The Clipboard API has been blocked/);
  const pane = await mia.opensPane({ clipboard: 'blocked' });
  const link = await mia.asksForLink();
  await pane.presses('action.share-copy');
  await pane.shows('waiting.title');
  expect(await mia.clipboard()).toBe(link);
});

test('U22: Mia reads the message before they send it: three sentences, the link and their name', async ({
  mia,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.button(later('share.message')).click();
  for (const part of [link, 'I would like to use ExtendSync', 'Mia Moreno'])
    await expect(pane.text(part).first()).toBeVisible();
});

test('U22: the language that Mia chose for the message is still chosen when Mia asks again, after a reload', async ({
  mia,
}) => {
  const pane = await mia.opensPane();
  await mia.asksForLink();
  const language = pane.root.getByRole('combobox', { name: later('share.language') });
  const draft = pane.button(words('action.share-draft'));
  // The German words take their time: a press before they are here writes nothing in another language.
  let letThemCome = (): void => {};
  const wordsMayCome = new Promise<void>((resolve) => {
    letThemCome = resolve;
  });
  await mia.context.route('**/static/later-words-de.*.js', async (route) => {
    await wordsMayCome;
    await route.continue();
  });
  await language.selectOption({ label: 'Deutsch' });
  await expect(draft).toBeDisabled();
  await draft.click({ force: true });
  await expect(language).toHaveValue('de');
  await expect(mia.draft().body()).toBeHidden();
  letThemCome();
  await pane.presses('action.share-draft');
  await expect(mia.draft().body()).toContainText('Ich möchte ExtendSync');
  await pane.shows('waiting.title');
  await mia.reloads();
  await pane.shows('waiting.title');
  await pane.presses('action.share-again');
  await pane.shows('sharing.title');
  await expect(language).toHaveValue('de');
  await pane.presses('action.share-draft');
  await expect(mia.draft().body()).toContainText('Ich möchte ExtendSync');
  await expect(mia.draft().body()).toContainText('Mia Moreno');
});

test('what Mia has shared is still there after a reload, and on their other computer', async ({
  mia,
  adele,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  await mia.reloads();
  await pane.shows('waiting.title');
  await pane.says('shared.draft');

  const miaAtHome = await atOutlook('mia');
  const paneAtHome = await miaAtHome.opensPane();
  await paneAtHome.shows('waiting.title');
  await adele.opens(link);
  await adele.sees('approval.invitation.title', { organisation: 'contoso.example' });
  await pane.says('history.opened');
  await paneAtHome.says('history.opened');
});

test('Mia withdraws their request, and the link says so', async ({ witness, mia, adele }) => {
  witness.expects(/status of 404 .*\/openings\)$/);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  await pane.presses('action.withdraw');
  await pane.shows('required.title');
  await adele.opens(link);
  await adele.sees('approval.gone.title');
});

test('Adele leaves at the choice of accounts: nothing was turned down, and Mia reads it so (U16)', async ({
  mia,
  adele,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.presses('approval.action.continue');
  await adele.microsoft.cancels();
  await adele.sees('approval.returned.left.title');
  await pane.shows('waiting.title.not-approved');
  await pane.says('waiting.lead.left');
  await pane.says('history.left');
});

test('Adele turns the request down, and Mia reads it in the pane', async ({ witness, mia, adele }) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  await adele.microsoft.cancels();
  await adele.sees('approval.returned.denied.title');
  await pane.shows('waiting.title.not-approved');
  await pane.says('waiting.lead.denied');
  await pane.says('history.denied');
  expect(witness.greens()).toEqual([]);
});

test('a grant that takes its time to spread is not called done before Microsoft says so', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  world.entra.directory.setPropagationDelay(4_000, CONTOSO);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  // U1: the pane says the same as the administrator's page, and offers no second approval.
  await pane.shows('arriving.title');
  await expect(pane.button(words('action.approve'))).toHaveCount(0);
  expect(witness.greens()).toEqual([]);
  await pane.shows('granted.title');
  await adele.sees('approval.confirmed.title');
});
