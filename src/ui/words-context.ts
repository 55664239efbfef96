import { createContext, useContext } from 'react';
import type { Words } from './strings/words';

const Context = createContext<Words | undefined>(undefined);

/** Gives the components of both pages their words. */
export const WordsProvider = Context.Provider;

/** Throws outside a `WordsProvider`: a component without words is a bug. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('The component stands outside a WordsProvider.');
  return words;
}
