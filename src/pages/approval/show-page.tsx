import { createRoot } from 'react-dom/client';
import type { ApprovalApp } from '../../app/create-approval-app';
import type { Clock } from '../../ports';
import { ApprovalPage } from '../../ui/approval/approval-page';
import { en } from '../../ui/strings/en';
import { approvalEn } from '../../ui/strings/approval/en';
import {
  createApprovalWords,
  loadApprovalCatalogues,
  type ApprovalWords,
} from '../../ui/strings/approval/words';
import { createPageTheme } from '../shell/page-theme';

interface PageParts {
  readonly app: ApprovalApp;
  readonly clock: Clock;
  /** The locale to speak (BCP 47). */
  readonly locale: string;
  /** Where the static shell stands. */
  readonly place: HTMLElement | null;
  readonly window: Window;
}

// The shell speaks that language already. Past this a page in English is better than no page.
const LANGUAGE_LIMIT_MS = 1_500;

/** Puts the page in the place of the static shell. */
export async function showPage({ app, clock, locale, place, window }: PageParts): Promise<void> {
  if (!place) throw new Error('The document has no place for the page.');
  const words = await wordsWithin(LANGUAGE_LIMIT_MS, clock, locale);
  createRoot(place).render(
    <ApprovalPage screen={app.screen} theme={createPageTheme(window)} words={words} send={app.send} />,
  );
}

/** The words of a locale (BCP 47), or English ones where its own take too long. */
function wordsWithin(limitMs: number, clock: Clock, locale: string): Promise<ApprovalWords> {
  const now = (): number => clock.now();
  const english = { catalogue: en, approvalCatalogue: approvalEn };
  return Promise.race([
    loadApprovalCatalogues(locale, english).then((found) => createApprovalWords({ ...found, locale, now })),
    new Promise<ApprovalWords>((resolve) => {
      clock.after(limitMs, () => resolve(createApprovalWords({ language: 'en', ...english, locale, now })));
    }),
  ]);
}
