import { createStore } from '../../../src/app/store';
import type { State } from '../../../src/core/pane/state';
import { App, type Appearance } from '../../../src/ui/pane/app';
import { en } from '../../../src/ui/strings/en';
import { loadCatalogue } from '../../../src/ui/strings/load-catalogue';
import { createWords } from '../../../src/ui/strings/words';
import { SAMPLE_SUPPORT } from '../../ui/pane/sample-support';
import { SAMPLE_NOW_MS, SAMPLE_STATES, type SampleName } from '../../ui/pane/sample-states';
import { drawByAddress } from './draw';

/*
 * The gallery: one sample state as the pane draws it, chosen by the address:
 * `#screen=required&theme=dark&locale=ar-EG&background=%23f3f2f1`. Its clock stands still.
 */

const clock = { now: () => SAMPLE_NOW_MS, after: () => () => {} };

drawByAddress(async (chosen) => {
  const locale = chosen.get('locale') ?? 'en-GB';
  const words = createWords({ ...(await loadCatalogue(locale, en)), locale, now: clock.now });
  const background = chosen.get('background');
  const state: State = SAMPLE_STATES[chosen.get('screen') as SampleName];
  const appearance = createStore<Appearance>({
    theme: {
      kind: (chosen.get('theme') as 'light' | 'dark' | 'high-contrast' | null) ?? 'light',
      ...(background === null ? {} : { bodyBackground: background }),
    },
    words,
    message: { language: words.language, choose: () => {} },
  });
  return (
    <App
      store={createStore(state).store}
      appearance={appearance.store}
      clock={clock}
      support={SAMPLE_SUPPORT}
      send={() => {}}
    />
  );
});
