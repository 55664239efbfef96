import { createContext, useContext } from 'react';
import type { Pressed } from '../../core/approval/screens/model';
import type { ApprovalWords } from '../strings/approval/words';

/** What every component of the page may need: words, and the way to say that something was pressed. */
export interface ApprovalContext {
  readonly words: ApprovalWords;
  press(pressed: Pressed): void;
}

const Context = createContext<ApprovalContext | undefined>(undefined);

export const ApprovalProvider = Context.Provider;

/** Throws outside an `ApprovalProvider`: a component without words is a bug. */
export function useApproval(): ApprovalContext {
  const context = useContext(Context);
  if (!context) throw new Error('The component stands outside an ApprovalProvider.');
  return context;
}
