/** Times, numbers and lists as a catalogue's sentences need them. No distance in time: it stands still while time goes by. */
export interface Format {
  /** `10:42`; with the day where it is not today. */
  moment(atMs: number): string;
  /** The same for the end of a wait: the first minute in which it is over. */
  from(atMs: number): string;
  /** `24 November 2026`. */
  day(atMs: number): string;
  number(value: number): string;
  /** `A, B and C`. */
  list(items: readonly string[]): string;
  /** `A, B or C`. */
  choice(items: readonly string[]): string;
  /** `Name: value`, with the language's own colon; without a value, what stands before it. */
  named(name: string, value?: string): string;
  /** The form for a number: `other` always stands, the rest as the language has them (CLDR plural rules). */
  plural(value: number, forms: PluralForms): string;
}
export type PluralForms = { readonly other: string } & {
  readonly [rule in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

const MINUTE_MS = 60_000;

/**
 * Formats for one locale (BCP 47). `now` answers milliseconds since the epoch. Each of the browser's own formats is made
 * when a sentence first needs it: they take long to make, and a first screen needs one or two.
 */
export function createFormat(locale: string, now: () => number): Format {
  const number = onceAsked(() => new Intl.NumberFormat(locale));
  const list = onceAsked(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const choice = onceAsked(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const rules = onceAsked(() => new Intl.PluralRules(locale));
  const moment = createMoment(locale, now);
  return {
    moment,
    from: (atMs) => moment(Math.ceil(atMs / MINUTE_MS) * MINUTE_MS),
    day: createDates(locale, { dateStyle: 'long' }),
    number: (value) => number().format(value),
    list: (items) => list().format(items),
    choice: (items) => choice().format(items),
    // French alone has a space before a colon; no line ends there.
    named: (name, value = '') => `${name}${locale.startsWith('fr') ? '\u00a0' : ''}: ${value}`,
    plural: (value, forms) => forms[rules().select(value)] ?? forms.other,
  };
}

/** The one format that a page needs before any other script has run. */
export function createMoment(locale: string, now: () => number): Format['moment'] {
  const time = createDates(locale, { timeStyle: 'short' });
  const dayAndTime = createDates(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (atMs) => (isSameDay(atMs, now()) ? time : dayAndTime)(atMs);
}

/**
 * Dates as the computer has them where it is now. A format keeps the time zone in which it was made, and a pane stands open
 * while somebody travels: where the zone has another time, it is made anew. In one calendar, whichever the browser takes for
 * the locale's own: who asks, who approves and who reads the receipt have the same date.
 */
export function createDates(locale: string, options: Intl.DateTimeFormatOptions): (atMs: number) => string {
  let made: Intl.DateTimeFormat | undefined;
  let offset: number;
  return (atMs) => {
    const here = new Date(atMs).getTimezoneOffset();
    if (here !== offset) made = undefined;
    offset = here;
    return (made ??= new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options })).format(atMs);
  };
}

const isSameDay = (atMs: number, nowMs: number): boolean =>
  new Date(atMs).toDateString() === new Date(nowMs).toDateString();

function onceAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
