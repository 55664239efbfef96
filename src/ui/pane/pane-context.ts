import { createContext, useContext } from 'react';
import type { PaneEvent } from '../../core/pane/event';
import type { DisplayClock } from '../clock';
import type { Words } from '../strings/words';

/** What every component may need: words, time, and the way to say that something was pressed. */
export interface PaneContext {
  readonly words: Words;
  readonly clock: DisplayClock;
  press(action: { readonly event: PaneEvent }): void;
}

const Context = createContext<PaneContext | undefined>(undefined);

export const PaneProvider = Context.Provider;

/** Throws outside a `PaneProvider`: a component without words is a bug. */
export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (!pane) throw new Error('The component stands outside a PaneProvider.');
  return pane;
}

export const useWords = (): Words => usePane().words;
