import type { Page, Request } from '@playwright/test';
import type { World } from '../../simulator/world';
import type { ColdBrowser } from './bench-browser';
import { DEMO } from '../../simulator/entra/demo-seed';

/** So far the page's clock jumps at once. The shortest pause of a pane that waits is longer. */
const JUMP_MS = 5_000;
/** Real time for what a jump set off; until the network is silent, but never shorter. */
const REST_MS = 25;
const ANSWER_LIMIT_MS = 10_000;

/** Requests under way in a page, without those to one origin (Outlook's page leaves answers unread, which never end). */
function watchNetwork(page: Page, except: string): () => readonly string[] {
  const underWay = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${except}/`)) underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return () => [...underWay].map((request) => `${request.method()} ${request.url()}`);
}

/**
 * Silent token requests that Mia's pane sends to the simulated Entra in so many minutes after its verdict, with nothing
 * shared: real office.js and MSAL in Chromium, whose clock (timers and dates of the page) jumps ahead.
 */
export function countTokensInBrowser(browser: ColdBrowser, world: World, minutes: number): Promise<number> {
  return browser.withFreshContext(async (context) => {
    await world.play('not-asked');
    await context.clock.install({ time: Date.now() });
    const page = await context.newPage();
    const requestsUnderWay = watchNetwork(page, world.outlookOrigin);
    await page.goto(world.outlookUrl({ person: 'mia' }));
    await page.frameLocator('iframe[title="ExtendSync"]').locator('[data-action="share"]').waitFor();

    const rest = async (): Promise<void> => {
      const untilMs = Date.now() + ANSWER_LIMIT_MS;
      do {
        await new Promise((resolve) => {
          setTimeout(resolve, REST_MS);
        });
        if (Date.now() > untilMs) throw new Error(`Still under way: ${requestsUnderWay().join(', ')}`);
      } while (requestsUnderWay().length > 0);
    };
    await rest();
    const last = world.entra.log.list().at(-1)?.number ?? 0;
    for (let passedMs = 0; passedMs < minutes * 60_000; passedMs += JUMP_MS) {
      await context.clock.fastForward(JUMP_MS);
      await rest();
    }
    const events = world.entra.log.list();
    if ((events[0]?.number ?? 0) > last + 1) throw new Error('The log of the simulated Entra ran over.');
    return events.filter(
      ({ number, family, userId }) => number > last && family === 'broker' && userId === DEMO.users.mia,
    ).length;
  });
}
