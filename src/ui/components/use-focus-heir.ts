import { useLayoutEffect, useRef, type RefObject } from 'react';
import { focusHeading } from './screen-heading';

// Fluent's dialogs put elements beside themselves that hand Tab on; whoever looks for them is told that they are hidden.
const reachedByTab = (place: ParentNode): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, [tabindex="0"]:not([aria-hidden])',
  ),
];
const wholePage = (): ParentNode => document;

/**
 * For a button that may go while its screen stays. If it has the focus then, the same button elsewhere inherits that, or
 * what stands in its place, else the screen's title. Left to itself the focus falls on the body, from which office.js
 * leads Tab out of the pane.
 * @param placeOf where the heir must stand: the same function at each drawing
 */
export function useFocusHeir(
  placeOf: (going: HTMLElement) => ParentNode = wholePage,
): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const going = button.current;
    // It still stands now, and whatever comes in its place stands a moment later.
    return () => {
      if (!going || document.activeElement !== going || !document.hasFocus()) return;
      const place = placeOf(going);
      const all = reachedByTab(place);
      const above = all.slice(0, all.indexOf(going));
      const { action } = going.dataset;
      queueMicrotask(() => {
        // A screen or a question that came has taken it.
        if (document.activeElement !== document.body) return;
        const standing = reachedByTab(place);
        const heir =
          standing.find(({ dataset }) => action !== undefined && dataset['action'] === action) ??
          standing.find((one) => !above.includes(one));
        const heading = place.querySelector<HTMLElement>('[data-screen-title]');
        if (heir) heir.focus();
        else if (heading) focusHeading(heading);
      });
    };
  }, [placeOf]);
  return button;
}
