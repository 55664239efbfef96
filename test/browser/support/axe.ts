import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a document as it stands; with `iframes`, with the documents in it as well. */
export async function axeViolations(
  place: Page | Frame,
  { iframes }: { readonly iframes: boolean },
): Promise<readonly string[]> {
  // A document keeps it from one look to the next; half a megabyte takes longer to hand over than to run.
  if (!(await place.evaluate(() => 'axe' in window))) await place.evaluate(AXE);
  return place.evaluate(
    async (options) => {
      const { axe } = window as unknown as { readonly axe: typeof import('axe-core') };
      const { violations } = await axe.run(document, { ...options, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.failureSummary ?? ''} ${node.html.slice(0, 200)}`),
      );
    },
    { iframes },
  );
}
