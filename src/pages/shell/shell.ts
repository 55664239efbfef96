import type { ShellWords } from '../../ui/strings/shell-words';

/** The static shell of both pages, as it stands before React takes its place. */

/** Turns the shell's English words into another language's; undefined leaves the page's own English. */
export function translateShell(document: Document, words: ShellWords | undefined): void {
  if (!words) return;
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  for (const name of ['title', 'lead', 'late'] as const) write(document, name, words[name]);
}

/** Says at once, in the shell, that the page could not be loaded. Without words of ours the page's own stay. */
export function showShellTrouble(document: Document): void {
  const late = document.querySelector<HTMLElement>('[data-shell="late"]');
  if (!late) return;
  late.setAttribute('role', 'alert');
  late.style.animation = 'none';
  late.style.visibility = 'visible';
}

/** Puts text into a place of the shell. */
export function write(shell: ParentNode, name: string, text: string): void {
  const place = shell.querySelector(`[data-shell="${name}"]`);
  if (place) place.textContent = text;
}
