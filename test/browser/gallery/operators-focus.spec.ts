import { expect, test, type Locator, type Page } from '@playwright/test';
import { deletedEntry, entryOf } from '../../core/operators/samples';
import { serveGallery, type Gallery } from './serve-gallery';

/*
 * Where the focus goes on the operators' page when what had it goes, and that nothing which stands is hidden from those who
 * do not see.
 */

let gallery: Gallery;
test.beforeAll(async () => {
  // It builds the gallery first, which takes its time on a machine that is busy.
  test.setTimeout(180_000);
  gallery = await serveGallery('./test/browser/gallery/operators-gallery.tsx');
});
test.afterAll(() => gallery.stop());

const EXPIRED = { ok: false, why: 'signed-out' };
const DELETED = { type: 'deletion-answered', answer: { ok: true, value: true } };

interface Way {
  readonly name: string;
  readonly address?: Readonly<Record<string, string>>;
  readonly go: (page: Page) => Promise<void>;
  /** What has the focus afterwards. */
  readonly focus: string;
  /** What stands then, and nobody may be kept from. */
  readonly stands: 'page' | 'panel';
}

const WAYS: readonly Way[] = [
  {
    name: 'the question before a deletion, cancelled',
    go: async (page) => {
      await openFirst(page);
      await press(page, 'Delete their data…');
      await press(page, 'Cancel');
    },
    focus: 'Delete their data…',
    stands: 'panel',
  },
  {
    name: 'the question before a deletion, left by Escape',
    go: async (page) => {
      await openFirst(page);
      await press(page, 'Delete their data…');
      await page.keyboard.press('Escape');
    },
    focus: 'Delete their data…',
    stands: 'panel',
  },
  {
    name: 'the question after a deletion that failed',
    go: async (page) => {
      await openFirst(page);
      await press(page, 'Delete their data…');
      await press(page, 'Delete the data');
      await answer(page, { type: 'deletion-answered', answer: { ok: false, why: 'unreachable' } });
      await page.keyboard.press('Escape');
    },
    focus: 'Delete their data…',
    stands: 'panel',
  },
  {
    name: 'the panel',
    go: async (page) => {
      await openFirst(page);
      await page.keyboard.press('Escape');
    },
    focus: 'Adatum',
    stands: 'page',
  },
  {
    name: 'the panel of one that was deleted',
    go: async (page) => {
      await openFirst(page);
      await press(page, 'Delete their data…');
      await press(page, 'Delete the data');
      await answer(page, DELETED);
    },
    focus: 'Bellows College',
    stands: 'page',
  },
  {
    name: 'the panel of the last one, deleted',
    address: { count: '1' },
    go: async (page) => {
      await openFirst(page);
      await press(page, 'Delete their data…');
      await press(page, 'Delete the data');
      await answer(page, DELETED);
    },
    focus: 'Organisations',
    stands: 'page',
  },
  {
    name: 'the panel, as the session has ended',
    go: async (page) => {
      await openFirst(page);
      await press(page, 'Check again');
      await answer(page, { type: 'check-answered', answer: EXPIRED });
    },
    focus: 'Organisations',
    stands: 'page',
  },
  {
    name: 'what can be done about one that a colleague has deleted meanwhile',
    go: async (page) => {
      await openFirst(page);
      await press(page, 'Check again');
      await answer(page, {
        type: 'check-answered',
        answer: { ok: true, value: { tenant: deletedEntry(0) } },
      });
    },
    focus: 'Deleted at its own request',
    stands: 'panel',
  },
  {
    name: 'the form that enters an organisation',
    go: async (page) => {
      await press(page, 'Enter an organisation');
      await page.keyboard.press('Escape');
    },
    focus: 'Enter an organisation',
    stands: 'page',
  },
  {
    name: 'the panel that the form has opened',
    go: async (page) => {
      await press(page, 'Enter an organisation');
      await page.getByLabel('Tenant id').fill(entryOf(4).tenantId);
      await page.keyboard.press('Enter');
      await answer(page, { type: 'check-answered', answer: { ok: true, value: { tenant: entryOf(4) } } });
      await expect(page.getByLabel('Details of the organisation')).toBeVisible();
      await page.keyboard.press('Escape');
    },
    focus: 'Organisations',
    stands: 'page',
  },
  {
    name: 'the numbers by day',
    go: async (page) => {
      await press(page, 'Show the numbers by day');
      await page.keyboard.press('Escape');
    },
    focus: 'Show the numbers by day',
    stands: 'page',
  },
  {
    name: 'the list, as the account turns out to lack the role',
    go: async (page) => {
      await page.locator('[data-row="0"]').focus();
      await page.getByLabel('Sort by').selectOption('-seen');
      await answer(page, { type: 'page-answered', answer: { ok: false, why: 'not-operator' } });
    },
    focus: 'This account is not allowed to see the organisations',
    stands: 'page',
  },
  {
    name: 'what was told, dismissed',
    address: { screen: 'filtered' },
    go: (page) => pressOn(page, page.getByRole('button', { name: 'Dismiss' })),
    focus: 'Granted',
    stands: 'page',
  },
  {
    name: 'the filters, cleared',
    address: { screen: 'filtered' },
    go: (page) => press(page, 'Clear filters'),
    focus: 'Organisation',
    stands: 'page',
  },
  {
    name: 'the filters that nothing fits, cleared',
    address: { screen: 'no-match' },
    go: (page) => pressOn(page, page.getByRole('button', { name: 'Clear filters' }).last()),
    focus: 'Organisations',
    stands: 'page',
  },
  {
    name: 'the list that could not be read, tried again',
    address: { screen: 'failed' },
    go: (page) => pressOn(page, page.getByRole('button', { name: 'Try again' }).last()),
    focus: 'Organisations',
    stands: 'page',
  },
  {
    name: 'the rest of the list, tried again',
    address: { screen: 'filtered' },
    go: (page) => press(page, 'Try again'),
    focus: 'Margie’s Travel 3',
    stands: 'page',
  },
  {
    name: 'the history, tried again',
    go: async (page) => {
      await openFirst(page);
      await answer(page, { type: 'tenant-answered', answer: { ok: false, why: 'unreachable' } });
      await press(page, 'Try again');
    },
    focus: 'Adatum',
    stands: 'panel',
  },
];

