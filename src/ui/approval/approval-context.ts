import { createContext, useContext } from 'react';
import type { ApprovalAction } from '../../core/approval/screens/model';
import type { ApprovalWords } from '../strings/approval/words';

/** What every component of the grant page may need: words, and the way to say that something was pressed. */
export interface ApprovalContext {
  readonly words: ApprovalWords;
  press(action: ApprovalAction): void;
}

const Context = createContext<ApprovalContext | undefined>(undefined);

export const ApprovalProvider = Context.Provider;

/** Throws outside a `ApprovalProvider`: a component without words is a bug. */
export function useApproval(): ApprovalContext {
  const grant = useContext(Context);
  if (!grant) throw new Error('The component stands outside a ApprovalProvider.');
  return grant;
}
