import { expect } from '@playwright/test';
import type { Message } from '../../../src/core/pane/message';
import { approvalShellWordsFor } from '../../../src/ui/strings/approval/shell-words';
import { Administrator } from '../support/administrator';
import { CONTOSO, test } from '../support/journey';
import { holdsInEveryLook, holdsInLight, type Shown } from '../support/looks';
import { MicrosoftPage } from '../support/microsoft-page';
import { opensToLookAt, paneOf } from '../support/outlook-looks';
import type { Pane } from '../support/pane';
import { SPEAKERS } from '../support/speakers';
import { later as laterInEnglish, pane as words } from '../support/words';

const ADELE = `adele@${CONTOSO}`;

test.use({ viewport: { width: 1400, height: 1300 } });

/** Arabic turns every screen around, in each look; the others differ in the length of their words alone. */
const holds = (direction: 'ltr' | 'rtl', name: string, shown: Shown): Promise<void> =>
  direction === 'rtl' ? holdsInEveryLook(name, shown) : holdsInLight(name, shown);

/** What a language's script asks of every element on the screen: the values that occur, as the browser computes them. */
const styleOf = (pane: Pane, property: 'letter-spacing' | 'word-break' | 'line-break') =>
  pane
    .frame()
    .evaluate(
      (name) => [
        ...new Set(
          [...document.querySelectorAll('main *')].map((one) => getComputedStyle(one).getPropertyValue(name)),
        ),
      ],
      property,
    );

for (const { locale, words: spoken, later } of SPEAKERS) {
  const { language, direction, say } = spoken;
  const name = (key: Message['key']): string => say({ key, values: {} } as Message);

  test(`Outlook speaks ${locale}, and so does the pane: required, chooser, sharing, help`, async ({
    mia,
  }) => {
    const pane = await opensToLookAt(mia, { language: locale });
    const title = (key: Message['key']) => expect(pane.heading()).toHaveText(name(key));
    await title('required.title');
    const root = pane.root.locator('html');
    await expect(root).toHaveAttribute('lang', language);
    await expect(root).toHaveAttribute('dir', direction);
    expect(await pane.heading().evaluate((heading) => getComputedStyle(heading).direction)).toBe(direction);
    // Joined letters bear no spacing, and Japanese is broken between phrases.
    if (language === 'ar') expect(await styleOf(pane, 'letter-spacing')).toEqual(['normal']);
    if (language === 'ja') {
      expect(await styleOf(pane, 'word-break')).toEqual(['auto-phrase']);
      expect(await styleOf(pane, 'line-break')).toEqual(['strict']);
    }
    await holds(direction, `required.${language}`, paneOf(mia));

    await pane.unfolds(pane.button(name('action.change-situation')));
    await pane.button(name('action.change-situation')).click();
    await title('situation.title');
    await holds(direction, `situation.${language}`, paneOf(mia));
    await pane.button(name('situation.autopilot-everyone')).click();
    await pane.button(name('action.share')).click();
    await title('sharing.title');
    await expect(pane.root.getByRole('textbox', { name: later.tell('share.link') })).toHaveValue(/^https:/);
    await holds(direction, `sharing.${language}`, paneOf(mia));

    await pane.button(name('action.show')).click();
    await title('showing.title');
    await expect(pane.root.getByRole('img', { name: later.tell('showing.code') })).toBeVisible();
    await holds(direction, `showing.${language}`, paneOf(mia));
    await pane.button(name('action.back')).click();
    await title('waiting.title');
    await pane.unfolds(pane.button(name('action.help')));
    await pane.button(name('action.help')).click();
    await title('help.title');
    await expect(
      pane.root.getByRole('heading', { name: later.tell('help.diagnoses'), exact: true }),
    ).toBeVisible();
    await expect(pane.root.locator('[data-now]')).toContainText(name('waiting.title'));
    await holds(direction, `help.${language}`, paneOf(mia));
  });

  test(`Outlook speaks ${locale}: granted, with the steps for a group, the script, access and data`, async ({
    atOutlook,
  }) => {
    const adele = await atOutlook('adele');
    const pane = await opensToLookAt(adele, { language: locale });
    const title = (key: Message['key']) => expect(pane.heading()).toHaveText(name(key));
    await title('required.title');
    await pane.button(name('action.approve')).click();
    const dialog = adele.context.waitForEvent('page');
    await pane.button(name('situation.autopilot-groups')).click();
    const microsoft = await dialog;
    await microsoft.getByRole('button', { name: 'adele@contoso.example' }).click();
    await microsoft.getByRole('button', { name: 'Accept', exact: true }).click();
    await title('granted.title');
    await expect(pane.greenCheck()).toHaveCount(1);
    // Latin letters begin where the reader begins.
    const edge = await pane.root.locator('[data-organisation] bdi').evaluate((latin) => {
      const [heading] = latin.closest('[data-organisation] > div')?.children ?? [];
      const range = document.createRange();
      const edgeOf = (element: Element): DOMRect => {
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      };
      if (!heading) return undefined;
      const [one, other] = [edgeOf(heading), edgeOf(latin)];
      return getComputedStyle(heading).direction === 'rtl' ? one.right - other.right : one.left - other.left;
    });
    expect(Math.abs(edge ?? Number.NaN)).toBeLessThan(2);
    await holds(direction, `granted-groups.${language}`, paneOf(adele));

    await pane.button(name('action.group')).click();
    await title('group.title');
    await pane.root.getByRole('textbox', { name: later.tell('group.name'), exact: true }).fill('Verkäufe');
    await pane.button(later.tell('group.make')).click();
    const script = pane.root.getByRole('group', { name: later.tell('group.script'), exact: true });
    await expect(script).toBeVisible();
    await expect(script).toHaveAttribute('dir', 'ltr');
    await holds(direction, `group.${language}`, paneOf(adele));
    await pane.button(name('action.back')).click();
    await pane.unfolds(pane.button(name('action.manage')));
    await pane.button(name('action.manage')).click();
    await title('manage.title');
    await expect(pane.text(later.tell('manage.revoke-lead'))).toBeVisible();
    await holds(direction, `manage.${language}`, paneOf(adele));
  });
}

