import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { ApprovalMessages } from '../../../src/core/approval/message';
import type { SituationChoice } from '../../../src/core/situation';
import { MicrosoftPage } from './microsoft-page';
import type { Profile } from './profile';
import * as words from './words';

/** Somebody with the shared link in another browser, who may never have seen ExtendSync. */
export class Administrator {
  readonly upn: string;
  readonly profile: Profile;
  #page: Page | undefined;

  /** `page`: where they are already, as in a window that a pane has opened. */
  constructor(upn: string, profile: Profile, page?: Page) {
    this.upn = upn;
    this.profile = profile;
    this.#page = page;
  }

  get context(): BrowserContext {
    return this.profile.context;
  }

  get page(): Page {
    if (!this.#page) throw new Error(`${this.upn} has not opened anything yet.`);
    return this.#page;
  }

  get microsoft(): MicrosoftPage {
    return new MicrosoftPage(this.page);
  }

  async opens(link: string): Promise<void> {
    this.#page ??= await this.profile.newWindow();
    await this.#page.goto(link);
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  greenCheck(): Locator {
    return this.page.locator('[data-green-check]');
  }

  /** Waits for a screen of the approval page; only the confirmed one may bear the green check. */
  async sees<K extends keyof ApprovalMessages>(
    ...message: Parameters<typeof words.approval<K>>
  ): Promise<void> {
    await expect(this.heading()).toHaveText(words.approval(...message));
    await expect(this.greenCheck()).toHaveCount(message[0] === 'approval.confirmed.title' ? 1 : 0);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async presses(name: keyof ApprovalMessages & `approval.action.${string}`): Promise<void> {
    await this.button(words.approval(name)).click();
  }

  /** Says on the page how the organisation uses ExtendSync. */
  async answers(situation: SituationChoice): Promise<void> {
    const answer = this.page.locator(`[data-answer="${situation}"]`);
    await answer.check();
    await expect(answer).toBeChecked();
  }

  /** Holds the page as on a phone: upright, and no wider than what is read there. */
  async takesPhone(): Promise<void> {
    this.#page ??= await this.profile.newWindow();
    await this.#page.setViewportSize({ width: 390, height: 844 });
  }

  /** A mail program's own browser, which opens no windows. */
  async readsInMailProgram(): Promise<void> {
    await this.takesPhone();
    await this.page.addInitScript(() => {
      window.open = () => null;
    });
  }

  /** From the approval page to Microsoft's list of permissions. */
  async goesToMicrosoft(): Promise<void> {
    await this.presses('approval.action.continue');
    await this.microsoft.picks(this.upn);
  }

  /** Presses "Sign in to see how it stands" and comes to Microsoft's page in a window. */
  async signsInToSee(): Promise<MicrosoftPage> {
    const window = this.page.waitForEvent('popup');
    await this.presses('approval.action.sign-in-to-see');
    return new MicrosoftPage(await window);
  }

  /** Presses "Confirm as administrator", is looked at, and reads that the approval is confirmed. */
  async confirms(): Promise<void> {
    await this.presses('approval.action.confirm');
    await this.microsoft.picks(this.upn);
    await this.sees('approval.confirmed.title');
  }

  /** The whole way: reads the request, goes on to Microsoft and accepts. */
  async grantsFromLink(link: string): Promise<void> {
    await this.opens(link);
    await this.goesToMicrosoft();
    await this.microsoft.accepts();
  }
}
