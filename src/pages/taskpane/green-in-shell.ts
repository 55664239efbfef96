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
  const late = checking.querySelector('.late');
  let shown = '';
  // After the state's effects, which may not wait for what is drawn.
  const stop = store.subscribe(() => queueMicrotask(look));
  look();

  function look(): void {
    if (!shell?.isConnected || !checking) {
      stop();
      return;
    }
    const { name, tone, title, lead, notice } = screenOf(store.getState());
    // Whatever the screen adds to the check belongs to it: it waits for the screen.
    const isPlain = name === 'granted' && tone === 'good' && lead.length === 1 && notice === undefined;
    const text = isPlain ? [title, ...lead].map(words.say) : [];
    if (shown === text.join()) return;
    shown = text.join();
    // One screen gives way to the other: nothing that stands there moves.
    const main = isPlain ? greenOf(checking, text) : checking;
    // That the pane does not come up is said on, whatever stands over it.
    if (late) main.append(late);
    shell.replaceChildren(main);
  }
}

function greenOf(checking: HTMLElement, [title = '', lead = '']: readonly string[]): HTMLElement {
  const green = checking.cloneNode(true) as HTMLElement;
  green.querySelector('.ring')?.remove();
  green.querySelector('.late')?.remove();
  const check = green.querySelector('.check');
  check?.removeAttribute('hidden');
  check?.setAttribute('data-green-check', '');
  write(green, 'title', title);
  write(green, 'lead', lead);
  return green;
}
