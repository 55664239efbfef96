import { mayBegin, mayPassOn } from '../redirect';
import { tell, type ApprovalMessage } from '../message';
import type { ApprovalAction } from './model';
import { requestIdOf, type ApprovalState } from '../state';

export const CLOSE: ApprovalAction = {
  name: 'close',
  label: tell('approval.action.close'),
  event: { type: 'close-asked' },
};

/** On to Microsoft's consent page, where the page may. */
export const continueAction = (state: ApprovalState, label: ApprovalMessage): ApprovalAction | undefined =>
  mayBegin(state)
    ? {
        name: 'continue',
        label,
        event: { type: 'continue-asked' },
        busy: isGoing(state) && !isLooking(state),
      }
    : undefined;

/** An action among others, where it may be done at all. */
export const listed = (action: ApprovalAction | undefined): readonly ApprovalAction[] =>
  action === undefined ? [] : [action];

/** On to Microsoft's sign-in, for an administrator's look at what is granted. */
export const confirmAction = (
  state: ApprovalState,
  label: ApprovalMessage = tell('approval.action.confirm'),
): ApprovalAction => ({
  name: 'confirm',
  label,
  event: { type: 'confirm-asked' },
  busy: isGoing(state) && isLooking(state),
});

/** The way to begin, or to begin anew. */
export function beginAgain(state: ApprovalState): ApprovalAction | undefined {
  const { place } = state;
  const hasBegun = place.at === 'returned' && place.isBelieved;
  return continueAction(
    state,
    hasBegun ? tell('approval.action.begin-again') : tell('approval.action.continue'),
  );
}

/** Signs in here, so that Microsoft can be asked. */
export const signIn = (state: ApprovalState, label: ApprovalMessage): ApprovalAction => ({
  name: 'sign-in',
  label,
  event: { type: 'sign-in-asked' },
  busy: state.check.probing?.manner === 'interactive' || state.signInHere === 'leaving',
});

/** Copies the link, for somebody else to go on with. */
export const passOn = (state: ApprovalState): ApprovalAction | undefined =>
  requestIdOf(state) === undefined
    ? undefined
    : { name: 'pass-on', label: tell('approval.action.pass-on'), event: { type: 'link-copy-asked' } };

/** The same for who has signed in without a link: it is made when it is wanted. */
export const copyLink = (state: ApprovalState): readonly ApprovalAction[] =>
  mayPassOn(state)
    ? [
        {
          name: 'pass-on',
          label: tell('approval.action.copy-link'),
          event: { type: 'link-copy-asked' },
          busy: state.redirect.phase === 'making-request' && state.redirect.purpose === 'copy',
        },
      ]
    : [];

export const showRequest = (state: ApprovalState): readonly ApprovalAction[] =>
  requestIdOf(state) === undefined
    ? []
    : [
        {
          name: 'show-request',
          label: tell('approval.action.show-request'),
          event: { type: 'request-asked' },
        },
      ];

function isGoing({ redirect }: ApprovalState): boolean {
  switch (redirect.phase) {
    case 'making-request':
      return redirect.purpose === 'go';
    case 'making-attempt':
    case 'making-look':
    case 'telling':
      return true;
    case 'leaving':
      return !redirect.overdue;
    case 'idle':
    case 'failed':
      return false;
    default:
      return redirect satisfies never;
  }
}

const isLooking = ({ redirect }: ApprovalState): boolean =>
  redirect.phase === 'making-look' || ('errand' in redirect && redirect.errand === 'look');
