import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { SituationChoice } from '../../../src/core/situation';
import type {
  DiagnosisReason,
  DiagnosisResult,
  DiagnosisName,
} from '../../../src/core/support/diagnosis/diagnosis';
import * as words from './words';
import type { PaneMessages } from './words';

const WAYS_TO_SHARE: ReadonlySet<string> = new Set([
  'action.share-draft',
  'action.share-copy',
  'action.share-mail',
  'action.share-teams',
]);

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

  /** Where people see it: what is said aloud stands in the page once more. */
  text(sentence: string): Locator {
    return this.root.locator('main, footer').getByText(sentence);
  }

  /** The icon of the green check. */
  greenCheck(): Locator {
    return this.root.locator('[data-green-check]');
  }

  /** Waits for a screen by its title; everything but `granted.title` must be without a green check. */
  async shows<K extends keyof PaneMessages>(...message: Parameters<typeof words.pane<K>>): Promise<void> {
    await expect(this.heading()).toHaveText(words.pane(...message));
    await expect(this.greenCheck()).toHaveCount(message[0] === 'granted.title' ? 1 : 0);
  }

  /** Waits until the sentence stands somewhere on the screen, where people see it. */
  async says<K extends keyof PaneMessages>(...message: Parameters<typeof words.pane<K>>): Promise<void> {
    const seen = this.root.locator('main, footer').getByText(words.pane(...message));
    await expect(seen.first()).toBeVisible();
  }

  /**
   * Presses a button. Who is asked then how the organisation uses ExtendSync answers so; a story that says nothing else
   * is one of Autopilot for everyone.
   */
  async presses(
    name: keyof PaneMessages & `action.${string}`,
    situation: SituationChoice = 'autopilot-everyone',
  ): Promise<void> {
    const button = this.button(words.pane(name as 'action.help'));
    await this.unfolds(button);
    await button.click();
    // The request is not taken back by one press.
    if (name === 'action.withdraw') await this.button(words.later('withdraw.yes')).click();
    if (WAYS_TO_SHARE.has(name)) await this.leavesSharing();
    // The question stands there by the end of the press, or not at all; its answers may come a moment later.
    if (name === 'action.approve' && (await this.heading().textContent()) === words.pane('situation.title'))
      await this.situation(situation).click();
  }

  /** Says how the organisation uses ExtendSync, without being asked. */
  async suggests(situation: SituationChoice): Promise<void> {
    await this.presses('action.change-situation');
    await this.situation(situation).click();
  }

  /** Opens "More" where a quieter action stands behind it; the screen stands by then. */
  async unfolds(wanted: Locator): Promise<void> {
    const more = this.root.locator('[data-action="more"][aria-expanded="false"]');
    await wanted.or(more).first().waitFor();
    if ((await wanted.count()) === 0) await more.click();
  }

  /** Reads where the message is by now (U3), and goes back to how things stand; stays where a way failed. */
  async leavesSharing(): Promise<void> {
    await this.root.locator('[data-notice]').first().waitFor();
    const done = this.button(words.pane('action.done'));
    if ((await done.count()) > 0) await done.click();
  }

  /** The chooser's list, while the pane asks how the organisation uses ExtendSync. */
  situations(): Locator {
    return this.root.locator('[data-situations]');
  }

  /** One answer of the chooser. */
  situation(choice: SituationChoice): Locator {
    return this.button(words.pane(`situation.${choice}`));
  }

  /** The steps of the organisation's situation with their states, in order, as `verify-consent: done`. */
  async steps(): Promise<readonly string[]> {
    await expect(this.root.locator('[data-steps]')).toBeVisible();
    return this.root
      .locator('[data-step]')
      .evaluateAll((all) => all.map(({ dataset }) => `${dataset['step'] ?? ''}: ${dataset['state'] ?? ''}`));
  }

  /** The open request, or the story of the one that led to the grant. */
  pending(): Locator {
    return this.root.locator('[data-pending]');
  }

  /** One of the help screen's diagnoses. */
  diagnosis(name: DiagnosisName): Locator {
    return this.root.locator(`[data-diagnosis="${name}"]`);
  }

  /** Waits until a diagnosis of the help screen has this result, and reads it there in words. */
  async finds(name: DiagnosisName, result: DiagnosisResult, reason: DiagnosisReason): Promise<void> {
    // What passed is folded away at first.
    const rest = this.root.getByRole('button', { name: /^(One check|\d+ checks) passed$/ });
    if ((await rest.count()) > 0 && (await rest.getAttribute('aria-expanded')) === 'false')
      await rest.click();
    const diagnosis = this.diagnosis(name);
    // Room for an answer that is on its way to the pane.
    await expect(diagnosis, name).toHaveAttribute('data-reason', reason, { timeout: 15_000 });
    await expect(diagnosis, name).toHaveAttribute('data-result', result);
    await expect(diagnosis.getByText(words.later(`diagnosis.${name}`), { exact: true })).toBeVisible();
    await expect(
      diagnosis.getByText(words.later(`diagnosis-result.${result}`), { exact: true }),
    ).toBeVisible();
  }

  /** The pane's document, for what only a script in it can tell. */
  frame(): Frame {
    const frame = this.#page.frames().find((one) => new URL(one.url()).pathname === '/taskpane.html');
    if (!frame) throw new Error('The task pane has no frame.');
    return frame;
  }
}
