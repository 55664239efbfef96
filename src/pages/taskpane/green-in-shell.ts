import type { Store } from '../../app/store';
import { screenOf } from '../../core/pane/screens/screen';
import type { State } from '../../core/pane/state';
import type { Words } from '../../ui/strings/words';
import { write } from '../shell/shell';

/*
 * The green check is most panes' first and only news, and React with all of the pane's screens is more than half of the work
 * before it. So the static shell shows it, in the words and in the place of the screen that follows it. Everything else is
 * to be read and pressed, and waits for its screen.
 */

/**
 * Has the static shell show the green check as long as the state's screen has it and no screen of the pane's own stands
 * there. `words` speak the shell's language.
 */
export function showGreenInShell(document: Document, store: Store<State>, words: Words): void {
  const shell = document.querySelector('.shell');
  const checking = shell?.querySelector('main');
  if (!shell || !checking) return;
  let shown = '';
  const stop = store.subscribe(look);
  look();

  function look(): void {
    if (!shell?.isConnected || !checking) {
      stop();
      return;
    }
    const { name, tone, title, lead } = screenOf(store.getState());
    const text = name === 'granted' && tone === 'good' ? [title, ...lead.slice(0, 1)].map(words.say) : [];
    if (shown === text.join()) return;
    shown = text.join();
    // One screen gives way to the other: nothing that stands there moves.
    shell.replaceChildren(text.length > 0 ? greenOf(checking, text) : checking);
  }
}

function greenOf(checking: HTMLElement, [title = '', lead = '']: readonly string[]): HTMLElement {
  const green = checking.cloneNode(true) as HTMLElement;
  green.querySelector('.ring')?.remove();
  const check = green.querySelector('.check');
  check?.removeAttribute('hidden');
  check?.setAttribute('data-green-check', '');
  write(green, 'title', title);
  write(green, 'lead', lead);
  return green;
}
