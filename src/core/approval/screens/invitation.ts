import { approverRolesFor, permissionId, type PermissionSet } from '../../permissions';
import { reasonOf } from '../../shown/permission-lines';
import { tell } from '../message';
import { PUBLISHER } from '../publisher';
import type { AskedPermission, FactsModel, ApprovalScreenModel } from './model';
import { askedSet, type ApprovalState } from '../state';
import { confirmAction, continueAction, listed, signIn } from './actions';
import { screen } from './every-screen';
import { openingScreen } from './opening';
import { domainOf, namesOf } from './organisation';
import { questionOf } from './question';
import { sectionsOf } from './sections';

/** Somebody asked: what is asked for, by whom, and the way to Microsoft. */
export function invitationScreen(state: ApprovalState): ApprovalScreenModel {
  const { request, history } = state;
  if (request.phase === 'gone') return goneScreen(state);
  // The request's own words come within a moment; a page that grows under the reader's eyes is worse than that moment.
  if (request.phase === 'reading' && state.organisation === undefined) return openingScreen(state);
  if (history.approvedAtMs !== undefined) return approvedBeforeScreen(state, history.approvedAtMs);
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
    primary: continueAction(state, tell('approval.action.continue')),
    primaryNote: tell('approval.invitation.decide'),
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
      // Somebody may have approved without anybody hearing of it.
      ...(history.visitedAtMs === undefined ? [] : [confirmAction(state)]),
    ],
    sections: sectionsOf(askedSet(state)),
  });
}

/** The link is opened once more: what it led to, and how to see whether that still holds. */
function approvedBeforeScreen(state: ApprovalState, approvedAtMs: number): ApprovalScreenModel {
  return screen(state, {
    name: 'approved-before',
    tone: 'plain',
    title: tell('approval.earlier.title'),
    lead: [tell('approval.earlier.lead', { atMs: approvedAtMs }), tell('approval.earlier.next')],
    facts: factsOf(state),
    primary: signIn(state, tell('approval.action.sign-in-to-see')),
    others: listed(continueAction(state, tell('approval.action.approve-again'))),
    sections: sectionsOf(askedSet(state)).filter(({ name }) => name === 'revoke'),
  });
}

/** An approval is there, and nobody has shown that it holds for everybody: an administrator is asked to. */
export function confirmScreen(state: ApprovalState): ApprovalScreenModel {
  const { request } = state;
  if (request.phase === 'gone') return goneScreen(state);
  if (request.phase === 'reading' && state.organisation === undefined) return openingScreen(state);
  return screen(state, {
    name: 'confirm',
    tone: 'plain',
    title: tell('approval.confirm.title'),
    lead: [tell('approval.confirm.lead'), tell('approval.confirm.how')],
    facts: factsOf(state),
    primary: confirmAction(state),
    others: [signIn(state, tell('approval.action.sign-in-to-see'))],
  });
}

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
