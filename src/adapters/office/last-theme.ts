import type { OutlookTheme } from '../../core/theme-kind';
import { openBrowserValues } from '../browser/storage';

/*
 * How Outlook looked last in this browser: it tells only when office.js has met it, and that is after the first look.
 */

const KEY = 'theme';

export function readLastTheme(window: Window): OutlookTheme | undefined {
  const kind = openBrowserValues(window).read(KEY);
  return kind === 'dark' || kind === 'light' ? { kind } : undefined;
}

export const keepLastTheme = (window: Window, { kind }: OutlookTheme): void =>
  void openBrowserValues(window).write(KEY, kind);
