import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey';

/*
 * What stands in a page before any script runs gives way to the page's own screen without anything moving: whoever reads
 * the first words does not lose the line.
 */

const PARTS = ['header span', 'main h1', 'main p'] as const;

interface Place {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the brand, the title and the first sentence stand, to a tenth of a pixel. */
const placesOf = (page: Page): Promise<readonly Place[]> =>
  page.evaluate(
    (parts) =>
      parts.map((part) => {
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
    PARTS,
  );

const PAGES = [
  { name: 'the pane', path: '/taskpane.html', face: /\/static\/screens\.[^/]*\.js$/ },
  {
    name: 'the grant page',
    path: '/grant.html?request=AAAAAAAAAAAAAAAAAAAAAA',
    face: /\/static\/grant-page\.[^/]*\.js$/,
  },
] as const;

for (const { name, path, face } of PAGES) {
  for (const width of [320, 800]) {
    test(`${name} stands still when its shell gives way, at ${String(width)} pixels`, async ({
      world,
      adele,
    }) => {
      // What could bring another screen stays away: the first one is what is compared.
      await adele.context.route(/\/api\/|\/office\.js|\/static\/(msal|grant-probe)\./, () => {});
      let letFaceCome = (): void => undefined;
      const faceMayCome = new Promise<void>((resolve) => {
        letFaceCome = resolve;
      });
      await adele.context.route(face, async (route) => {
        await faceMayCome;
        await route.continue();
      });
      const page = await adele.context.newPage();
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${world.paneOrigin}${path}`, { waitUntil: 'commit' });
      await page.locator('[data-shell="lead"]').waitFor();
      const before = await placesOf(page);
      letFaceCome();
      await page.locator('[data-screen-title]').waitFor();
      expect(await placesOf(page)).toEqual(before);
    });
  }
}
