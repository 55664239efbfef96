import type { ReturnOutcome } from '../../api';
import { entraError } from '../../consent/entra-errors';
import { approverRolesFor, type PermissionSet } from '../../permissions';
import { causeMessage } from '../../shown/cause-message';
import type { Tone } from '../../shown/model';
import { tell, type ApprovalMessage } from '../message';
import type { ApprovalScreenModel } from './model';
import { askedSet, type ApprovalState } from '../state';
import { beginAgain, signIn } from './actions';
import { checksOf, detailsOf } from './checks';
import { screen } from './every-screen';
import { meantName } from './organisation';

type Unaccepted = Exclude<ReturnOutcome, 'accepted'>;

const TONES: Readonly<Record<Unaccepted, Tone>> = {
  denied: 'plain',
  left: 'plain',
  'role-too-small': 'attention',
  expired: 'attention',
  repeated: 'plain',
  forged: 'attention',
  'other-tenant': 'attention',
  failed: 'attention',
};

/** Every other outcome has its words and its next step. */
export function outcomeScreen(
  state: ApprovalState,
  outcome: Unaccepted,
  code: string | undefined,
): ApprovalScreenModel {
  const { verdict } = state.check;
  const { title, lead } = wordsOf(outcome);
  const organisation = outcome === 'other-tenant' ? meantName(state) : undefined;
  const again = beginAgain(state);
  const other =
    verdict.kind === 'sign-in-needed' ? [signIn(state, tell('approval.action.sign-in-to-see'))] : [];
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict, code),
    name: outcome,
    tone: TONES[outcome],
    title,
    lead: [
      ...lead,
      ...(outcome === 'failed' && code !== undefined ? explanationOf(code, askedSet(state)) : []),
      ...(organisation === undefined ? [] : [tell('approval.organisation', { organisation: organisation })]),
      ...(again.primary === undefined ? [tell('approval.ask-for-new-link')] : []),
    ],
    ...again,
    others: other,
  });
}

/** What Microsoft's code means, where it is one of those we know; of the most frequent also who could have approved. */
function explanationOf(code: string, set: PermissionSet): readonly ApprovalMessage[] {
  const cause = entraError(code)?.cause;
  if (cause === undefined) return [];
  return cause === 'admin-approval-needed'
    ? [causeMessage(cause), tell('approval.approvers', { roles: approverRolesFor(set) })]
    : [causeMessage(cause)];
}

/** The title and the sentences of an outcome, the same in a dialog and in a browser. */
export function wordsOf(outcome: ReturnOutcome | 'unasked'): {
  readonly title: ApprovalMessage;
  readonly lead: readonly ApprovalMessage[];
} {
  if (outcome === 'unasked') {
    return { title: tell('approval.unasked.title'), lead: [tell('approval.unasked.lead')] };
  }
  if (outcome === 'accepted') {
    return { title: tell('approval.confirming.title'), lead: [tell('approval.confirming.lead')] };
  }
  return {
    title: tell(`approval.returned.${outcome}.title`),
    lead: [tell(`approval.returned.${outcome}.lead`)],
  };
}
