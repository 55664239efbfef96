import { en } from '../../../src/ui/strings/en';
import { approvalEn } from '../../../src/ui/strings/approval/en';
import { createApprovalWords } from '../../../src/ui/strings/approval/words';

/* Run by ./format.test.ts in a process of its own: the time zone is the process's. */

const NOW_MS = Date.UTC(2026, 10, 30, 10, 42);
const HOUR_MS = 60 * 60_000;
const { pane, stamp } = createApprovalWords({
  language: 'en',
  catalogue: en,
  approvalCatalogue: approvalEn,
  locale: 'en-GB',
  now: () => NOW_MS,
});
const { moment, day } = pane.format;

function toldIn(zone: string): readonly string[] {
  process.env['TZ'] = zone;
  return [moment(NOW_MS), moment(NOW_MS - 11 * HOUR_MS), day(NOW_MS + 5 * HOUR_MS), stamp(NOW_MS)];
}

process.stdout.write(JSON.stringify([toldIn('Europe/London'), toldIn('Asia/Tokyo')]));
