import { createStore } from '../../../src/app/store';
import type { OperatorsEvent } from '../../../src/core/operators/event';
import { operatorsTransition } from '../../../src/core/operators/transition';
import { createPageTheme } from '../../../src/pages/shell/page-theme';
import { OperatorsPage } from '../../../src/ui/operators/operators-page';
import { listOf, SAMPLE_NOW_MS, sampleState } from '../../ui/operators/sample-states';
import { drawByAddress } from './draw';

/*
 * The operators' page: one sample as it is drawn, chosen by the address: `#screen=list`, or `#count=100000` for a list of
 * so many. What is pressed changes the state as on the page itself. Nobody answers but a test, by an event `answered` of the
 * window, which holds the answer to the last question. Its clock stands still.
 */

document.title = 'Organisations';
const theme = createPageTheme(window);
const { store: now } = createStore(SAMPLE_NOW_MS);
let hear = (_answer: object): void => {};
window.addEventListener('answered', (event) => hear((event as CustomEvent<object>).detail));

drawByAddress((chosen) => {
  const count = Number(chosen.get('count') ?? '0');
  const { store, set } = createStore(count > 0 ? listOf(count) : sampleState(chosen.get('screen') ?? ''));
  const send = (event: OperatorsEvent): void =>
    set(operatorsTransition(store.getState(), event, { nowMs: SAMPLE_NOW_MS, fraction: 0.5 })[0]);
  hear = (answer) => send({ ...answer, number: store.getState().asked } as OperatorsEvent);
  return Promise.resolve(<OperatorsPage store={store} theme={theme} now={now} send={send} />);
});
