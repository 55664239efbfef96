import type { BrowserContext } from '@playwright/test';
import type { World } from '../../simulator/world';
import { watchMarks, type Marks } from './marks';

/** One opening of the pane, in milliseconds from the navigation of its frame. */
export interface Opening {
  readonly firstPaintMs: number;
  /** The app's own screens have taken the shell's place. */
  readonly screensMs: number;
  readonly verdictMs: number;
}

const paneOf = (world: World): string => `${world.paneOrigin}/taskpane.html`;

/** How much slower than this machine: DevTools' Emulation.setCPUThrottlingRate. */
export type Slowness = 1 | 4;

/** The link between browser and servers, as DevTools' Network.emulateNetworkConditions plays it. */
export interface Link {
  readonly name: string;
  /** Added to each answer. */
  readonly latencyMs: number;
  readonly bitsPerSecond: number;
}

/** A phone in a town. */
export const LINK_4G: Link = { name: '4G link (60 ms, 9 Mbit/s)', latencyMs: 60, bitsPerSecond: 9_000_000 };

export interface Circumstances {
  readonly slowness: Slowness;
  /** Undefined: this machine's own, without latency. */
  readonly link?: Link;
}

/** Opens Outlook with the pane in it, once, and closes it. */
async function inPage<T>(
  context: BrowserContext,
  world: World,
  { slowness, link }: Circumstances,
  run: () => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    if (link) {
      await devTools.send('Network.enable');
      const bytesPerSecond = link.bitsPerSecond / 8;
      await devTools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: link.latencyMs,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
    }
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
  circumstances: Circumstances,
): Promise<Opening> {
  marks.forget();
  return inPage(context, world, circumstances, async () => {
    const pane = paneOf(world);
    const verdict = await marks.wait('verdict', pane);
    const [screens, paint] = await Promise.all([
      marks.wait('screens', pane),
      marks.wait('first-paint', pane),
    ]);
    return { firstPaintMs: paint.atMs, screensMs: screens.atMs, verdictMs: verdict.atMs };
  });
}

/** First contentful paint of whatever stands in the pane's place, in milliseconds. */
export async function measureFirstPaint(
  context: BrowserContext,
  world: World,
  circumstances: Circumstances,
): Promise<number> {
  const marks = await watchMarks(context);
  return inPage(
    context,
    world,
    circumstances,
    async () => (await marks.wait('first-paint', paneOf(world))).atMs,
  );
}
