/** The product's own English, so that a journey expects what the catalogue says and not a copy of it. */
import type { ApprovalMessages } from '../../../src/core/approval/message';
import type { LaterMessages, Messages } from '../../../src/core/pane/message';
import { en } from '../../../src/ui/strings/en';
import { approvalEn } from '../../../src/ui/strings/approval/en';
import { createApprovalWords, type ApprovalWords } from '../../../src/ui/strings/approval/words';
import { laterEn } from '../../../src/ui/strings/later/en';
import { createLaterWords } from '../../../src/ui/strings/later/words';

type NoValues<All> = { [K in keyof All]: object extends All[K] ? K : never }[keyof All];

const approvalWords: ApprovalWords = createApprovalWords({
  language: 'en',
  catalogue: en,
  approvalCatalogue: approvalEn,
  locale: 'en-US',
  now: () => Date.now(),
});

const laterWords = createLaterWords({ language: 'en', catalogue: laterEn }, approvalWords.pane);

/** The pane's labels, states and times. */
export const { label } = approvalWords.pane;

/** Every message that core asks for in the pane, wherever its words are. */
export interface PaneMessages extends Messages, LaterMessages {}
type PaneMessage = Parameters<typeof approvalWords.pane.knows>[0];

/** A sentence of the pane. */
export function pane<K extends keyof PaneMessages>(
  ...[key, values]: K extends NoValues<PaneMessages>
    ? [key: K, values?: PaneMessages[K]]
    : [key: K, values: PaneMessages[K]]
): string {
  const message = { key, values: values ?? {} } as PaneMessage;
  return approvalWords.pane.knows(message) ? approvalWords.pane.say(message) : laterWords.say(message);
}

/** A sentence of the approval page. */
export function approval<K extends keyof ApprovalMessages>(
  ...[key, values]: K extends NoValues<ApprovalMessages>
    ? [key: K, values?: ApprovalMessages[K]]
    : [key: K, values: ApprovalMessages[K]]
): string {
  return approvalWords.tell({ key, values: values ?? {} } as Parameters<typeof approvalWords.tell>[0]);
}

/** A word or a sentence that the approval page's components add. */
export const approvalLabel = approvalWords.label;

/** A word or a sentence that components add after the verdict. */
export const later = laterWords.tell;
