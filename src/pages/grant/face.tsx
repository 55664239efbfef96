import { createRoot } from 'react-dom/client';
import type { ApprovalApp, ApprovalPorts } from '../../app/create-approval-app';
import type { Clock } from '../../ports';
import { ApprovalPage } from '../../ui/approval/approval-page';
import { en } from '../../ui/strings/en';
import { approvalEn } from '../../ui/strings/approval/en';
import {
  createApprovalWords,
  loadApprovalCatalogues,
  type ApprovalWords,
} from '../../ui/strings/approval/words';
import { createPageTheme } from './page-theme';

interface ApprovalFaceParts {
  readonly app: ApprovalApp;
  readonly clock: Clock;
  /** Where the static shell stands. */
  readonly place: HTMLElement | null;
  readonly window: Window;
}

// The shell speaks the browser's language already. Past this a page in English is better than no page.
const LANGUAGE_LIMIT_MS = 1_500;

/** Puts the page's face in the place of the static shell. Answers what composes a receipt. */
export async function showApprovalFace({
  app,
  clock,
  place,
  window,
}: ApprovalFaceParts): Promise<ApprovalPorts['composeReceipt']> {
  if (!place) throw new Error('The page has no place for its face.');
  const locale = window.navigator.language;
  const now = (): number => clock.now();
  const english = { catalogue: en, approvalCatalogue: approvalEn };
  const words = await Promise.race([
    loadApprovalCatalogues(locale, english).then((found) => createApprovalWords({ ...found, locale, now })),
    new Promise<ApprovalWords>((resolve) => {
      clock.after(LANGUAGE_LIMIT_MS, () =>
        resolve(createApprovalWords({ language: 'en', ...english, locale, now })),
      );
    }),
  ]);
  createRoot(place).render(
    <ApprovalPage
      screen={app.screen}
      theme={createPageTheme(window)}
      words={words}
      clock={clock}
      send={app.send}
    />,
  );
  return words.receipt;
}
