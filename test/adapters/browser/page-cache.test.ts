import { cameFromCache } from '../../../src/adapters/browser/page-cache';

const told = (...entries: readonly object[]): Pick<Performance, 'getEntriesByType'> => ({
  getEntriesByType: (type) => (type === 'navigation' ? (entries as PerformanceEntryList) : []),
});

test.each([
  // https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-transfersize : 300 for the headers, and the body that was sent.
  ['was sent', { transferSize: 5_640, encodedBodySize: 5_340 }, false],
  ['was told to count still', { transferSize: 300, encodedBodySize: 5_340 }, true],
  ['was not asked for at all', { transferSize: 0, encodedBodySize: 5_340 }, true],
  ['is still coming', { transferSize: 0, encodedBodySize: 0 }, false],
  ['comes from a browser that tells no sizes', {}, false],
])('15.3: a page that %s', (_what, entry, expected) => {
  expect(cameFromCache(told(entry))).toBe(expected);
});

test('15.3: a browser that tells nothing about the page has nothing', () => {
  expect(cameFromCache(told())).toBe(false);
});
