import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Messages } from '../../../src/core/message';
import * as words from './words';

/** The task pane as a person sees it: by headings, buttons and words. */
export class Pane {
  readonly #page: Page;
  readonly root: FrameLocator;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.frameLocator('iframe[title="ExtendSync"]');
  }

  heading(): Locator {
    return this.root.getByRole('heading', { level: 1 });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  text(sentence: string): Locator {
    return this.root.getByText(sentence);
  }

  /** The icon of the green check. */
  greenCheck(): Locator {
    return this.root.locator('[data-green-check]');
  }

  /** Waits for a screen by its title; everything but `granted.title` must be without a green check. */
  async shows<K extends keyof Messages>(...message: Parameters<typeof words.pane<K>>): Promise<void> {
    await expect(this.heading()).toHaveText(words.pane(...message));
    await expect(this.greenCheck()).toHaveCount(message[0] === 'granted.title' ? 1 : 0);
  }

  /** Waits until the sentence stands somewhere on the screen, where people see it. */
  async says<K extends keyof Messages>(...message: Parameters<typeof words.pane<K>>): Promise<void> {
    const seen = this.root.getByRole('main').getByText(words.pane(...message));
    await expect(seen.first()).toBeVisible();
  }

  async presses(name: keyof Messages & `action.${string}`): Promise<void> {
    await this.button(words.pane(name)).click();
  }

  /** The pane's document, for what only a script in it can tell. */
  frame(): Frame {
    const frame = this.#page.frames().find((one) => new URL(one.url()).pathname === '/taskpane.html');
    if (!frame) throw new Error('The task pane has no frame.');
    return frame;
  }
}
