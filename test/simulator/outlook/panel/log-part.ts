import type { ControlState } from '../../entra/control-api';
import { element } from '../host/element';
import type { PanelPart } from './context';
import { section } from './fields';

interface Line {
  readonly atMs: number;
  readonly text: string;
  readonly isRefusal: boolean;
}

/** Enough to see a whole journey. */
const SHOWN = 80;

function tenantLines(state: ControlState | undefined): readonly Line[] {
  return (state?.log ?? [])
    .filter((event) => event.family !== 'control')
    .map((event) => ({
      atMs: event.atMs,
      text: `Microsoft: ${event.method} ${event.path} ${event.status} ${event.outcome}`,
      isRefusal: event.status >= 400 || event.outcome.startsWith('AADSTS'),
    }));
}

/** What was said between pane, Outlook and Microsoft, newest first. It never holds a token. */
export function logPart(): PanelPart & { add(text: string): void } {
  const own: Line[] = [];
  const list = element('ul', { class: 'log', 'aria-label': 'Protocol events', tabindex: '0' });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
  return {
    root: section('Protocol log', false, list),
    add: (text) => {
      own.push({ atMs: Date.now(), text: `Outlook: ${text}`, isRefusal: text.includes('refused') });
      if (own.length > SHOWN) own.shift();
    },
    show: ({ tenant }) => {
      const lines = [...own, ...tenantLines(tenant)].toSorted((a, b) => b.atMs - a.atMs).slice(0, SHOWN);
      list.replaceChildren(
        ...lines.map((line) =>
          element(
            'li',
            line.isRefusal ? { class: 'is-refused' } : {},
            `${time.format(line.atMs)} ${line.text}`,
          ),
        ),
      );
    },
  };
}
