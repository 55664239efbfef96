import type { ReturnOutcome } from '../../api';
import { entraError } from '../../consent/entra-errors';
import { approverRolesFor, type PermissionSet } from '../../permissions';
import { causeMessage } from '../../shown/cause-message';
import type { Tone } from '../../pane/screens/model';
import { tell, type GrantMessage } from '../message';
import type { GrantScreenModel } from './model';
import { askedSet, type GrantState } from '../state';
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
  state: GrantState,
  outcome: Unaccepted,
  code: string | undefined,
): GrantScreenModel {
  const { verdict } = state.check;
  const { title, lead } = wordsOf(outcome);
  const meant = outcome === 'other-tenant' ? meantName(state) : undefined;
  const again = beginAgain(state);
  const other = verdict.kind === 'sign-in-needed' ? [signIn(state, tell('grant.action.sign-in-to-see'))] : [];
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict, code),
    name: outcome,
    tone: TONES[outcome],
    title,
    lead: [
      ...lead,
      ...(outcome === 'failed' && code !== undefined ? explanationOf(code, askedSet(state)) : []),
      ...(meant === undefined ? [] : [tell('grant.meant', { organisation: meant })]),
      ...(again.primary === undefined ? [tell('grant.ask-for-new-link')] : []),
    ],
    ...again,
    others: other,
  });
}

/** What Microsoft's code means, where it is one of those we know; of the most frequent also who could have approved. */
function explanationOf(code: string, set: PermissionSet): readonly GrantMessage[] {
  const cause = entraError(code)?.cause;
  if (cause === undefined) return [];
  return cause === 'admin-approval-needed'
    ? [causeMessage(cause), tell('grant.approvers', { roles: approverRolesFor(set) })]
    : [causeMessage(cause)];
}

/** The title and the sentences of an outcome, the same in a dialog and in a browser. */
export function wordsOf(outcome: ReturnOutcome | 'unasked'): {
  readonly title: GrantMessage;
  readonly lead: readonly GrantMessage[];
} {
  if (outcome === 'unasked') {
    return { title: tell('grant.unasked.title'), lead: [tell('grant.unasked.lead')] };
  }
  if (outcome === 'accepted') {
    return { title: tell('grant.confirming.title'), lead: [tell('grant.confirming.lead')] };
  }
  return {
    title: tell(`grant.returned.${outcome}.title`),
    lead: [tell(`grant.returned.${outcome}.lead`)],
  };
}
