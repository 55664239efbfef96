import { createContext, useContext } from 'react';
import type { PaneEvent } from '../../core/pane/event';

/** What the components need of time; the pane's own clock fits. Milliseconds since the epoch. */
export interface DisplayClock {
  now(): number;
}

/** What every component of the pane may need beside its words: time, and the way to say that something was pressed. */
export interface PaneContext {
  readonly clock: DisplayClock;
  press(action: { readonly event: PaneEvent }): void;
}

const Context = createContext<PaneContext | undefined>(undefined);

export const PaneProvider = Context.Provider;

/** Throws outside a `PaneProvider`: a component that tells nobody is a bug. */
export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (!pane) throw new Error('The component stands outside a PaneProvider.');
  return pane;
}
