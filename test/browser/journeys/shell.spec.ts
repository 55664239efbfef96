import { expect, type Page } from '@playwright/test';
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
