import { element } from '../host/element';
import type { PanelContext, PanelPart } from './context';
import { button, section } from './fields';
import { hostClient } from './host-client';

const MINUTE_MS = 60_000;
const STEPS: readonly (readonly [label: string, ms: number])[] = [
  ['A minute', MINUTE_MS],
  ['An hour', 60 * MINUTE_MS],
  ['A day', 24 * 60 * MINUTE_MS],
  // A request lives 30 days.
  ['31 days', 31 * 24 * 60 * MINUTE_MS],
];

/** The clock of pane, service and Microsoft together: it runs, and can be put forward. */
export function clockPart(context: PanelContext): PanelPart {
  const shown = element('p', {});
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });
  const forward = (label: string, ms: number): (() => void) => {
    return () =>
      context.act(`${label} later.`, async () => {
        const wrong = await hostClient.putForward(ms);
        const host = await hostClient.state();
        if (host) context.outlook.clockMoved(host.aheadMs);
        return wrong;
      });
  };
  return {
    root: section(
      'Clock',
      false,
      shown,
      element(
        'div',
        { class: 'buttons' },
        ...STEPS.map(([label, ms]) => button(`${label} later`, forward(label, ms))),
      ),
      element(
        'p',
        { class: 'note' },
        'Moves the pane, the service and Microsoft together; other windows follow when they are loaded again. It does not go back: end the world for that.',
      ),
    ),
    show: ({ host }) => {
      shown.textContent = time.format(Date.now() + host.aheadMs);
    },
  };
}
