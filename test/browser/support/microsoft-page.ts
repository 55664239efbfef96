import { expect, type Locator, type Page } from '@playwright/test';

/** The simulated Microsoft's screens in a window, as a person presses through them. */
export class MicrosoftPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  account(upn: string): Locator {
    return this.page.getByRole('button', { name: upn });
  }

  async picks(upn: string): Promise<void> {
    await this.account(upn).click();
  }

  /** What the consent screen lists, as `Mail.ReadWrite` or `Mail.ReadWrite (application)`. */
  async lists(): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: 'Accept', exact: true }).waitFor();
    return this.page.getByRole('listitem').locator('code').allTextContents();
  }

  async accepts(): Promise<void> {
    await this.page.getByRole('button', { name: 'Accept', exact: true }).click();
  }

  async cancels(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel', exact: true }).click();
  }

  /** The account is too small: Microsoft sends it back without a grant. */
  async needsAnAdmin(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Need admin approval' })).toBeVisible();
  }

  async goesBack(): Promise<void> {
    await this.page.getByRole('button', { name: 'Back', exact: true }).click();
  }
}
