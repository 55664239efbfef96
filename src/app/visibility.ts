import type { Visibility } from '../ports';

/** What becomes of the window and the network, as both pages' events tell it. */
const EVENTS = {
  shown: 'shown',
  hidden: 'hidden',
  focused: 'focused',
  online: 'went-online',
  offline: 'went-offline',
} as const;

/** Tells an app of it, until the returned function is called. */
export const listenToVisibility = (
  visibility: Visibility,
  send: (event: { readonly type: (typeof EVENTS)[keyof typeof EVENTS] }) => void,
): (() => void) => visibility.onChanged((change) => send({ type: EVENTS[change] }));
