import { createContext, useContext } from 'react';
import type { GrantAction } from '../../core/approval/screens/model';
import type { GrantWords } from '../strings/approval/words';

/** What every component of the grant page may need: words, and the way to say that something was pressed. */
export interface GrantContext {
  readonly words: GrantWords;
  press(action: GrantAction): void;
}

const Context = createContext<GrantContext | undefined>(undefined);

export const GrantProvider = Context.Provider;

/** Throws outside a `GrantProvider`: a component without words is a bug. */
export function useGrant(): GrantContext {
  const grant = useContext(Context);
  if (!grant) throw new Error('The component stands outside a GrantProvider.');
  return grant;
}
