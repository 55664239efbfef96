/** The frame of every journey: one simulated world a worker, put back before each test, and people with browsers of their own. */
import { expect, test as base, type TestInfo } from '@playwright/test';
import type { HostOptions } from '../../simulator/outlook/host-options';
import { originsOf, startWorld, type World } from '../../simulator/world';
import { Administrator } from './administrator';
import { OutlookPerson } from './outlook-person';
import { Profile } from './profile';
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
  /** A browser profile of somebody's own, under the witness's eyes. */
  readonly openProfile: () => Promise<Profile>;
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
  /** The browser profiles that no journey has at the moment, by the size of their windows. */
  readonly keptProfiles: Map<string, Profile[]>;
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

  keptProfiles: [
    async ({ browser: _browser, equipment: _equipment }, give) => {
      const kept = new Map<string, Profile[]>();
      await give(kept);
      await Promise.all([...kept.values()].flat().map((profile) => profile.close()));
    },
    { scope: 'worker' },
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
      const witness = new Witness(originsOf(world));
      const before = world.service.log().length;
      await give(witness);
      expect(witness.complaints(), 'what may never happen').toEqual([]);
      expect(leaksIn(world.service.log().slice(before)), 'secrets in the log of the service').toEqual([]);
    },
    { auto: true },
  ],

  openProfile: async ({ browser, witness, world, keptProfiles, viewport }, give, info) => {
    const size = JSON.stringify(viewport);
    const kept = keptProfiles.get(size) ?? [];
    keptProfiles.set(size, kept);
    const opened: Profile[] = [];
    await give(async () => {
      const profile = kept.pop() ?? (await Profile.open(browser, world, witness));
      profile.lendTo(witness);
      opened.push(profile);
      return profile;
    });
    const hasFailed = info.errors.length > 0;
    for (const profile of opened.toReversed()) {
      if (hasFailed) await pictures(profile, info);
      if (!hasFailed && !profile.isSpoilt) await profile.putBack();
      if (hasFailed || profile.isSpoilt) await profile.close();
      else kept.push(profile);
    }
  },

  atOutlook: async ({ openProfile, world, witness }, give) => {
    await give(async (name) => new OutlookPerson(name, await openProfile(), world, witness));
  },
  atBrowser: async ({ openProfile }, give) => {
    await give(async (upn) => new Administrator(upn, await openProfile()));
  },
  mia: async ({ atOutlook }, give) => give(await atOutlook('mia')),
  adele: async ({ atBrowser }, give) => give(await atBrowser('adele@contoso.example')),
});

/** What stood on the pages of a journey that failed. */
async function pictures(profile: Profile, info: TestInfo): Promise<void> {
  for (const page of profile.windows()) {
    const path = info.outputPath(`failed-${String(info.attachments.length + 1)}.png`);
    // A page that cannot be pictured any more must not hide why the journey failed.
    const isTaken = await page.screenshot({ path, timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (isTaken) await info.attach('picture', { path, contentType: 'image/png' });
  }
}
