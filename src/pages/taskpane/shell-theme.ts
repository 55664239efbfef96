import type { OutlookTheme } from '../../core/theme-kind';

/** Gives the static shell Outlook's looks; undefined leaves it those of the system. */
export function dressShell(document: Document, theme: OutlookTheme | undefined): void {
  document.documentElement.dataset['theme'] = theme?.kind ?? '';
}
