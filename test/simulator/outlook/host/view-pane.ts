/** The task pane: its header, its frame and the inline dialog over it. */
import { windowNameOf, type SimulatedHost } from '../window-name';
import { drawings, element, icon } from './element';

export interface PaneView {
  readonly root: HTMLElement;
  readonly frame: HTMLIFrameElement;
  isPinned(): boolean;
}

export interface PaneViewInput {
  readonly url: string;
  readonly conversationId: string;
  readonly controlId: string;
  readonly hostOrigin: string;
  readonly locale: string;
  readonly simulated: SimulatedHost;
  readonly clipboard: 'allowed' | 'blocked';
  readonly isPinned: boolean;
  closed(): void;
  pinned(isPinned: boolean): void;
}

/** Outlook on the web sandboxes add-ins; these are the rights that they are known to have (no modal windows). */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Draws a task pane that loads at once. */
export function paneView(input: PaneViewInput): PaneView {
  let isPinned = input.isPinned;
  const frame = element('iframe', {
    class: 'pane-frame',
    title: 'ExtendSync',
    sandbox: SANDBOX,
    name: windowNameOf({ ...input, kind: 'pane' }),
    ...(input.clipboard === 'allowed' ? { allow: 'clipboard-write' } : {}),
    src: input.url,
  });
  const pin = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'aria-label': 'Pin ExtendSync',
      'aria-pressed': String(isPinned),
      onclick: () => {
        isPinned = !isPinned;
        pin.setAttribute('aria-pressed', String(isPinned));
        input.pinned(isPinned);
      },
    },
    icon(drawings.pin),
  );
  const close = element(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': 'Close ExtendSync', onclick: () => input.closed() },
    icon(drawings.close),
  );
  const root = element(
    'aside',
    { class: 'pane', 'aria-label': 'Task pane' },
    element('header', { class: 'pane-header' }, element('h2', {}, 'ExtendSync'), pin, close),
    frame,
  );
  return { root, frame, isPinned: () => isPinned };
}
