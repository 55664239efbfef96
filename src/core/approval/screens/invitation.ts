import { approverRolesFor, permissionId, type PermissionSet } from '../../permissions';
import { reasonOf } from '../../shown/permission-lines';
import { tell } from '../message';
import { PUBLISHER } from '../publisher';
import type { AskedPermission, FactsModel, GrantScreenModel } from './model';
import { askedSet, type GrantState } from '../state';
import { continueAction } from './actions';
import { screen } from './every-screen';
import { openingScreen } from './opening';
import { domainValue } from './organisation';
import { sectionsOf } from './sections';

/** Somebody asked: what is asked for, by whom, and the way to Microsoft. */
export function invitationScreen(state: GrantState): GrantScreenModel {
  const { request } = state;
  if (request.phase === 'gone') {
    return screen(state, {
      name: 'gone',
      tone: 'attention',
      title: tell('grant.gone.title'),
      lead: [tell('grant.gone.lead'), tell('grant.gone.next')],
    });
  }
  // The request's own words come within a moment; a page that grows under the reader's eyes is worse than that moment.
  if (request.phase === 'reading' && state.meant === undefined) return openingScreen(state);
  return screen(state, {
    name: 'invitation',
    tone: 'plain',
    title: tell('grant.invitation.title', domainValue(state)),
    lead: [
      tell('grant.invitation.lead', domainValue(state)),
      tell('grant.approvers', { roles: approverRolesFor(askedSet(state)) }),
    ],
    facts: factsOf(state),
    asked: askedOf(askedSet(state)),
    primary: continueAction(state, tell('grant.action.continue')),
    primaryNote: tell('grant.invitation.decide'),
    others:
      request.phase === 'unread'
        ? [{ name: 'try-again', label: tell('grant.action.try-again'), event: { type: 'details-asked' } }]
        : [],
    sections: sectionsOf(askedSet(state)),
  });
}

function factsOf(state: GrantState): FactsModel {
  const { request, meant, claim, setup } = state;
  return {
    ...(meant === undefined
      ? {}
      : {
          organisation:
            meant.kind === 'domain'
              ? { text: meant.domain, isId: false }
              : {
                  text: meant.tenant,
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
