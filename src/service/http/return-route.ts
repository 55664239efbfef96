import { parseConsentReturn, refusalOutcome, type ConsentReturn } from '../../core/admin-consent';
import { PATHS } from '../../core/api/paths';
import type { RequestEventKind, ReturnFailure } from '../../core/api/request-events';
import type { RequestId, ReturnOutcome } from '../../core/api/requests';
import { parseTenantId, type TenantId } from '../../core/tenant';
import type { FastifyRequest } from 'fastify';
import type { App } from './app';
import type { Clock } from '../../ports';
import type { Attempts, StateFound } from '../requests/attempts';
import type { BrowserKey } from '../requests/browser-key';
import type { FollowUps } from '../requests/follow-ups';
import { browserOf } from './browser-cookie';
import { clientOf, type Client } from './client-address';
import { sendToApprovalPage } from './send-to-approval-page';
import { sendToLook } from './send-to-look';
import type { Limits } from './limits';
import type { LookSignIn } from './look-sign-in';
import type { Look } from '../requests/looks';
import { requestKeyOf } from '../requests/request-id';
import type { RequestStore } from '../requests/store';
import type { ResolveTenant } from '../tenant/resolver';
import { sentOn, whileAway } from './while-away';

/** What a return means for people, and what is to be done about it. It is never proof of anything. */
interface Reading {
  readonly outcome: ReturnOutcome;
  /** The request, where the approval page is told it: only for a state that came back in time, for the first time. */
  readonly toldRequest?: RequestId | undefined;
  /** The other organisation that approved. */
  readonly consentedIn?: TenantId | undefined;
  readonly code?: string | undefined;
  readonly event?: RequestEventKind | undefined;
  /** What its listeners are told beside: the window may not be able to tell its pane. */
  readonly failure?: ReturnFailure | undefined;
  /** Whether the request's panes are to check again while a grant may spread. */
  readonly isFollowed?: boolean | undefined;
  /** Microsoft says that it was approved: the administrator's browser goes on to a look in this tenant. */
  readonly look?: Pick<Look, 'reason' | 'requestId' | 'tenant' | 'situation' | 'isAnswered'>;
  /** Nobody vouches for it and nobody looks: the page gets what the address said, as Microsoft writes it, and asks by itself. */
  readonly quoted?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * `GET /consent/return`: Microsoft sends the administrator's browser here. What Microsoft said is recorded; the browser of
 * an accepted return goes on to the look, any other to the approval page. Anybody can come here without having been at
 * Microsoft, so it sets off no question to Microsoft, and its listeners get "check again" at fixed times.
 */
export function returnRoute(
  app: App,
  parts: {
    readonly requests: RequestStore;
    readonly attempts: Attempts;
    readonly resolveTenant: ResolveTenant;
    readonly clock: Clock;
    readonly followUps: FollowUps;
    readonly lookSignIn: LookSignIn;
    readonly limits: Limits;
  },
): void {
  const { requests, attempts, resolveTenant, followUps, lookSignIn, limits, clock } = parts;

  const readingOf = async (
    params: URLSearchParams,
    client: Client,
    browser: BrowserKey | undefined,
    // Whoever came in time is in time, however long Microsoft is asked before the state is used up.
    cameAtMs: number,
    isAgain: boolean,
  ): Promise<Reading> => {
    const returned = parseConsentReturn(params);
    if (returned.kind === 'garbage') return { outcome: 'forged' };
    const sealed = returned.state === undefined ? undefined : await attempts.open(returned.state, browser);
    // In another browser than the one that began, a state of ours is worth no more than somebody else's.
    if (!sealed?.isOfBrowser) {
      if (!sealed && looksLikeOurs(returned.state)) return { outcome: 'forged' };
      return returned.kind === 'refused'
        ? refusedElsewhere(returned, params.has('error_description'))
        : acceptedElsewhere(returned.tenant, client);
    }
    // Counted only with a state of ours, and for its request alone: a page that somebody in the office visits can send
    // its browser here as often as it likes, without a budget that the administrator needs.
    const about = requestKeyOf(sealed.requestId);
    const taken = await limits.take('return-by-address-and-request', { who: client, about });
    // The state is not used up. The person is at a page, and not in front of JSON.
    if (!taken.ok) return { outcome: 'failed' };
    const request = await requests.find(sealed.requestId);
    const before = request && (await attempts.kindOf(sealed, cameAtMs, isAgain));
    // The request ran out while the administrator was at Microsoft, or nobody remembers the attempt: there is nobody to tell.
    if (!request || !before)
      return returned.kind === 'refused' ? saidBy(returned) : acceptedElsewhere(returned.tenant, client);
    const isUsed = before.kind === 'repeated';
    if (isUsed && !(before.awaitsLook && returned.kind === 'accepted')) return { outcome: 'repeated' };
    // Who made a request can bring its old states again and again: Microsoft is asked for one that is unused and in time,
    // or whose look has not come back, and only where the answer decides.
    const own =
      before.kind !== 'expired' && returned.kind === 'accepted'
        ? await resolveTenant(request.tenant, request.key)
        : parseTenantId(request.tenant);
    const { requestId } = sealed;
    // Something failed when it was used up, or is slow: what was recorded stands, and a look is begun.
    const seenAgain = {
      ...before,
      kind: before.kind === 'repeated' ? 'valid' : before.kind,
      requestId,
    } as const;
    if (isUsed) return read(returned, seenAgain, own);
    const found = await attempts.redeem(sealed, cameAtMs, (kind) => {
      const seen = { kind, requestId, situation: undefined, isAnswered: false };
      const { event = 'check-again', failure, isFollowed = false } = read(returned, seen, own);
      return { event, failure, isFollowed };
    });
    const isOvertaken =
      found.kind === 'repeated' && (isAgain || (before.kind === 'valid' && returned.kind === 'accepted'));
    return read(returned, isOvertaken ? seenAgain : found, own);
  };

  /** Not asked by us, or forgotten since, but we check: the look alone decides. */
  const acceptedElsewhere = async (tenant: TenantId | undefined, client: Client): Promise<Reading> => {
    if (tenant === undefined) return { outcome: 'forged' };
    const isTaken =
      (await limits.take('unasked-return-by-address', { who: client })).ok &&
      (await limits.take('unasked-return-by-address-and-tenant', { who: client, about: tenant })).ok;
    return isTaken
      ? {
          outcome: 'accepted',
          look: {
            reason: 'unasked-return',
            requestId: undefined,
            tenant,
            situation: undefined,
            isAnswered: false,
          },
        }
      : { outcome: 'accepted', quoted: { admin_consent: 'True', tenant } };
  };

  // The page gets what Microsoft said, and asks by itself. The state may be unused: loaded again, the address goes on.
  const errorHandler = sentOn(async (request, reply) => {
    const returned = parseConsentReturn(paramsOf(request));
    const state = returned.kind === 'garbage' ? undefined : returned.state;
    const sealed = state === undefined ? undefined : await attempts.open(state, browserOf(request));
    // To what this browser asked, it is an answer. The window that a pane opened takes any other for a stranger's.
    if (sealed?.isOfBrowser && returned.kind !== 'garbage') {
      const { outcome, code } = saidBy(returned);
      return sendToApprovalPage(reply, { returned: outcome, code });
    }
    if (returned.kind === 'accepted' && returned.tenant !== undefined)
      return sendToApprovalPage(reply, { admin_consent: 'True', tenant: returned.tenant });
    return sendToApprovalPage(reply, { returned: 'failed' satisfies ReturnOutcome });
  });

  app.get(PATHS.consentReturn, { schema: { hide: true }, errorHandler }, async (request, reply) => {
    const cameAtMs = clock.now();
    const reading = await whileAway(clock, (isAgain) =>
      readingOf(paramsOf(request), clientOf(request), browserOf(request), cameAtMs, isAgain),
    );
    const { outcome, toldRequest, isFollowed, consentedIn, code, look, quoted } = reading;
    request.log.info({ outcome, code }, 'returned');

    if (isFollowed) await followUps.plan();

    if (look) return whileAway(clock, () => sendToLook(request, reply, lookSignIn, { ...look, tries: 0 }));
    if (quoted !== undefined) return sendToApprovalPage(reply, quoted);
    return sendToApprovalPage(reply, {
      request: toldRequest,
      returned: outcome,
      tenant: consentedIn,
      code,
    });
  });
}

/** What Microsoft said, and nothing more. */
const saidBy = (returned: Exclude<ConsentReturn, { kind: 'garbage' }>): Pick<Reading, 'outcome' | 'code'> =>
  returned.kind === 'refused'
    ? { outcome: refusalOutcome(returned), code: returned.code }
    : { outcome: 'accepted' };

const paramsOf = ({ url }: FastifyRequest): URLSearchParams =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');

/**
 * A link that we did not make has another state than ours, or none: it was made by hand, by the portal, or by Microsoft's
 * own documentation (`state=12345`). Ours are JWEs (five parts between dots): what looks like one and cannot be opened was
 * changed, or comes from another installation.
 */
const looksLikeOurs = (state: string | undefined): boolean => state?.split('.').length === 5;

/** A refusal that came by such a link. A word alone is none of Microsoft's answers. */
function refusedElsewhere(
  returned: Extract<ConsentReturn, { kind: 'refused' }>,
  isDescribed: boolean,
): Reading {
  const { error, code, state } = returned;
  if (state === undefined && !isDescribed) return { outcome: 'forged' };
  return { outcome: refusalOutcome(returned), code, quoted: { error, error_description: code } };
}

/** From what came back to what it means. `own` is the tenant that is shown to be the request's, where it could be found out. */
function read(
  returned: Exclude<ConsentReturn, { kind: 'garbage' }>,
  found: StateFound,
  own: TenantId | undefined,
): Reading {
  const { kind, situation, isAnswered } = found;
  if (kind === 'repeated') return { outcome: 'repeated' };
  const isLate = kind === 'expired';
  const code = returned.kind === 'refused' ? returned.code : undefined;
  const told = { toldRequest: isLate ? undefined : found.requestId, code } as const;

  if (returned.kind === 'refused') {
    if (isLate) return { ...told, outcome: 'expired', event: 'expired' };
    const outcome = refusalOutcome(returned);
    if (outcome !== 'failed') return { ...told, outcome, event: outcome };
    // Consent can have been stored although the way back broke: the panes check, and are promised nothing.
    return { ...told, outcome, event: 'check-again', failure: outcome, isFollowed: true };
  }
  if (own && returned.tenant && returned.tenant !== own)
    return {
      ...told,
      outcome: 'other-tenant',
      consentedIn: returned.tenant,
      event: 'check-again',
      failure: 'other-tenant',
    };
  // It was approved, and the administrator's browser is here: that is looked at, late or not. Where nobody can tell that it
  // was the request's own organisation, its panes are promised nothing: they check.
  return {
    ...told,
    outcome: 'accepted',
    event: isLate ? 'expired' : own ? 'returned' : 'check-again',
    isFollowed: true,
    look: {
      reason: 'return',
      requestId: own && told.toldRequest,
      tenant: own ?? returned.tenant,
      situation,
      isAnswered,
    },
  };
}