test('Outlook speaks a language that the pane does not: English takes its place', async ({ mia }) => {
  const pane = await mia.opensPane({ language: 'fi-FI' });
  await pane.shows('required.title');
  await expect(pane.root.locator('html')).toHaveAttribute('lang', 'en');
});

for (const { locale, words: spoken, later } of SPEAKERS.filter(({ words: { language } }) =>
  ['de', 'ar'].includes(language),
)) {
  test(`Mia’s pane is English, and the message to their administrator is in ${locale}`, async ({
    mia,
    adele,
  }) => {
    const pane = await mia.opensPane();
    const link = await mia.asksForLink();
    await pane.root
      .getByRole('combobox', { name: laterInEnglish('share.language') })
      .selectOption(spoken.language);
    await pane.button(laterInEnglish('share.message')).click();
    const preview = pane.root.locator('[data-preview]');
    await expect(preview).toHaveAttribute('lang', spoken.language);
    await expect(preview).toHaveAttribute('dir', spoken.direction);
    await expect(preview).toContainText(later.request.greeting());
    // The pane itself stays as it was.
    await pane.shows('sharing.title');
    await pane.presses('action.share-draft');
    await expect(mia.draft().subject()).toHaveValue(
      later.request.subject({ organisation: 'contoso.example' }),
    );
    await expect(mia.draft().body()).toContainText(later.request.thanks());
    await expect(mia.draft().body()).not.toContainText('Thank you');
    expect(await mia.draft().link()).toBe(link);
    await adele.grantsFromLink(link);
    await pane.shows('granted.title');
    expect(words('granted.title')).not.toBe(spoken.say({ key: 'granted.title', values: {} }));
  });
}

for (const { locale, words: spoken, approval } of SPEAKERS.filter(({ words: { language } }) =>
  ['de', 'ar'].includes(language),
)) {
  const { language, direction, say } = spoken;
  const name = (key: Message['key']): string => say({ key, values: {} } as Message);

  test(`Adele’s browser is English and Outlook speaks ${locale}: so does the window, back from Microsoft and loaded anew`, async ({
    atOutlook,
  }) => {
    const adele = await atOutlook('adele');
    const pane = await adele.opensPane({ language: locale });
    await pane.button(name('action.approve')).click();
    await expect(pane.heading()).toHaveText(name('situation.title'));
    const opening = adele.context.waitForEvent('page');
    await pane.button(name('situation.autopilot-everyone')).click();
    const microsoft = new MicrosoftPage(await opening);
    const window = new Administrator(ADELE, adele.profile, microsoft.page);
    const speaks = async (): Promise<void> => {
      const title = approval.tell({ key: 'approval.returned.denied.title', values: {} });
      await expect(window.heading()).toHaveText(title);
      await expect(window.page.locator('html')).toHaveAttribute('lang', language);
      await expect(window.page.locator('html')).toHaveAttribute('dir', direction);
    };
    await microsoft.picks(ADELE);
    await microsoft.cancels();
    await speaks();
    await window.page.reload();
    await speaks();
    // While the page's script is on its way, the static shell says so.
    await window.page.route(/\/static\/approval-page\./, () => undefined);
    await window.page.reload({ waitUntil: 'commit' });
    await expect(window.heading()).toHaveText(approvalShellWordsFor(locale)?.title ?? '');
    await expect(window.page.locator('html')).toHaveAttribute('dir', direction);
  });

  test(`Outlook speaks ${locale}: so does the window after a look that was refused, and after the one that confirms`, async ({
    atOutlook,
    plays,
  }) => {
    const adele = await atOutlook('adele');
    const pane = await adele.opensPane({ ...(await plays('look-needs-sign-in')), language: locale });
    await pane.button(name('action.approve')).click();
    await expect(pane.heading()).toHaveText(name('situation.title'));
    const opening = adele.context.waitForEvent('page');
    await pane.button(name('situation.no-autopilot')).click();
    const microsoft = new MicrosoftPage(await opening);
    await microsoft.picks(ADELE);
    await microsoft.accepts();
    await microsoft.page.waitForURL(/looked=sign-in-needed/);
    const window = new Administrator(ADELE, adele.profile, microsoft.page);
    await window.button(approval.tell({ key: 'approval.action.confirm', values: {} })).click();
    await microsoft.picks(ADELE);
    const title = approval.tell({ key: 'approval.confirmed.title', values: {} });
    await expect(window.heading()).toHaveText(title);
  });
}
