import type { Pane } from './pane';

/** What the browser tells of a shift; TypeScript's own list of entries does not have it. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  /** Whether somebody has pressed or typed something half a second before: then it is an answer, and no jump. */
  readonly hadRecentInput: boolean;
}

/**
 * How far the pane's content has jumped since its frame was opened, as https://web.dev/articles/cls adds it up, without
 * the shifts that follow a person's own press.
 */
export async function layoutShiftOf(pane: Pane): Promise<number> {
  return pane.frame().evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList): void => {
          for (const { value, hadRecentInput } of entries as LayoutShift[]) if (!hadRecentInput) sum += value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        // Two frames later everything that was drawn has been measured.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            observer.disconnect();
            resolve(sum);
          }),
        );
      }),
  );
}
