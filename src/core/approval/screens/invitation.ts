import { approverRolesFor, permissionId, type PermissionSet } from '../../permissions';
import { reasonOf } from '../../shown/permission-lines';
import { tell } from '../message';
import { PUBLISHER } from '../publisher';
import type { AskedPermission, FactsModel, ApprovalScreenModel } from './model';
import { askedSet, type ApprovalState } from '../state';
import { continueAction } from './actions';
import { screen } from './every-screen';
import { openingScreen } from './opening';
import { domainValue } from './organisation';
import { sectionsOf } from './sections';

/** Somebody asked: what is asked for, by whom, and the way to Microsoft. */
export function invitationScreen(state: ApprovalState): ApprovalScreenModel {
  const { request } = state;
  if (request.phase === 'gone') {
    return screen(state, {
      name: 'gone',
      tone: 'attention',
      title: tell('approval.gone.title'),
      lead: [tell('approval.gone.lead'), tell('approval.gone.next')],
    });
  }
  // The request's own words come within a moment; a page that grows under the reader's eyes is worse than that moment.
  if (request.phase === 'reading' && state.organisation === undefined) return openingScreen(state);
  return screen(state, {
    name: 'invitation',
    tone: 'plain',
    title: tell('approval.invitation.title', domainValue(state)),
    lead: [
      tell('approval.invitation.lead', domainValue(state)),
      tell('approval.approvers', { roles: approverRolesFor(askedSet(state)) }),
    ],
    facts: factsOf(state),
    asked: askedOf(askedSet(state)),
    primary: continueAction(state, tell('approval.action.continue')),
    primaryNote: tell('approval.invitation.decide'),
    others:
      request.phase === 'unread'
        ? [{ name: 'try-again', label: tell('approval.action.try-again'), event: { type: 'details-asked' } }]
        : [],
    sections: sectionsOf(askedSet(state)),
  });
}

function factsOf(state: ApprovalState): FactsModel {
  const { request, organisation, claim, setup } = state;
  return {
    ...(organisation === undefined
      ? {}
      : {
          organisation:
            organisation.kind === 'domain'
              ? { text: organisation.domain, isId: false }
              : {
                  text: organisation.tenant,
                  isId: true,
                  ...(claim === undefined || claim.standing === 'contradicted'
                    ? {}
                    : { domain: { name: claim.domain, isVerified: claim.standing === 'verified' } }),
                },
        }),
    publisher: PUBLISHER,
    clientId: setup.clientId,
    ...(request.phase === 'read' ? { madeAtMs: request.madeAtMs, expiresAtMs: request.expiresAtMs } : {}),
  };
}

const askedOf = (set: PermissionSet): readonly AskedPermission[] =>
  set.map((permission) => {
    const id = permissionId(permission);
    return { id, permission, reason: reasonOf(id) };
  });
