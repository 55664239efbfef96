/** The parts of the benchmark that are not measurement: numbers, table, command line. */
import { figureOf, inWords, isMet, missedIn, renderTable, withoutTimes } from './figures';
import { parseOptions } from './options';
import { summarise } from './statistics';

describe('what is left of several runs', () => {
  test('the median stands in the middle, whatever the order', () => {
    expect(summarise([30, 10, 20])).toEqual({ median: 20, low: 10, high: 30, runs: 3 });
    expect(summarise([4, 1, 3, 2])).toEqual({ median: 2.5, low: 1, high: 4, runs: 4 });
    expect(summarise([7])).toEqual({ median: 7, low: 7, high: 7, runs: 1 });
  });

  test('numbers are put in order as numbers, and the measurements are left as they are', () => {
    const measured = [100, 9, 20];
    expect(summarise(measured).median).toBe(20);
    expect(measured).toEqual([100, 9, 20]);
  });

  test('what was not measured is no figure', () => {
    expect(() => summarise([])).toThrow('Nothing was measured');
    expect(() => summarise([1, Number.NaN])).toThrow('Not a measurement');
    expect(() => summarise([1, Number.POSITIVE_INFINITY])).toThrow('Not a measurement');
  });
});

describe('the table', () => {
  const about = { group: 'Cold, 1x', name: 'first paint', unit: 'ms', atMost: 100 } as const;

  test('an aim is met up to its very value', () => {
    expect(isMet(figureOf(about, summarise([100])))).toBe(true);
    expect(isMet(figureOf(about, summarise([100.1])))).toBe(false);
    expect(isMet({ group: 'a', name: 'b', unit: 'count', value: 1 })).toBeUndefined();
  });

  test('9: one missed aim is enough for the whole to fail, and a figure without an aim never is', () => {
    const met = figureOf(about, summarise([100]));
    const missed = figureOf(about, summarise([101]));
    const free = { group: 'a', name: 'b', unit: 'count', value: 1_000 } as const;
    expect(missedIn([met, free])).toEqual([]);
    expect(missedIn([met, missed, free])).toEqual([missed]);
  });

  test('15.1: where times are not judged, bytes and counts still are', () => {
    const slow = figureOf(about, summarise([1_000]));
    const share = { group: 'a', name: 'b', unit: 'times', value: 2, atMost: 1 } as const;
    const heavy = { group: 'a', name: 'b', unit: 'bytes', value: 2, atMost: 1 } as const;
    const many = { group: 'a', name: 'b', unit: 'count', value: 2, atMost: 1 } as const;
    expect(missedIn(withoutTimes([slow, share, heavy, many]))).toEqual([heavy, many]);
    expect(renderTable(withoutTimes([slow]))).not.toContain('MISSED');
  });

  test('a value is said in its unit', () => {
    expect(inWords(1234.6, 'ms')).toBe('1235 ms');
    expect(inWords(167_640, 'bytes')).toBe('167.6 KB');
    expect(inWords(1.299, 'times')).toBe('1.30 x');
    expect(inWords(12, 'count')).toBe('12');
    expect(inWords(12.5, 'count')).toBe('12.5');
  });

  test('each group is named once, each line has its aim and whether it is met', () => {
    const text = renderTable([
      figureOf(about, summarise([90, 80, 95])),
      figureOf({ ...about, name: 'time to verdict', atMost: 10 }, summarise([400])),
      { group: 'Crowd', name: 'token requests', unit: 'count', value: 1 },
    ]);
    const lines = text.split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe('Cold, 1x');
    expect(lines[2]).toMatch(/^ {2}first paint +90 ms +80 ms to 95 ms +3 +<= 100 ms +met$/);
    expect(lines[3]).toMatch(/^ {2}time to verdict +400 ms .*<= 10 ms +MISSED$/);
    expect(lines[4]).toBe('Crowd');
    expect(lines[5]).toMatch(/^ {2}token requests +1$/);
  });
});

describe('the command line', () => {
  test('without a word it is the whole benchmark with seven runs', () => {
    expect(parseOptions([])).toEqual({ runs: 7, short: false });
  });

  test('a short look is one run unless more are asked for', () => {
    expect(parseOptions(['--short'])).toEqual({ runs: 1, short: true });
    expect(parseOptions(['--runs', '3', '--short'])).toEqual({ runs: 3, short: true });
    expect(parseOptions(['--short', '--runs', '2', '--json', 'out.json'])).toEqual({
      runs: 2,
      short: true,
      jsonFile: 'out.json',
    });
  });

  test('one part can be measured alone', () => {
    expect(parseOptions(['--only', 'over a link'])).toEqual({ runs: 7, short: false, only: 'over a link' });
  });

  test.each([
    ['--runs'],
    ['--runs', '0'],
    ['--runs', 'ten'],
    ['--json'],
    ['--json', '--short'],
    ['--fast'],
    ['7'],
  ])('is turned down: %s %s', (...args) => {
    expect(parseOptions(args.filter((word) => word !== undefined))).toBeUndefined();
  });
});
