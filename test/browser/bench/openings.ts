import type { BrowserContext } from '@playwright/test';
import type { World } from '../../simulator/world';
import type { Marks } from './marks';

/** One opening of the pane, in milliseconds from the navigation of its frame. */
export interface Opening {
  readonly firstPaintMs: number;
  /** What was confirmed last is shown, in a browser that has seen a verdict before. */
  readonly lastStateMs: number | undefined;
  /** The app's own screens have taken the shell's place. */
  readonly screensMs: number;
  readonly verdictMs: number;
}

const paneOf = (world: World): string => `${world.paneOrigin}/taskpane.html`;

/** How much slower than this machine: DevTools' Emulation.setCPUThrottlingRate. */
export type Slowness = 1 | 4;

/** Opens Outlook with the pane in it, once, and closes it. */
async function inPage<T>(
  context: BrowserContext,
  world: World,
  slowness: Slowness,
  run: () => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await page.goto(world.outlookUrl());
    return await run();
  } finally {
    await page.close();
  }
}

/** Measures one opening. `marks` are those of the context. */
export async function measureOpening(
  context: BrowserContext,
  marks: Marks,
  world: World,
  slowness: Slowness,
): Promise<Opening> {
  marks.forget();
  return inPage(context, world, slowness, async () => {
    const pane = paneOf(world);
    const verdict = await marks.wait('verdict', pane);
    const [screens, paint] = await Promise.all([
      marks.wait('screens', pane),
      marks.wait('first-paint', pane),
    ]);
    const lastState = marks.list().find(({ name, page }) => name === 'last-state' && page === pane);
    return {
      firstPaintMs: paint.atMs,
      lastStateMs: lastState?.atMs,
      screensMs: screens.atMs,
      verdictMs: verdict.atMs,
    };
  });
}

/** First contentful paint of whatever stands in the pane's place, in milliseconds. */
export async function measureFirstPaint(
  context: BrowserContext,
  marks: Marks,
  world: World,
  slowness: Slowness,
): Promise<number> {
  marks.forget();
  return inPage(context, world, slowness, async () => (await marks.wait('first-paint', paneOf(world))).atMs);
}
