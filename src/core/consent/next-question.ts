import type { ConsentAnswer } from '../api/consent-answer';
import { holdsScope, requiredOf, scopesOf, type PermissionSet } from '../permissions';
import { permissionSetFor } from '../situation';
import type { Cause } from './cause';
import { explain } from './entra-errors';
import type { Evidence, OwnToken, ServiceTrouble } from './evidence';
import { ASKS_FOR_ITSELF } from './own-api';

/** Why there is no token. */
export type NoToken = Extract<Evidence, { readonly kind: 'refused' | 'no-account' | 'unreachable' }>;

/** What came of asking for a token for our own API and, with it, the service. */
export type OwnApiReply =
  | { readonly kind: 'answer'; readonly answer: ConsentAnswer }
  /** There was a token, and the service gave no answer for it. */
  | { readonly kind: 'trouble'; readonly trouble: ServiceTrouble }
  | { readonly kind: 'no-token'; readonly seen: NoToken };

/** What came of asking for a token for Microsoft Graph: the scopes that Microsoft named in it. */
export type GraphReply =
  | { readonly kind: 'token'; readonly scopes: readonly string[] | undefined }
  | { readonly kind: 'no-token'; readonly seen: NoToken };

/** What one probe has heard so far. */
export interface SoFar {
  /** AADSTS90009 was seen before: only the bare id of the application names our API here. */
  readonly byId: boolean;
  readonly ownApi?: OwnApiReply | undefined;
  readonly ownApiById?: OwnApiReply | undefined;
  readonly graph?: GraphReply | undefined;
}

export type Ask = 'own-api' | 'own-api-by-id' | 'graph';
export type NextQuestion = { readonly ask: Ask } | { readonly evidence: Evidence };

// Windows' broker is known to refuse an application a token for itself by the address of its API
// (https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/4667), and then also to say that consent
// is missing where it is there (issue 3230 of the same project).
const NOT_CONSENTED_TO_ITSELF = 'AADSTS90008';

/**
 * What a probe asks next, or the evidence that it has gathered. `set` is everything that ExtendSync may need.
 *
 * - Our own API comes first: with its token the service tells what Microsoft says of the organisation.
 * - Where Entra takes only the bare id of the application (AADSTS90009), it is asked by that.
 * - The refusal of our own API is never believed alone where it speaks of consent: the registration pre-authorises
 *   itself, so that it may be about the registration, or about the way of asking. Graph's own token tells.
 * - The user's own Graph token is needed beside an answer that rests on an administrator's look, or that leaves a
 *   required delegated permission open.
 * - Without an answer of the service, the Graph token is all there is.
 */
export function nextQuestion(soFar: SoFar, set: PermissionSet): NextQuestion {
  const { byId, ownApi, ownApiById, graph } = soFar;
  const own = ownApiById ?? ownApi;
  if (own === undefined) return { ask: byId ? 'own-api-by-id' : 'own-api' };
  if (ownApiById === undefined && codeOf(own) === ASKS_FOR_ITSELF) return { ask: 'own-api-by-id' };
  if (own.kind === 'answer' && !needsOwnToken(own.answer, set)) {
    return { evidence: { kind: 'service', answer: own.answer } };
  }
  if (own.kind === 'no-token' && !speaksOfConsent(own.seen)) return { evidence: own.seen };
  if (graph === undefined) return { ask: 'graph' };
  if (own.kind === 'answer') {
    return { evidence: { kind: 'service', answer: own.answer, own: ownTokenOf(graph) } };
  }
  if (graph.kind === 'no-token') {
    // Graph is asked without a window and says only that consent is missing. The window may have said who can give it (U25).
    const saysMore = causeOf(graph.seen) === 'not-consented' && own.kind === 'no-token';
    return { evidence: saysMore && causeOf(own.seen) === 'admin-approval-needed' ? own.seen : graph.seen };
  }
  const service: ServiceTrouble = own.kind === 'trouble' ? own.trouble : { why: 'no-token' };
  return { evidence: { kind: 'graph-token', scopes: graph.scopes, service } };
}

/**
 * Whether a click's window is for Graph, after what was heard last: Graph alone refused, and not for lack of consent. A window
 * for our own API, whose token comes without one, would close at once and cure nothing
 * (https://learn.microsoft.com/en-us/entra/identity-platform/v2-conditional-access-dev-guide). Where consent lacks, it is for
 * our own API, which needs none: a window for Graph asks for it, and most users may not give it.
 */
export const needsWindowForGraph = ({ ownApi, ownApiById, graph }: SoFar): boolean =>
  (ownApiById ?? ownApi)?.kind !== 'no-token' &&
  graph?.kind === 'no-token' &&
  graph.seen.kind === 'refused' &&
  explain(graph.seen.refusal).verdict !== 'required';

/**
 * An answer about a look is for everybody; whether it still holds, the user's own fresh token tells. And where the service
 * could not read the delegated permissions, that token is the only one to tell of them.
 */
function needsOwnToken(answer: ConsentAnswer, set: PermissionSet): boolean {
  if (answer.outcome === 'no-answer' || answer.obstacle !== undefined) return false;
  if (answer.proof?.by === 'look') return true;
  const isTold = (scope: string): boolean =>
    answer.permissions.some(
      (one) => one.kind === 'delegated' && holdsScope([one.scope], scope) && one.state !== 'not-known',
    );
  // The sign-in permissions come along with any other: nobody has to ask for them.
  const needed = requiredOf(permissionSetFor(answer.situation, set)).filter(
    ({ impliedByAnyGrant }) => impliedByAnyGrant !== true,
  );
  return !scopesOf(needed, 'delegated').every(isTold);
}

const causeOf = (seen: NoToken): Cause | undefined =>
  seen.kind === 'refused' ? explain(seen.refusal).cause : undefined;

function speaksOfConsent(seen: NoToken): boolean {
  if (seen.kind !== 'refused') return false;
  const { verdict, code } = explain(seen.refusal);
  return verdict === 'required' || code === ASKS_FOR_ITSELF || code === NOT_CONSENTED_TO_ITSELF;
}

/** Microsoft's code for the refusal of a token; undefined where it was not refused, or without a code. */
const codeOf = (own: OwnApiReply): string | undefined =>
  own.kind === 'no-token' && own.seen.kind === 'refused' ? explain(own.seen.refusal).code : undefined;

/** What the Graph token tells of its user; undefined where Microsoft said nothing at all. */
function ownTokenOf(graph: GraphReply): OwnToken | undefined {
  if (graph.kind === 'token') return graph;
  return graph.seen.kind === 'refused' ? graph.seen : undefined;
}
