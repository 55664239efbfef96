import type { HostOptions } from '../../simulator/outlook/host-options';
import type { Shown } from './looks';
import type { OutlookPerson } from './outlook-person';
import type { Pane } from './pane';

/** Opens the pane at its narrowest, in an Outlook whose look can be changed. */
export async function opensToLookAt(
  person: OutlookPerson,
  options: Partial<HostOptions> = {},
): Promise<Pane> {
  const pane = await person.opensPane({ ...options, panel: 'open', paneWidthPx: 320 });
  await person.page.getByText('This Outlook', { exact: true }).click();
  return pane;
}

/** The pane as `holdsInEveryLook` examines it. */
export const paneOf = ({ page, pane }: OutlookPerson): Shown => ({
  page,
  document: () => pane.frame(),
  picture: page.locator('iframe[title="ExtendSync"]'),
  changeTheme: async (theme) => {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
  },
});
