import type { RequestEvent } from '../api/request-events';
import type { RequestId, RequestShown } from '../api/requests';
import { startCheck } from './check';
import type { Unanswered } from './event';
import { historyOf } from './history';
import { isPanesWindow, isUnconfirmed } from './memory';
import {
  askedTenant,
  nameAsked,
  nameOf,
  organisationNamed,
  type ApprovalState,
  type ApprovalStep,
  type Claim,
  type Organisation,
} from './state';
import type { DomainName, TenantId } from '../tenant';
import type { Moment } from '../asking/watch';

/** What the request asks, and whom: read from the service, and its names from Microsoft. */
export const readRequest = (
  state: ApprovalState,
  id: RequestId,
  // What happened before matters to who opens the link, not to who comes back from Microsoft.
  withHistory = state.place.at !== 'returned',
): ApprovalStep => [
  { ...state, request: { phase: 'reading', id } },
  [{ do: 'read-request', id, withHistory }],
];

/**
 * Whether only the request can tell that somebody else has confirmed the approval meanwhile: the look of whoever stands here has
 * shown nothing, and Microsoft tells them nothing before they sign in. A window of a pane has opened no link.
 */
export const toldByRequestAlone = ({ place, memory, check }: ApprovalState): boolean =>
  place.at === 'returned' &&
  place.isBelieved &&
  isUnconfirmed(place.looked) &&
  !isPanesWindow(memory) &&
  check.verdict.kind === 'sign-in-needed';

/** The page is looked at again, or somebody wants to know. */
export function hearOfRequest([state, effects]: ApprovalStep): ApprovalStep {
  const { request } = state;
  if (!toldByRequestAlone(state) || !('id' in request) || request.phase === 'reading' || !state.online)
    return [state, effects];
  const [reading, more] = readRequest(state, request.id, true);
  return [reading, [...effects, ...more]];
}

export function takeRequest(
  state: ApprovalState,
  { shown, events }: { readonly shown: RequestShown; readonly events: readonly RequestEvent[] },
  moment: Moment,
): ApprovalStep {
  if (state.request.phase !== 'reading') return [state, []];
  const organisation = organisationNamed(shown.tenant);
  const claim: Claim | undefined =
    organisation?.kind === 'tenant' && shown.domain !== undefined
      ? { domain: shown.domain, standing: 'unverified' }
      : undefined;
  const isNews = organisation !== undefined && nameOf(organisation) !== nameAsked(state);
  const read: ApprovalState = {
    ...state,
    request: {
      phase: 'read',
      id: state.request.id,
      madeAtMs: Date.parse(shown.madeAt),
      expiresAtMs: Date.parse(shown.expiresAt),
    },
    history: historyOf(events),
    organisation: isNews ? organisation : state.organisation,
    claim,
    suggested: shown.situation ?? state.suggested,
  };
  const [next, effects] = lookUp(read, moment);
  return claim === undefined
    ? [next, effects]
    : [next, [{ do: 'discover-tenant', domain: claim.domain }, ...effects]];
}

export function missRequest(state: ApprovalState, why: Unanswered, moment: Moment): ApprovalStep {
  if (state.request.phase !== 'reading') return [state, []];
  const { id } = state.request;
  if (why !== 'gone') return lookUp({ ...state, request: { phase: 'unread', id } }, moment);
  return lookUp({ ...state, request: { phase: 'gone' }, redirect: { phase: 'idle' } }, moment);
}

/** Finds out which tenant a domain names, once; with it known, or without one, the first question can be asked. */
export function lookUp(state: ApprovalState, moment: Moment): ApprovalStep {
  const { organisation } = state;
  if (organisation?.kind !== 'domain' || organisation.lookup !== 'idle') return startCheck(state, moment);
  return [
    { ...state, organisation: { ...organisation, lookup: 'under-way' } },
    [{ do: 'discover-tenant', domain: organisation.domain }],
  ];
}

export function takeTenant(
  state: ApprovalState,
  domain: DomainName,
  tenant: TenantId | undefined,
  moment: Moment,
): ApprovalStep {
  const { organisation, claim } = state;
  if (claim?.domain === domain) {
    const standing =
      tenant === undefined ? 'unverified' : tenant === askedTenant(state) ? 'verified' : 'contradicted';
    return [{ ...state, claim: { domain, standing } }, []];
  }
  if (
    organisation?.kind !== 'domain' ||
    organisation.domain !== domain ||
    organisation.lookup !== 'under-way'
  ) {
    return [state, []];
  }
  const found: Organisation = { ...organisation, lookup: 'over', tenant };
  return startCheck({ ...state, organisation: found }, moment);
}
