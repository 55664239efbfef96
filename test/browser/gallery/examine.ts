import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

/* What is looked at on every screen of both galleries. */

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** How far the page scrolls sideways, in CSS pixels. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** WCAG 2.2, 2.5.8: targets are at least 24 by 24 pixels. */
export const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, a')]
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((target) => target.textContent ?? ''),
  );

/** What axe finds wrong with the page as it stands. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.failureSummary ?? node.html}`),
    );
  });
}
