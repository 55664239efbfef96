import type { Verdict } from '../../consent/verdict';
import { checksModel } from '../../shown/checks';
import { asksHere } from '../check';
import { tell } from '../message';
import type { ApprovalScreenModel } from './model';
import type { ApprovalState } from '../state';

/** The times of the checks, and the button that asks now: where the page asks by itself. */
export function checksOf(state: ApprovalState): Pick<ApprovalScreenModel, 'checks' | 'checkNow'> {
  if (!asksHere(state)) return {};
  return {
    checks: checksModel(state.check, state),
    checkNow: {
      name: 'check-now',
      label: tell('approval.action.check-now'),
      event: { type: 'check-asked' },
      // It can be pressed while a sign-in window stands open: that may be lost behind another one.
      busy: state.check.probing?.manner === 'silent',
    },
  };
}

/**
 * What support needs: the code of the return, else that of the last answer with its correlation id. That nobody is signed
 * in needs no support.
 */
export function detailsOf(verdict: Verdict, codeOfReturn?: string): Pick<ApprovalScreenModel, 'details'> {
  if (codeOfReturn !== undefined) return { details: { code: codeOfReturn } };
  const { code, correlationId } = verdict;
  if (code === undefined || verdict.kind === 'sign-in-needed') return {};
  return { details: { code, correlationId } };
}
