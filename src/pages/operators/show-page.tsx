import { createRoot } from 'react-dom/client';
import { createBrowserVisibility } from '../../adapters/browser/visibility';
import type { OperatorsApp } from '../../app/create-operators-app';
import { createMinutes } from '../../app/minutes';
import type { Clock } from '../../ports';
import { OperatorsPage } from '../../ui/operators/operators-page';
import { createPageTheme } from '../shell/page-theme';

interface PageParts extends Pick<OperatorsApp, 'store' | 'send'> {
  readonly clock: Clock;
  /** Where the static shell stands. */
  readonly place: HTMLElement | null;
  readonly window: Window;
}

/** Puts the page in the place of the static shell. */
export function showPage({ store, send, clock, place, window }: PageParts): void {
  if (!place) throw new Error('The document has no place for the page.');
  createRoot(place).render(
    <OperatorsPage
      store={store}
      theme={createPageTheme(window)}
      now={createMinutes(clock, createBrowserVisibility(window))}
      send={send}
    />,
  );
}
