import { createContext, useContext } from 'react';
import type { Notice } from '../../core/pane/screens/model';

/** Which button handed something over last, and what became of it. */
export interface HandOverContext {
  readonly pressed: string | undefined;
  readonly notePress: (id: string) => void;
  readonly notice: Notice | undefined;
}

const Context = createContext<HandOverContext>({
  pressed: undefined,
  notePress: () => {},
  notice: undefined,
});

export const HandOverProvider = Context.Provider;

export const useHandOver = (): HandOverContext => useContext(Context);
