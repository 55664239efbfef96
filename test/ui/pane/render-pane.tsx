import { act, render, type RenderResult } from '@testing-library/react';
import { createStore } from '../../../src/app/store';
import type { PaneEvent } from '../../../src/core/pane/event';
import type { State } from '../../../src/core/pane/state';
import { fetchAhead } from '../../../src/ui/components/later-part';
import { App, type Appearance } from '../../../src/ui/pane/app';
import { AFTER_VERDICT } from '../../../src/ui/pane/after-verdict';
import type { OutlookTheme } from '../../../src/core/theme-kind';
import type { Catalogue } from '../../../src/ui/strings/catalogue';
import { en } from '../../../src/ui/strings/en';
import type { Language } from '../../../src/ui/strings/language';
import { laterEn } from '../../../src/ui/strings/later/en';
import { createLaterWords, type LaterWords } from '../../../src/ui/strings/later/words';
import { createWords, type Words } from '../../../src/ui/strings/words';
import { ManualClock } from '../../support/manual-clock';
import type { SupportReader } from '../../../src/ui/pane/support-reader';
import { SAMPLE_SUPPORT } from './sample-support';
import { SAMPLE_NOW_MS } from './sample-states';

// As a pane has it that was open for a moment.
beforeAll(() => fetchAhead(AFTER_VERDICT.en));

export interface RenderedPane extends RenderResult {
  readonly clock: ManualClock;
  /** What the person asked for, in order. */
  readonly heard: readonly PaneEvent[];
  readonly words: Words;
  /** English, as the words that come after the verdict are spoken here. */
  readonly later: LaterWords;
  /** The languages that were chosen for the message, in order. */
  readonly languages: readonly Language[];
  /** The store goes over to another state; resolves when what it shows has been loaded. */
  readonly become: (state: State) => Promise<void>;
  readonly dress: (appearance: Partial<Appearance>) => Promise<void>;
}

interface Dress {
  readonly theme?: OutlookTheme;
  readonly language?: Language;
  readonly catalogue?: Catalogue;
  readonly locale?: string;
  readonly support?: SupportReader;
}

/** The whole pane on a store that the test holds, with a clock that the test turns. Stories stop it by unmounting. */
export function renderPane(
  state: State,
  {
    theme = { kind: 'light' },
    language = 'en',
    catalogue = en,
    locale = 'en-GB',
    support = SAMPLE_SUPPORT,
  }: Dress = {},
): RenderedPane {
  const clock = new ManualClock(SAMPLE_NOW_MS);
  const { store, set } = createStore(state);
  const words = createWords({ language, catalogue, locale, now: () => clock.now() });
  const languages: Language[] = [];
  const appearance = createStore<Appearance>({
    theme,
    words,
    message: {
      language,
      choose: (chosen) => {
        languages.push(chosen);
      },
    },
  });
  const heard: PaneEvent[] = [];
  const result = render(
    <App
      store={store}
      appearance={appearance.store}
      clock={clock}
      support={support}
      send={(event) => {
        heard.push(event);
      }}
    />,
  );
  return {
    ...result,
    clock,
    heard,
    words,
    later: createLaterWords({ language: 'en', catalogue: laterEn }, words),
    languages,
    become: (next) => afterChange(() => set(next)),
    dress: (change) => afterChange(() => appearance.set({ ...appearance.store.getState(), ...change })),
  };
}

const afterChange = (change: () => void): Promise<void> =>
  act(async () => {
    change();
    await Promise.resolve();
  });
