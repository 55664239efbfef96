import type { Store } from '../../app/store';
import type { LastState } from '../../core/pane/last-state';
import type { State } from '../../core/pane/state';
import { createMoment } from '../../ui/strings/format';
import { formatLocaleFor, languageFor } from '../../ui/strings/language';
import { APPROVED_BEFORE } from '../../ui/strings/last-state-words';
import { write } from '../shell/shell';

/** Shows in the static shell what was confirmed last, in the place of the grey bars. */
export function showLastState(
  document: Document,
  { organisation, atMs }: LastState,
  { locale, nowMs }: { readonly locale: string; readonly nowMs: number },
): void {
  const language = languageFor(locale);
  const time = createMoment(formatLocaleFor(locale, language), () => nowMs)(atMs);
  write(document, 'organisation', organisation);
  write(document, 'approved-before', APPROVED_BEFORE[language](time));
  setShown(document, true);
}

/** Takes it away as soon as the pane knows better: whose mailbox it is, or what Microsoft says now. */
export function followLastState(document: Document, store: Store<Pick<State, 'lastState'>>): void {
  const stop = store.subscribe(look);
  // Another pane may have taken it away since the page has shown it.
  look();

  function look(): void {
    if (store.getState().lastState) return;
    stop();
    setShown(document, false);
  }
}

function setShown(document: Document, shown: boolean): void {
  const card = document.querySelector<HTMLElement>('[data-shell="last-state"]');
  const bones = document.querySelector<HTMLElement>('.bones');
  // The pane's own screen may stand there by now.
  if (!card || !bones) return;
  card.hidden = !shown;
  card.toggleAttribute('data-last-state', shown);
  bones.hidden = shown;
}
