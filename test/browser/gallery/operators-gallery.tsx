import { createRoot } from 'react-dom/client';
import { createStore } from '../../../src/app/store';
import { operatorsTransition } from '../../../src/core/operators/transition';
import { createPageTheme } from '../../../src/pages/shell/page-theme';
import { OperatorsPage } from '../../../src/ui/operators/operators-page';
import { listOf, SAMPLE_NOW_MS, sampleState } from '../../ui/operators/sample-states';

/*
 * The operators' page: one sample as it is drawn, chosen by the address: `#screen=list`, or `#count=100000` for a list of
 * so many. What is pressed changes the state as on the page itself; nobody answers. Its clock stands still.
 */

const chosen = new URLSearchParams(location.hash.slice(1));
const count = Number(chosen.get('count') ?? '0');
const { store, set } = createStore(count > 0 ? listOf(count) : sampleState(chosen.get('screen') ?? ''));
const clock = { now: () => SAMPLE_NOW_MS };

const place = document.querySelector('#pane');
if (!place) throw new Error('The gallery has no place for the page.');
document.title = 'Organisations';
createRoot(place).render(
  <OperatorsPage
    store={store}
    theme={createPageTheme(window)}
    clock={clock}
    send={(event) => {
      set(operatorsTransition(store.getState(), event, { nowMs: SAMPLE_NOW_MS, fraction: 0.5 })[0]);
    }}
  />,
);
