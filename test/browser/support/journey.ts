/** The frame of every journey: one simulated world a worker, put back before each test, and people with browsers of their own. */
import { expect, test as base, type BrowserContext, type TestInfo } from '@playwright/test';
import type { HostOptions } from '../../simulator/outlook/host-options';
import { startWorld, type World } from '../../simulator/world';
import { Administrator } from './administrator';
import { OutlookPerson } from './outlook-person';
import { createServiceClock, type ServiceClock } from './service-clock';
import { leaksIn } from './service-log';
import { Witness } from './witness';

interface Equipment {
  readonly world: World;
  readonly serviceClock: ServiceClock;
  /** Set when only a new life of the service undoes what a test has done to it. */
  needsNewService: boolean;
}

interface Journey {
  /** The worker's world, with nobody having consented and the service running. */
  readonly world: World;
  readonly serviceClock: ServiceClock;
  /** Puts the world into a named scenario; answers the options of its Outlook window. */
  readonly plays: (scenario: string) => Promise<Partial<HostOptions>>;
  /** The test leaves the service with a clock that only a new life undoes. */
  readonly spoilsTheService: () => void;
  readonly witness: Witness;
  /** A browser profile of its own, under the witness's eyes; closed at the end. */
  readonly openContext: () => Promise<BrowserContext>;
  /** Puts somebody, by first name, in front of an Outlook. */
  readonly atOutlook: (name: string) => Promise<OutlookPerson>;
  /** Gives somebody, by account, a plain browser. */
  readonly atBrowser: (upn: string) => Promise<Administrator>;
  /** Of Contoso, without any admin role. */
  readonly mia: OutlookPerson;
  /** Global Administrator of Contoso, in another browser. */
  readonly adele: Administrator;
}

interface Shared {
  readonly equipment: Equipment;
}

export const CONTOSO = 'contoso.example';
export const FABRIKAM = 'fabrikam.example';

export const test = base.extend<Journey, Shared>({
  equipment: [
    async ({ browserName: _browserName }, give) => {
      const serviceClock = createServiceClock();
      const world = await startWorld({ serviceSettings: serviceClock.settings });
      await give({ world, serviceClock, needsNewService: false });
      await world.stop();
      serviceClock.end();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  serviceClock: ({ equipment }, give) => give(equipment.serviceClock),

  world: async ({ equipment }, give) => {
    const { world, serviceClock } = equipment;
    if (equipment.needsNewService) {
      serviceClock.setAhead(0);
      await world.service.restart();
      equipment.needsNewService = false;
    }
    await world.play('not-asked');
    await give(world);
  },

  plays: ({ world }, give) => give(async (scenario) => (await world.play(scenario)).host),

  spoilsTheService: ({ equipment }, give) =>
    give(() => {
      equipment.needsNewService = true;
    }),

  witness: [
    async ({ world }, give) => {
      const witness = new Witness([world.paneOrigin, world.outlookOrigin, world.entra.origin]);
      const before = world.service.log().length;
      await give(witness);
      expect(witness.complaints(), 'what may never happen').toEqual([]);
      expect(leaksIn(world.service.log().slice(before)), 'secrets in the log of the service').toEqual([]);
    },
    { auto: true },
  ],

  openContext: async ({ browser, witness }, give, info) => {
    const opened: BrowserContext[] = [];
    await give(async () => {
      const context = await browser.newContext();
      opened.push(context);
      await witness.watches(context);
      return context;
    });
    for (const context of opened) {
      if (info.errors.length > 0) await pictures(context, info);
      await context.close();
    }
  },

  atOutlook: async ({ openContext, world, witness }, give) => {
    await give(async (name) => new OutlookPerson(name, await openContext(), world, witness));
  },
  atBrowser: async ({ openContext }, give) => {
    await give(async (upn) => new Administrator(upn, await openContext()));
  },
  mia: async ({ atOutlook }, give) => give(await atOutlook('mia')),
  adele: async ({ atBrowser }, give) => give(await atBrowser('adele@contoso.example')),
});

/** What stood on the pages of a journey that failed. */
async function pictures(context: BrowserContext, info: TestInfo): Promise<void> {
  for (const page of context.pages()) {
    const path = info.outputPath(`failed-${String(info.attachments.length + 1)}.png`);
    // A page that cannot be pictured any more must not hide why the journey failed.
    const isTaken = await page.screenshot({ path, timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (isTaken) await info.attach('picture', { path, contentType: 'image/png' });
  }
}
