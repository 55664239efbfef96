import { openTabValues } from '../../adapters/browser/storage';
import { DIALOG_LANGUAGE } from '../../core/api/paths';
import { parseArrival } from '../../core/approval/arrival';
import { localeToSpeak } from '../../ui/strings/language';

const KEY = 'grant-page-language';

/**
 * The locale in which the page speaks. The window of a pane speaks as its Outlook does, also when it comes back from Microsoft:
 * the pane says so in its address, and the tab keeps it. Everywhere else it is the browser's own: a link is read by somebody
 * else than who has shared it.
 */
export function pageLocale(window: Pick<Window, 'location' | 'navigator' | 'sessionStorage'>): string {
  const browser = window.navigator.language;
  const told = toldIn(window);
  return typeof told === 'string' ? localeToSpeak(told, browser) : browser;
}

function toldIn(window: Pick<Window, 'location' | 'sessionStorage'>): unknown {
  const { search } = window.location;
  const params = new URLSearchParams(search);
  const { kind } = parseArrival(search);
  const values = openTabValues(window);
  const isPanes = params.has('mode');
  if (!isPanes && kind !== 'link' && kind !== 'status') return values.read(KEY);
  const told = (isPanes ? params.get(DIALOG_LANGUAGE) : null) ?? undefined;
  // A browser that keeps nothing: what the address says counts.
  values.write(KEY, told);
  return told;
}
