import { DIALOG_LANGUAGE } from '../../core/api/paths';
import { parseArrival } from '../../core/approval/arrival';
import { localeToSpeak } from '../../ui/strings/language';

const KEY = 'extendsync.grant-page-language';

/**
 * The locale in which the page speaks. The window of a pane speaks as its Outlook does, also when it comes back from Microsoft:
 * the pane says so in its address, and the tab keeps it. Everywhere else it is the browser's own: a link is read by somebody
 * else than who has shared it.
 */
export function pageLocale(window: Pick<Window, 'location' | 'navigator' | 'sessionStorage'>): string {
  const browser = window.navigator.language;
  const told = toldIn(window);
  return told === null ? browser : localeToSpeak(told, browser);
}

function toldIn(window: Pick<Window, 'location' | 'sessionStorage'>): string | null {
  const { search } = window.location;
  const params = new URLSearchParams(search);
  const { kind } = parseArrival(search);
  const isPanes = params.has('mode');
  const told = isPanes ? params.get(DIALOG_LANGUAGE) : null;
  try {
    const { sessionStorage } = window;
    if (!isPanes && kind !== 'link' && kind !== 'status') return sessionStorage.getItem(KEY);
    if (told === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, told);
  } catch {
    // A browser that keeps nothing: what the address says counts.
  }
  return told;
}
