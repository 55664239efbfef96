import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { createFormat } from '../../../src/ui/strings/format';

const NOW_MS = Date.UTC(2026, 10, 24, 10, 42, 30);
const format = createFormat('en-GB', () => NOW_MS);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

test('a moment of today is a time; another day’s has its date', () => {
  expect(format.moment(NOW_MS - 30 * MINUTE)).toBe('10:12');
  expect(format.moment(NOW_MS - DAY)).toBe('23 Nov 2026, 10:42');
});

test('a wait ends in the first minute in which it is over, and not in the one that has begun', () => {
  // It is 10:42:30.
  expect(format.from(NOW_MS + 5 * SECOND)).toBe('10:43');
  expect(format.from(NOW_MS + 30 * SECOND)).toBe('10:43');
  expect(format.from(NOW_MS + DAY)).toBe('25 Nov 2026, 10:43');
});

test('who flies from London to Tokyo with the pane open reads the times of Tokyo', () => {
  const traveller = path.join(__dirname, 'told-to-a-traveller.ts');
  const told = execFileSync(process.execPath, ['--import', 'tsx', traveller], { encoding: 'utf8' });
  expect(JSON.parse(told)).toEqual([
    ['10:42', '29 Nov 2026, 23:42', '30 November 2026', '30 November 2026 at 10:42:00 GMT'],
    ['19:42', '08:42', '1 December 2026', '30 November 2026 at 19:42:00 GMT+9'],
  ]);
});

// Up to CLDR 45, browsers wrote the dates of Saudi Arabia in the Islamic calendar
// (https://github.com/unicode-org/cldr/pull/3896); with the calendar in the locale every browser does.
test('dates are of one calendar, in whichever browser and for whomever they are read', () => {
  const saudi = createFormat('ar-SA-u-ca-islamic-umalqura', () => NOW_MS);
  expect(saudi.day(NOW_MS)).toBe('٢٤ نوفمبر ٢٠٢٦');
  expect(saudi.moment(NOW_MS - DAY)).toContain('٢٠٢٦');
});

test('numbers, lists and plurals follow the language', () => {
  expect(createFormat('ar-EG', () => NOW_MS).number(12)).toBe('١٢');
  expect(format.list(['A', 'B', 'C'])).toBe('A, B and C');
  expect(format.choice(['A', 'B'])).toBe('A or B');
  const arabic = createFormat('ar', () => NOW_MS);
  const forms = { one: 'one', two: 'two', few: 'few', other: 'other' };
  expect([1, 2, 3, 100].map((count) => arabic.plural(count, forms))).toEqual(['one', 'two', 'few', 'other']);
});

describe('the browser’s own formats', () => {
  const KINDS = ['DateTimeFormat', 'ListFormat', 'NumberFormat', 'PluralRules'] as const;
  const made: string[] = [];

  beforeEach(() => {
    made.length = 0;
    for (const kind of KINDS) {
      const original: new (...given: never[]) => object = Intl[kind];
      jest.spyOn(Intl, kind).mockImplementation(((...given: never[]) => {
        made.push(kind);
        return new original(...given);
      }) as never);
    }
  });

  test('are made by the sentence that needs them first, and once', () => {
    const english = createFormat('en-GB', () => NOW_MS);
    expect(made).toEqual([]);
    expect([english.number(7), english.number(8)]).toEqual(['7', '8']);
    expect(made).toEqual(['NumberFormat']);
    expect(english.moment(NOW_MS)).toBe('10:42');
    // The time alone: that it is today needs none.
    expect(made).toEqual(['NumberFormat', 'DateTimeFormat']);
  });
});
