import { htmlLines } from '../../core/letter-text';
import type { Clock, Draft } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';
import { declares, type HostedOffice } from './ready';

// Slow hosts take 10 to 15 seconds and more for a window (https://github.com/OfficeDev/office-js/issues/2709); some never
// answer (https://github.com/OfficeDev/office-js/issues/6806).
const DRAFT_LIMIT_MS = 30_000;
// https://learn.microsoft.com/en-us/javascript/api/requirement-sets/outlook/requirement-set-1.9 : body of 32 KB.
const LONGEST_BODY = 32 * 1_024;

/** Opens a filled message form; false when the host has refused it. Never rejects. */
export async function openDraft(
  { office }: HostedOffice,
  draft: Draft,
  clock: Clock,
): Promise<boolean | 'not-known'> {
  const { mailbox } = office.context;
  const form = {
    toRecipients: [...draft.to],
    subject: draft.subject,
    htmlBody:
      draft.htmlBody.length <= LONGEST_BODY
        ? draft.htmlBody
        : htmlLines(draft.textBody).slice(0, LONGEST_BODY),
  };
  try {
    // office.js has both functions wherever it runs; what the host declares tells which of them it has. Phones have 1.5.
    if (!declares(office, 'Mailbox', '1.9')) {
      mailbox.displayNewMessageForm(form);
      return true;
    }
    const opened = new Promise<boolean>((resolve) => {
      mailbox.displayNewMessageFormAsync(form, (result: Office.AsyncResult<void>) => {
        resolve(result.status === office.AsyncResultStatus.Succeeded);
      });
    });
    const answer = await within(clock, DRAFT_LIMIT_MS, opened);
    return answer === TIMED_OUT ? 'not-known' : answer;
  } catch {
    return false;
  }
}
