import { useLayoutEffect } from 'react';
import { focusHeading } from '../components/screen-heading';

/**
 * For what takes the place of something else: a dialog, or the list. When it goes, and the focus with it, what had the
 * focus before has it again; where that has gone as well, the title of what stands then. Fluent gives it back to what says
 * that it opens dialogs, a turn later, and so to the row below a panel that stands.
 */
export function useFocusBack(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    // It still stands now; it has gone a moment later.
    return () =>
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        // What lies over the page comes after it.
        const title = [...document.querySelectorAll<HTMLElement>('[data-screen-title]')].at(-1);
        if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
        else if (title) focusHeading(title);
      });
  }, []);
}
