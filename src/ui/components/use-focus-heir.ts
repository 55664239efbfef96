import { useLayoutEffect, useRef, type RefObject } from 'react';
import { focusHeading } from './screen-heading';

const reachedByTab = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]'),
];

/**
 * For a button that may go while its screen stays. If it has the focus then, the same button elsewhere inherits that, or
 * what stands in its place, else the screen's title. Left to itself the focus falls on the body, from which office.js
 * leads Tab out of the pane.
 */
export function useFocusHeir(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const going = button.current;
    // It still stands now, and whatever comes in its place stands a moment later.
    return () => {
      if (!going || document.activeElement !== going || !document.hasFocus()) return;
      const all = reachedByTab();
      const above = all.slice(0, all.indexOf(going));
      const { action } = going.dataset;
      queueMicrotask(() => {
        // A screen or a question that came has taken it.
        if (document.activeElement !== document.body) return;
        const standing = reachedByTab();
        const heir =
          standing.find(({ dataset }) => action !== undefined && dataset['action'] === action) ??
          standing.find((one) => !above.includes(one));
        const heading = document.querySelector<HTMLElement>('[data-screen-title]');
        if (heir) heir.focus();
        else if (heading) focusHeading(heading);
      });
    };
  }, []);
  return button;
}
