import { bundleBrowserScript } from '../../simulator/outlook/bundle';
import { SITE_NAMES } from '../../simulator/site-names';
import { originsOf, startWorld, type World } from '../../simulator/world';
import { launchColdBrowser, type ColdBrowser } from './bench-browser';
import { layLink, LINK_4G } from './link';
import type { BenchOptions } from './options';
import { BLANK_PAGE, officePage, serveOtherPage, tokenPage, type OtherPage } from './other-page';
import { bundleTokenScript } from './token-script';

/** What everything is measured on. */
export interface Stage {
  readonly options: BenchOptions;
  readonly browser: ColdBrowser;
  /** A browser that reaches all of the worlds over `LINK_4G` alone. */
  readonly linkedBrowser: ColdBrowser;
  readonly world: World;
  /** The same world with an empty page in the pane's place. */
  readonly blank: World;
  /** The same world with office.js alone in the pane's place. */
  readonly officeAlone: World;
  /** The same world with what Microsoft’s sample carries in the pane’s place, to a token. */
  readonly sample: World;
}

const CONTOSO = 'contoso.example';

/** The ports of a world's servers. */
const portsOf = (world: World): readonly number[] =>
  originsOf(world).map((origin) => Number(new URL(origin).port));

/** All of them; rejects only when each has started or failed, so that all that has started can be ended. */
async function together<const T extends readonly Promise<World>[]>(starting: T) {
  await Promise.allSettled(starting);
  return Promise.all(starting);
}

/** Sets the stage, with the tenant's grant played; rejects, with everything ended again, when a part of it cannot start. */
export async function setStage(options: BenchOptions): Promise<Stage & { end(): Promise<void> }> {
  const ending: (() => Promise<void>)[] = [];
  const end = async (): Promise<void> => {
    for (const one of ending.splice(0).toReversed()) await one();
  };
  const keep = <T extends { stop(): Promise<void> }>(started: T): T => {
    ending.push(() => started.stop());
    return started;
  };
  const otherWorld = async (page: (world: World) => OtherPage): Promise<World> => {
    const server = keep(await serveOtherPage());
    const world = keep(await startWorld({ sites: true, otherService: server }));
    server.show(page(world));
    return world;
  };
  try {
    // webpack takes ten seconds where it has never done it; where no times are judged, nobody waits for it.
    const script = options.short
      ? Buffer.from(await bundleBrowserScript('../../browser/bench/token-page.ts'))
      : await bundleTokenScript();
    const worlds = await together([
      startWorld({ sites: true }).then(keep),
      otherWorld(() => BLANK_PAGE),
      otherWorld(({ officeJsUrl }) => officePage(officeJsUrl)),
      otherWorld(({ officeJsUrl, clientId, entra }) =>
        tokenPage(officeJsUrl, script, { clientId, authority: `${entra.origin}/${CONTOSO}` }),
      ),
    ] as const);
    const [world, blank, officeAlone, sample] = worlds;
    for (const one of worlds) await one.play('granted');

    const link = keep(await layLink(LINK_4G, worlds.flatMap(portsOf)));
    const names = Object.values(SITE_NAMES);
    const browser = await launchColdBrowser(names.map((name) => `MAP ${name} 127.0.0.1`));
    ending.push(() => browser.close());
    const linkedBrowser = await launchColdBrowser(
      [...link.portFor].map(([port, before]) => `MAP *:${String(port)} 127.0.0.1:${String(before)}`),
    );
    ending.push(() => linkedBrowser.close());
    return { options, browser, linkedBrowser, world, blank, officeAlone, sample, end };
  } catch (error) {
    await end();
    throw error;
  }
}
