import { isDenial, parseConsentReturn, type ConsentReturn } from '../../core/admin-consent';
import { PATHS, type RequestEventKind, type RequestId, type ReturnOutcome } from '../../core/api';
import type { TenantId } from '../../core/tenant';
import type { App } from './app';
import type { Attempts, StateFound } from '../requests/attempts';
import type { FollowUps } from '../requests/follow-ups';
import { clientOf, type Client } from './client-address';
import { sendToGrantPage } from './grant-page';
import type { Limits } from './limits';
import { requestKeyOf } from '../requests/request-id';
import type { RequestStore } from '../requests/store';
import type { TenantChecks } from '../tenant/checks';
import type { ResolveTenant } from '../tenant/resolver';

/** What a return means for people, and what is to be done about it. It is never proof of anything. */
interface Reading {
  readonly outcome: ReturnOutcome;
  /** The request that it happened to. */
  readonly requestId?: RequestId;
  /** Whether the grant page is told the request: only for a state that came back in time, for the first time. */
  readonly tellsRequest?: true;
  readonly code?: string;
  readonly event?: RequestEventKind;
  /** Tenants in which something may have happened. */
  readonly hinted: readonly TenantId[];
  /** The tenant whose grant is worth waiting for. */
  readonly followed?: TenantId;
}

/**
 * `GET /consent/return`: Microsoft sends the admin's browser here. What Microsoft said is recorded, the tenant is
 * looked at at once and through the spread of the grant, and the browser goes on to the grant page.
 */
export function returnRoute(
  app: App,
  parts: {
    readonly requests: RequestStore;
    readonly attempts: Attempts;
    readonly resolveTenant: ResolveTenant;
    readonly checks: TenantChecks;
    readonly followUps: FollowUps;
    readonly limits: Limits;
    /** Keeps track of work that goes on after the answer. */
    readonly inBackground: (work: Promise<unknown>) => void;
  },
): void {
  const { requests, attempts, resolveTenant, checks, followUps, limits, inBackground } = parts;

  const readingOf = async (returned: ConsentReturn, client: Client): Promise<Reading> => {
    if (returned.kind === 'garbage' || returned.state === undefined) return { outcome: 'forged', hinted: [] };
    const sealed = await attempts.open(returned.state);
    if (!sealed) return { outcome: 'forged', hinted: [] };
    // Counted only with a state of ours, and for its request alone: a page that somebody in the office visits can send
    // its browser here as often as it likes, without a budget that the administrator needs.
    const about = requestKeyOf(sealed.requestId);
    const taken = await limits.take('return-by-address-and-request', { who: client, about });
    // The state is not used up. The person is at a page, and not in front of JSON.
    if (!taken.ok) return { outcome: 'failed', hinted: [] };
    const found = await attempts.redeem(sealed);
    const request = await requests.find(sealed.requestId);
    // The request ran out or was withdrawn while the admin was at Microsoft: there is nobody left to tell.
    if (!request || request.isWithdrawn) return { outcome: 'expired', hinted: [] };
    return read(returned, found, await resolveTenant(request.tenant));
  };

  app.get(PATHS.consentReturn, { schema: { hide: true } }, async (request, reply) => {
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?') + 1) : '';
    const reading = await readingOf(parseConsentReturn(new URLSearchParams(query)), clientOf(request));
    request.log.info(
      { outcome: reading.outcome, ...(reading.code ? { code: reading.code } : {}) },
      'returned',
    );

    for (const tenant of reading.hinted) await checks.hint(tenant);
    const stored = reading.requestId === undefined ? undefined : await requests.find(reading.requestId);
    if (stored && reading.event) await requests.record(stored.key, reading.event);
    if (stored && reading.followed) await followUps.begin(stored.key, reading.followed);
    for (const tenant of reading.hinted) inBackground(checks.refresh(tenant));

    return sendToGrantPage(reply, {
      request: reading.tellsRequest ? reading.requestId : undefined,
      returned: reading.outcome,
      code: reading.code,
    });
  });
}

/** From what came back to what it means. `expected` is the request's tenant, where it could be found out. */
function read(
  returned: Exclude<ConsentReturn, { kind: 'garbage' }>,
  found: StateFound,
  expected: TenantId | undefined,
): Reading {
  const { requestId } = found;
  if (found.kind === 'repeated') return { outcome: 'repeated', requestId, hinted: [] };

  if (returned.kind === 'refused') {
    const code = returned.code === undefined ? {} : { code: returned.code };
    const hinted = expected ? [expected] : [];
    if (found.kind === 'expired') return { outcome: 'expired', requestId, ...code, event: 'expired', hinted };
    if (isDenial(returned)) {
      return { outcome: 'denied', requestId, tellsRequest: true, ...code, event: 'denied', hinted };
    }
    // Consent can have been stored although the way back broke: worth a look.
    return {
      outcome: 'failed',
      requestId,
      tellsRequest: true,
      ...code,
      event: 'returned',
      hinted,
      ...(expected ? { followed: expected } : {}),
    };
  }

  const named = returned.tenant ?? expected;
  const follow = named ? { hinted: [named], followed: named } : { hinted: [] };
  // Late or not, Microsoft says that it was granted: the page says "expired", the look is taken all the same.
  if (found.kind === 'expired') return { outcome: 'expired', requestId, event: 'expired', ...follow };
  if (expected && returned.tenant && returned.tenant !== expected) {
    const hinted = [expected, returned.tenant];
    return { outcome: 'other-tenant', requestId, tellsRequest: true, event: 'returned', hinted };
  }
  return { outcome: 'accepted', requestId, tellsRequest: true, event: 'returned', ...follow };
}
