/**
 * Whether this browser had the page already, and the server said no more than that it still counts: then it has the scripts
 * too, for the page names them. What comes over the network counts into `transferSize`, what is in the cache does not
 * (https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-transfersize). False where the browser does not
 * tell, and as long as the page is still coming.
 */
export function cameFromCache(performance: Pick<Performance, 'getEntriesByType'>): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page !== undefined && page.transferSize < page.encodedBodySize;
}
