import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { originsOf, type World } from '../../simulator/world';
import { watch, type Witness } from './witness';

/**
 * A browser profile that one journey after another uses. Between them all that a journey leaves is forgotten. With a new
 * profile for each, a third of a journey's computing is to start it and to compile the same scripts again: what stays is the
 * process that has compiled them. Files do not: the browser keeps none from a server whose certificate it does not know.
 * Journeys differ by the size of their windows alone; whoever gives them other options must keep apart what was opened with
 * them.
 *
 * A window of it was opened by a script, unlike a person's: it may close itself. No journey is about that.
 */
export class Profile {
  readonly context: BrowserContext;
  readonly #origins: readonly string[];
  /** It stands for as long as the profile does, so that the process of its site does not end. */
  readonly #anchor: Page;
  readonly #devtools: CDPSession;
  #witness: Witness;
  #isSpoilt = false;

  private constructor(parts: {
    readonly context: BrowserContext;
    readonly origins: readonly string[];
    readonly anchor: Page;
    readonly devtools: CDPSession;
    readonly witness: Witness;
  }) {
    this.context = parts.context;
    this.#origins = parts.origins;
    this.#anchor = parts.anchor;
    this.#devtools = parts.devtools;
    this.#witness = parts.witness;
  }

  /** A new one for journeys in this world. */
  static async open(browser: Browser, world: World, witness: Witness): Promise<Profile> {
    const context = await browser.newContext();
    const anchor = await context.newPage();
    await anchor.goto(`${world.paneOrigin}/assets/icon-16.png`);
    const devtools = await context.newCDPSession(anchor);
    const profile = new Profile({ context, origins: originsOf(world), anchor, devtools, witness });
    await watch(context, () => profile.#witness);
    return profile;
  }

  /** Whether the next journey must not have it. */
  get isSpoilt(): boolean {
    return this.#isSpoilt;
  }

  /** The journey does to the profile what cannot be undone, as giving it another clock. */
  spoil(): void {
    this.#isSpoilt = true;
  }

  /** The windows that the journey has opened, and those that its pages have. */
  windows(): readonly Page[] {
    return this.context.pages().filter((page) => page !== this.#anchor);
  }

  /** A new window, whose page finds no opener. */
  async newWindow(): Promise<Page> {
    const opening = this.#anchor.waitForEvent('popup');
    await this.#anchor.evaluate(() => {
      const opened = window.open('about:blank');
      if (opened) opened.opener = null;
    });
    return opening;
  }

  /** The next journey has it. */
  lendTo(witness: Witness): void {
    this.#witness = witness;
  }

  /** Closes the journey's windows, and forgets all that they have left. */
  async putBack(): Promise<void> {
    // One that is closed may have been about to open another.
    while (this.windows().length > 0) await Promise.all(this.windows().map((page) => page.close()));
    await this.context.unrouteAll({ behavior: 'ignoreErrors' });
    await this.context.setOffline(false);
    await this.context.clearPermissions();
    for (const origin of this.#origins)
      await this.#devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await this.context.clearCookies();
    if (this.windows().length > 0) this.spoil();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
