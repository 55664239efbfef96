import { createContext, useContext } from 'react';
import type { AdminRequestWords } from '../../core/admin-request';
import type { PaneEvent } from '../../core/pane/event';
import type { Language } from '../strings/language';

/** The language of the message to the administrator: the pane's own until the person chooses another. */
export interface MessageLanguage {
  readonly language: Language;
  /** The words of the language that was chosen; undefined: the pane's own. */
  readonly words?: AdminRequestWords | undefined;
  /** Chosen, and its words are on their way: until they are here, no message is handed over in another language. */
  readonly coming?: Language | undefined;
  readonly choose: (language: Language) => void | Promise<void>;
}

/** What the pane's own screens tell the store, beside their actions. */
export interface StoreContext {
  /** Tells the store of something that moves nobody to another screen: what was typed, what is to be copied. */
  readonly send: (event: PaneEvent) => void;
  readonly message: MessageLanguage;
  /** What is said aloud beside the screen's title: the notice, while there is one. */
  readonly sayAloud: (text: string) => void;
}

const Context = createContext<StoreContext | undefined>(undefined);

export const StoreProvider = Context.Provider;

/** Throws outside a `StoreProvider`: a component that tells nobody is a bug. */
export function useStore(): StoreContext {
  const store = useContext(Context);
  if (!store) throw new Error('The component stands outside a StoreProvider.');
  return store;
}
