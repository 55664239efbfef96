import { createStore, type Store } from '../../app/store';
import type { OutlookTheme } from '../../core/theme-kind';

/** The look that the person prefers, as the browser knows it: the page stands outside Outlook and follows the system. */
export function createPageTheme(window: Window): Store<OutlookTheme> {
  const forced = window.matchMedia('(forced-colors: active)');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  // A receipt is printed on white paper.
  const paper = window.matchMedia('print');
  const read = (): OutlookTheme => ({
    kind: paper.matches ? 'light' : forced.matches ? 'high-contrast' : dark.matches ? 'dark' : 'light',
  });
  const { store, set } = createStore(read());
  // For as long as the page lives, like the page's own styles.
  for (const query of [forced, dark, paper]) query.addEventListener('change', () => set(read()));
  return store;
}
