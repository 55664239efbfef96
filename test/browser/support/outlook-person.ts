import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { SituationChoice } from '../../../src/core/situation';
import type { HostOptions } from '../../simulator/outlook/host-options';
import type { World } from '../../simulator/world';
import { MicrosoftPage } from './microsoft-page';
import { Pane } from './pane';
import type { Profile } from './profile';
import type { Witness } from './witness';
import * as words from './words';

/** Somebody at an Outlook, with a browser of the person's own. */
export class OutlookPerson {
  readonly name: string;
  readonly profile: Profile;
  readonly #world: World;
  readonly #witness: Witness;
  #page: Page | undefined;
  #pane: Pane | undefined;

  constructor(name: string, profile: Profile, world: World, witness: Witness) {
    this.name = name;
    this.profile = profile;
    this.#world = world;
    this.#witness = witness;
  }

  get context(): BrowserContext {
    return this.profile.context;
  }

  get page(): Page {
    if (!this.#page) throw new Error(`${this.name} has not opened Outlook yet.`);
    return this.#page;
  }

  get pane(): Pane {
    if (!this.#pane) throw new Error(`${this.name} has not opened the pane yet.`);
    return this.#pane;
  }

  /** Opens Outlook with the pane in it, in a tab of its own. */
  async opensPane(options: Partial<HostOptions> = {}): Promise<Pane> {
    const page = await this.profile.newWindow();
    await page.goto(this.#world.outlookUrl({ person: this.name, ...options }));
    this.#page = page;
    this.#pane = new Pane(page);
    return this.#pane;
  }

  async closesOutlook(): Promise<void> {
    await this.page.close();
    this.#page = undefined;
    this.#pane = undefined;
  }

  async reloads(): Promise<void> {
    await this.page.reload();
  }

  /** The person's clock can be put forward from now on. To be called before the pane is opened. */
  async hasTime(): Promise<void> {
    // The clock that can be put forward has no list of loaded files; office.js looks itself up in it, for its telemetry.
    this.#witness.expects(/reading 'responseEnd'/);
    this.profile.spoil();
    await this.context.clock.install();
  }

  /** Everything that was due in the meantime happens now. */
  async waits(minutes: number, seconds = 0): Promise<void> {
    await this.context.clock.fastForward((minutes * 60 + seconds) * 1000);
  }

  /** Puts the clock forward, a second at a time, until this is seen: for what waits for several things, one after another. */
  async waitsUntil(wanted: Locator): Promise<void> {
    await expect(async () => {
      await this.waits(0, 1);
      await expect(wanted.first()).toBeVisible({ timeout: 200 });
    }).toPass();
  }

  async goesOffline(): Promise<void> {
    await this.context.setOffline(true);
  }

  async comesBackOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** The message that the pane has opened in Outlook. */
  draft(): Draft {
    return new Draft(this.page);
  }

  /** Opens the ways to share and reads the link that was made. */
  async asksForLink(situation?: SituationChoice): Promise<string> {
    if (situation !== undefined) await this.pane.suggests(situation);
    await this.pane.presses('action.share');
    return this.seesLink();
  }

  /** The link that stands among the ways to share it. */
  async seesLink(): Promise<string> {
    await this.pane.shows('sharing.title');
    const field = this.pane.root.getByRole('textbox', { name: words.later('share.link') });
    await expect(field).toHaveValue(/^https:/);
    return field.inputValue();
  }

  /** Presses a button that opens a window, and answers the window. */
  async opensWindowBy(button: Locator): Promise<Page> {
    const opening = this.context.waitForEvent('page');
    await button.click();
    return opening;
  }

  /** Presses "Sign in" and comes to Microsoft's page in a window. */
  async signsIn(): Promise<MicrosoftPage> {
    return new MicrosoftPage(await this.opensWindowBy(this.pane.button(words.pane('action.sign-in'))));
  }

  /** What lies on the clipboard. */
  async clipboard(): Promise<string> {
    await this.context.grantPermissions(['clipboard-read'], { origin: new URL(this.page.url()).origin });
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Presses "Approve as administrator" and comes to Microsoft's page in the dialog. */
  async startsApproving(situation?: SituationChoice): Promise<MicrosoftPage> {
    const opening = this.context.waitForEvent('page');
    await this.pane.presses('action.approve', situation);
    return new MicrosoftPage(await opening);
  }
}

/** A draft that stands open in the simulated Outlook. */
export class Draft {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('region', { name: 'Draft' });
  }

  subject(): Locator {
    return this.root.getByRole('textbox', { name: 'Subject' });
  }

  body(): Locator {
    return this.root.getByRole('textbox', { name: 'Message body' });
  }

  /** Where the link in the message leads. */
  async link(): Promise<string> {
    return (await this.body().getByRole('link').getAttribute('href')) ?? '';
  }

  async isSentTo(address: string): Promise<void> {
    await this.root.getByRole('textbox', { name: 'To' }).fill(address);
    await this.root.getByRole('button', { name: 'Send' }).click();
  }
}
