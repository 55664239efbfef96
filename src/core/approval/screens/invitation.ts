import { approverRolesFor, permissionId, type PermissionSet } from '../../permissions';
import { reasonOf } from '../../shown/permission-lines';
import { tell } from '../message';
import { PUBLISHER } from '../publisher';
import type { ApprovalAction, AskedPermission, FactsModel, ApprovalScreenModel } from './model';
import { askedSet, type ApprovalState } from '../state';
import { continueAction, listed, signIn } from './actions';
import { screen } from './every-screen';
import { openingScreen } from './opening';
import { domainOf, namesOf } from './organisation';
import { questionOf } from './question';
import { sectionsOf } from './sections';

/** Somebody opened a link of ours, to approve or to confirm: what has become of the request comes first. */
export function linkScreen(state: ApprovalState): ApprovalScreenModel {
  const { request, history, place } = state;
  if (request.phase === 'gone') return goneScreen(state);
  // The request's own words come within a moment; a page that grows under the reader's eyes is worse than that moment.
  if (request.phase === 'reading' && state.organisation === undefined) return openingScreen(state);
  if (history.approvedAtMs !== undefined) return approvedBeforeScreen(state, history.approvedAtMs);
  return place.at === 'confirm' ? confirmScreen(state) : invitationScreen(state);
}

/** Somebody asked: what is asked for, by whom, and the way to Microsoft. */
function invitationScreen(state: ApprovalState): ApprovalScreenModel {
  const { request, history } = state;
  // Somebody may have approved without this page hearing of it: nobody approves once more before they have looked.
  const mayBeThere = history.visitedAtMs !== undefined;
  const onwards = continueAction(
    state,
    mayBeThere ? tell('approval.action.approve-again') : tell('approval.action.continue'),
  );
  return screen(state, {
    name: 'invitation',
    tone: 'plain',
    title: tell('approval.invitation.title', { organisation: domainOf(state) }),
    lead: [
      tell('approval.invitation.lead'),
      tell('approval.approvers', { roles: approverRolesFor(askedSet(state)) }),
    ],
    facts: factsOf(state),
    question: questionOf(state),
    asked: askedOf(askedSet(state)),
    primary: mayBeThere ? signInToSee(state) : onwards,
    primaryNote: mayBeThere ? undefined : tell('approval.invitation.decide'),
    others: [
      ...(request.phase === 'unread'
        ? [
            {
              name: 'try-again',
              label: tell('approval.action.try-again'),
              event: { type: 'details-asked' },
            } as const,
          ]
        : []),
      ...(mayBeThere ? listed(onwards) : []),
    ],
    sections: sectionsOf(askedSet(state)),
  });
}

/** The link is opened once more, or somebody else has confirmed it: what it led to, and how to see whether that still holds. */
export function approvedBeforeScreen(state: ApprovalState, approvedAtMs: number): ApprovalScreenModel {
  return screen(state, {
    name: 'approved-before',
    tone: 'plain',
    title: tell('approval.earlier.title'),
    lead: [tell('approval.earlier.lead', { atMs: approvedAtMs }), tell('approval.earlier.next')],
    facts: factsOf(state),
    primary: signInToSee(state),
    others: listed(continueAction(state, tell('approval.action.approve-again'))),
    sections: sectionsOf(askedSet(state)).filter(({ name }) => name === 'revoke'),
  });
}

/**
 * An administrator is asked to confirm an approval that was there when the link was sent. Whether it still is, Microsoft
 * says once they have signed in: the verdict then offers the confirmation, or the approval.
 */
const confirmScreen = (state: ApprovalState): ApprovalScreenModel =>
  screen(state, {
    name: 'to-confirm',
    tone: 'plain',
    title: tell('approval.confirm.title'),
    lead: [tell('approval.confirm.lead'), tell('approval.unasked.next')],
    facts: factsOf(state),
    primary: signInToSee(state),
  });

const signInToSee = (state: ApprovalState): ApprovalAction =>
  signIn(state, tell('approval.action.sign-in-to-see'));

const goneScreen = (state: ApprovalState): ApprovalScreenModel =>
  screen(state, {
    name: 'gone',
    tone: 'attention',
    title: tell('approval.gone.title'),
    lead: [tell('approval.gone.lead'), tell('approval.gone.next')],
  });

function factsOf(state: ApprovalState): FactsModel {
  const { request, setup } = state;
  const times =
    request.phase === 'read' ? { madeAtMs: request.madeAtMs, expiresAtMs: request.expiresAtMs } : {};
  return { organisation: namesOf(state), publisher: PUBLISHER, clientId: setup.clientId, ...times };
}

const askedOf = (set: PermissionSet): readonly AskedPermission[] =>
  set.map((permission) => {
    const id = permissionId(permission);
    const comesAlong = permission.provesGrants === true && !permission.required;
    return { id, permission, reason: reasonOf(id), comesAlong };
  });
