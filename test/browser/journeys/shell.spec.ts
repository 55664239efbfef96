import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/journey';

/*
 * What stands in a page before any script runs gives way to the page's own screen without anything moving: whoever reads
 * the first words does not lose the line.
 */

interface Place {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the title, the first sentence and, on a page of its own, the brand stand, to a tenth of a pixel. */
const placesOf = (page: Page, parts: readonly string[]): Promise<readonly Place[]> =>
  page.evaluate(
    (names) =>
      names.map((part) => {
        const element = document.querySelector(part);
        if (!element) throw new Error(`There is no ${part}.`);
        const range = document.createRange();
        range.selectNodeContents(element);
        const { x, y, width, height } = range.getBoundingClientRect();
        const tenth = (px: number): number => Math.round(px * 10) / 10;
        return {
          text: element.textContent.trim().replaceAll(/\s+/g, ' '),
          x: tenth(x),
          y: tenth(y),
          width: tenth(width),
          height: tenth(height),
        };
      }),
    parts,
  );

const PAGES = [
  {
    name: 'the pane',
    path: '/taskpane.html',
    script: /\/static\/screens\.[^/]*\.js$/,
    // Outlook's own title stands above it.
    parts: ['main h1', 'main p'],
  },
  {
    name: 'the approval page',
    path: '/grant.html?request=AAAAAAAAAAAAAAAAAAAAAA',
    script: /\/static\/approval-page\.[^/]*\.js$/,
    parts: ['header span', 'main h1', 'main p'],
  },
] as const;

for (const { name, path, script, parts } of PAGES) {
  for (const width of [320, 800]) {
    test(`${name} stands still when its shell gives way, at ${String(width)} pixels`, async ({
      world,
      adele,
    }) => {
      // What could bring another screen stays away: the first one is what is compared.
      await adele.context.route(/\/api\/|\/office\.js|\/static\/(msal|approval-probe)\./, () => {});
      let letScriptCome = (): void => undefined;
      const scriptMayCome = new Promise<void>((resolve) => {
        letScriptCome = resolve;
      });
      await adele.context.route(script, async (route) => {
        await scriptMayCome;
        await route.continue();
      });
      const page = await adele.profile.newWindow();
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${world.paneOrigin}${path}`, { waitUntil: 'commit' });
      await page.locator('[data-shell="lead"]').waitFor();
      const before = await placesOf(page, parts);
      letScriptCome();
      await page.locator('[data-screen-title]').waitFor();
      expect(await placesOf(page, parts)).toEqual(before);
    });
  }
}

test('a browser whose JavaScript is switched off says that and promises nothing', async ({
  world,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  for (const path of ['/taskpane.html', '/grant.html', '/operators']) {
    await page.goto(`${world.paneOrigin}${path}`);
    await expect(page.getByRole('heading')).toHaveText([
      'ExtendSync needs JavaScript, which is switched off here',
    ]);
    for (const promise of [
      /We are asking Microsoft/,
      /One moment/,
      /This page helps you/,
      /Which organisations/,
    ])
      await expect(page.getByText(promise)).toBeHidden();
    await expect(page.locator('.ring, .bones').filter({ visible: true })).toHaveCount(0);
  }
  await context.close();
});

test('an old browser of Windows, which runs none of our scripts, says that and promises nothing', async ({
  world,
  browser,
}) => {
  // A page's policy names its style by the hash, which the change here does not fit.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    bypassCSP: true,
    ignoreHTTPSErrors: true,
  });
  const page = await context.newPage();
  const tooOld = page.getByText('ExtendSync does not run here');
  const paths = ['/taskpane.html', '/grant.html', '/operators'];
  for (const path of paths) {
    await page.goto(`${world.paneOrigin}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(tooOld).toBeHidden();
  }
  await page.route(/\/(taskpane\.html|grant\.html|operators)$/, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const old = html.replace(/@supports \(display: ?contents\)/, '@supports (display: unknown)');
    expect(old).not.toBe(html);
    await route.fulfill({ response: answer, body: old });
  });
  for (const path of paths) {
    await page.goto(`${world.paneOrigin}${path}`);
    await expect(tooOld).toBeVisible();
    await expect(page.getByText('This is taking longer than usual')).toBeHidden();
    await expect(page.getByRole('heading')).toHaveCount(1);
  }
  await context.close();
});

for (const [theme, system, colour] of [
  ['dark', 'light', 'rgb(41, 41, 41)'],
  ['light', 'dark', 'rgb(255, 255, 255)'],
] as const) {
  test(`Outlook is ${theme} and the system ${system}: from the second opening on the shell looks like Outlook, before any other script`, async ({
    mia,
  }) => {
    const page = (): Locator => mia.pane.root.locator('body');
    await (await mia.opensPane({ theme })).shows('required.title');
    await mia.closesOutlook();
    await mia.context.route(/\/office\.js|\/static\/(?!.*\.css)/, () => {});
    const pane = await mia.opensPane({ theme });
    await mia.page.emulateMedia({ colorScheme: system });
    await pane.shows('checking.title');
    await expect(page()).toHaveCSS('background-color', colour);
  });
}
