/* Numbers and times as this page writes them. */

const NUMBERS = new Intl.NumberFormat('en');
export const number = (value: number): string => NUMBERS.format(value);

// Days by their names, in the one order that nobody takes for another.
const DAYS = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MOMENTS = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});
export const day = (iso: string): string => DAYS.format(new Date(iso));
/** In UTC, like everything that the service writes down. */
export const moment = (iso: string): string => MOMENTS.format(new Date(iso));

const DAY_MS = 86_400_000;
/** How many days of the calendar, in UTC, lie between that day and the time; one at least, for the day is over. */
export const daysBetween = (iso: string, ms: number): number =>
  Math.max(1, Math.floor(ms / DAY_MS) - Math.floor(Date.parse(iso) / DAY_MS));

const AGES = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const STEPS = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago that was. */
export function ago(iso: string, nowMs: number): string {
  const ms = nowMs - Date.parse(iso);
  const step = STEPS.find(([, length]) => ms >= length);
  return step === undefined ? 'Just now' : AGES.format(-Math.floor(ms / step[1]), step[0]);
}