for (const { name, address = { screen: 'list' }, go, focus, stands } of WAYS)
  test(`${name}: the focus goes to "${focus}", and nothing that stands is hidden`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const hand of ['keyboard', 'mouse'] as const)
      await test.step(hand, async () => {
        // Another document: who has navigated by what is forgotten with the one before.
        await page.goto('about:blank');
        await page.goto(`${gallery.origin}/#${new URLSearchParams(address).toString()}`);
        await page.locator('h1').waitFor();
        hands.set(page, hand);
        await go(page);
        await expect(page.locator(':focus')).toContainText(focus);
        // By roles, only what is hidden from nobody is found. It is worked out a moment after a dialog has come or gone.
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(stands === 'page' ? 1 : 0);
        await expect(panelOf(page)).toHaveCount(stands === 'page' ? 0 : 1);
        await expect(page.getByRole('alertdialog')).toHaveCount(0);
      });
  });

test('what came of a check is said by a region that stood in the panel before, and took no room', async ({
  page,
}) => {
  await page.goto(`${gallery.origin}/#screen=list`);
  await openFirst(page);
  // By roles, only what is hidden from nobody is found.
  const region = panelOf(page).getByRole('status').first();
  await expect(panelOf(page).getByRole('status')).toHaveCount(2);
  await expect(region).toBeEmpty();
  const gap = (await region.boundingBox())!.y - (await buttonsOf(page).boundingBox())!.y;
  expect(gap).toBe((await buttonsOf(page).boundingBox())!.height);
  await press(page, 'Check again');
  await answer(page, { type: 'check-answered', answer: { ok: false, why: 'unreachable' } });
  await expect(region).toHaveText('The service could not be reached.');
});

const hands = new WeakMap<Page, 'keyboard' | 'mouse'>();
const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Details of the organisation' });

const buttonsOf = (page: Page): Locator =>
  page.getByRole('button', { name: 'Check again' }).locator('xpath=..');

/** Presses what has that name, with the hand that the test is about. */
async function press(page: Page, name: string): Promise<void> {
  await pressOn(page, page.getByRole('button', { name, exact: true }));
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  if (hands.get(page) === 'mouse') return target.click();
  await target.focus();
  await page.keyboard.press('Enter');
}

async function openFirst(page: Page): Promise<void> {
  await pressOn(page, page.locator('[data-row="0"]'));
  await expect(panelOf(page)).toBeVisible();
}

/** Answers the last question, as the service would. */
async function answer(page: Page, detail: object): Promise<void> {
  await page.evaluate((told) => window.dispatchEvent(new CustomEvent('answered', { detail: told })), detail);
}
