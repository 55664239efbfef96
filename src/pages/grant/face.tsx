import { createRoot } from 'react-dom/client';
import type { GrantApp, GrantPorts } from '../../app/create-approval-app';
import type { Clock } from '../../ports';
import { GrantPage } from '../../ui/approval/approval-page';
import { en } from '../../ui/strings/en';
import { grantEn } from '../../ui/strings/approval/en';
import { createGrantWords, loadGrantCatalogues, type GrantWords } from '../../ui/strings/approval/words';
import { createPageTheme } from './page-theme';

interface GrantFaceParts {
  readonly app: GrantApp;
  readonly clock: Clock;
  /** Where the static shell stands. */
  readonly place: HTMLElement | null;
  readonly window: Window;
}

// The shell speaks the browser's language already. Past this a page in English is better than no page.
const LANGUAGE_LIMIT_MS = 1_500;

/** Puts the page's face in the place of the static shell. Answers what composes a receipt. */
export async function showGrantFace({
  app,
  clock,
  place,
  window,
}: GrantFaceParts): Promise<GrantPorts['composeReceipt']> {
  if (!place) throw new Error('The page has no place for its face.');
  const locale = window.navigator.language;
  const now = (): number => clock.now();
  const english = { catalogue: en, grantCatalogue: grantEn };
  const words = await Promise.race([
    loadGrantCatalogues(locale, english).then((found) => createGrantWords({ ...found, locale, now })),
    new Promise<GrantWords>((resolve) => {
      clock.after(LANGUAGE_LIMIT_MS, () =>
        resolve(createGrantWords({ language: 'en', ...english, locale, now })),
      );
    }),
  ]);
  createRoot(place).render(
    <GrantPage
      screen={app.screen}
      theme={createPageTheme(window)}
      words={words}
      clock={clock}
      send={app.send}
    />,
  );
  return words.receipt;
}
