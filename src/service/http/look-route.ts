import { codeMeant } from '../../core/consent/entra-error-table';
import { aadstsCodeIn, entraError, type Meaning } from '../../core/consent/entra-errors';
import type { LookOutcome } from '../../core/api/looks';
import { PATHS } from '../../core/api/paths';
import { coversSituation, needsMore, SITUATIONS, type Situation } from '../../core/situation';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import type { Look, LookFound, Looks, SealedLook } from '../requests/looks';
import { requestKeyOf } from '../requests/request-id';
import type { SpreadChecks } from '../requests/spread-checks';
import type { RequestStore } from '../requests/store';
import type { LookSeen, TakeLook } from '../tenant/administrator-look';
import type { TenantChecks } from '../tenant/checks';
import type { App } from './app';
import { browserOf } from './browser-cookie';
import { clientOf, type Client } from './client-address';
import type { Limits } from './limits';
import { sendToApprovalPage } from './send-to-approval-page';
import { sendToLook } from './send-to-look';
import type { LookSignIn } from './look-sign-in';
import { sentOn, whileAway } from './while-away';

/** How long the browser waits for the first check of the tenant; the page asks on from there. */
const FIRST_CHECK_MS = 2_000;
/** How long a look that came before its approval had spread waits until it goes to Microsoft again. */
const AGAIN_AFTER_MS = [1_000, 2_000, 4_000] as const;
// Entra's codes and states are some hundred to two thousand characters.
const LONGEST_PARAMETER = 8_192;
/** What Entra says where somebody has to sign in or to choose, which cannot be done unseen (OpenID Connect Core, 3.1.2.6). */
const NEEDS_SOMEBODY: ReadonlySet<string> = new Set([
  'login_required',
  'interaction_required',
  'account_selection_required',
  'consent_required',
  'access_denied',
]);

/** What came of a look, for the approval page's address. */
interface Came {
  readonly outcome: LookOutcome;
  readonly tenant?: TenantId;
  readonly code?: string | undefined;
}

/**
 * `GET /consent/look`: Microsoft sends an administrator's browser here. The grants are read with their sign-in, the
 * tenant is checked until the approval has spread, and the browser goes on to the approval page.
 */
export function lookRoute(
  app: App,
  parts: {
    readonly clock: Clock;
    readonly looks: Looks;
    readonly lookSignIn: LookSignIn;
    readonly takeLook: TakeLook;
    readonly checks: TenantChecks;
    readonly spreadChecks: SpreadChecks;
    readonly requests: RequestStore;
    readonly limits: Limits;
  },
): void {
  const { clock, looks, lookSignIn, takeLook, checks, spreadChecks, requests, limits } = parts;

  const within = <T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(ms, () => resolve(otherwise));
      work.then(resolve, reject).finally(cancel);
    });

  const learn = async (look: Look, seen: Exclude<LookSeen, { code?: unknown }>): Promise<Came> => {
    const { tenant, kind } = seen;
    const { requestId } = look;
    // A link can lead anybody of the organisation here, and who made its request would hear that they are a customer.
    if (requestId !== undefined && (look.reason === 'return' || seen.isAdministrator))
      await whileAway(clock, () => requests.waitFor(requestKeyOf(requestId), tenant));
    await whileAway(clock, () => checks.learn(tenant, kind === 'read' ? seen.facts : undefined));
    const proved = await within(
      FIRST_CHECK_MS,
      whileAway(clock, () =>
        spreadChecks.begin(tenant, {
          situation: look.situation,
          hasRead: kind === 'read',
          // What nobody asked us for keeps no situation, and takes nothing from an approval that is spreading.
          maySetSituation: look.reason !== 'unasked-return' && seen.isAdministrator,
          replaces: replacedBy(look),
        }),
      ),
      false,
    );
    if (proved) return { outcome: 'confirmed', tenant };
    return { outcome: seen.kind === 'may-not-read' ? 'may-not-read' : 'incomplete', tenant };
  };

  /** Whoever brings what is used up again and again is told so, and the database is not asked any more. */
  const redeemUnlessReplayed = async (
    sealed: SealedLook,
    who: Client,
    cameAtMs: number,
  ): Promise<LookFound> => {
    const name = 'replayed-look-by-address-and-look';
    const replay = { who, about: sealed.id };
    if (!limits.isTurnedAway(name, replay).ok) return { kind: 'repeated' };
    const found = await whileAway(clock, (isAgain) => looks.redeem(sealed, cameAtMs, isAgain));
    if (found.kind !== 'valid') await limits.take(name, replay);
    return found;
  };

  const errorHandler = sentOn((_request, reply) =>
    sendToApprovalPage(reply, { looked: 'failed' satisfies LookOutcome }),
  );

  app.get(PATHS.consentLook, { schema: { hide: true }, errorHandler }, async (request, reply) => {
    const cameAtMs = clock.now();
    const came = (outcome: LookOutcome, code?: string) => {
      request.log.info({ outcome, code }, 'looked');
      return { outcome, code };
    };
    const query = new URL(request.url, lookSignIn.redirectUri).searchParams;
    const state = single(query, 'state');
    const browser = browserOf(request);
    const sealed = state === undefined ? undefined : await looks.open(state, browser);
    if (!sealed) return sendToApprovalPage(reply, { looked: came('forged').outcome });
    const { isOfBrowser } = sealed;
    const found = await redeemUnlessReplayed(sealed, clientOf(request), cameAtMs);
    if (found.kind !== 'valid')
      return sendToApprovalPage(reply, { looked: came(found.kind).outcome }, { isMarked: isOfBrowser });
    const { look, nonce, codeVerifier } = found;
    // Another browser than the one that began was led here with somebody else's sign-in: it gets neither mark nor key.
    const send = async ({ outcome, tenant, code }: Came) =>
      sendToApprovalPage(
        reply,
        {
          request: look.requestId,
          returned: look.reason === 'return' ? 'accepted' : undefined,
          looked: outcome,
          code,
          look:
            tenant && browser && isOfBrowser
              ? await whileAway(clock, () => looks.makeKey(tenant, browser))
              : undefined,
        },
        { isMarked: isOfBrowser },
      );

    /** Right after an approval "nobody has consented" means "not yet", whichever of Entra's servers says so. */
    const lookAgain = async (entraCode: string | undefined) => {
      const againAfterMs = AGAIN_AFTER_MS[look.tries];
      if (look.reason === 'page' || againAfterMs === undefined) return send(came('incomplete', entraCode));
      await new Promise<void>((resolve) => void clock.after(againAfterMs, resolve));
      const again = { ...look, tries: look.tries + 1 };
      return whileAway(clock, () => sendToLook(request, reply, lookSignIn, again));
    };

    const error = single(query, 'error');
    const code = single(query, 'code');
    if (error !== undefined || code === undefined) {
      const text = single(query, 'error_description') ?? '';
      const entraCode = aadstsCodeIn(text);
      if (isNotGrantedYet(entraCode, text)) return lookAgain(entraCode);
      const needsSomebody = error !== undefined && NEEDS_SOMEBODY.has(error);
      const oauthsWord = needsSomebody ? 'sign-in-needed' : 'failed';
      return send(came(outcomeOfCode(entraCode, text) ?? oauthsWord, entraCode));
    }

    const seen = await takeLook({
      tenant: look.tenant,
      code,
      codeVerifier,
      nonce,
      redirectUri: lookSignIn.redirectUri,
      scopes: lookSignIn.scopesOf(look),
      readsGrants: look.readsGrants,
      asksRoles: dependsOnRoles(look),
    });
    switch (seen.kind) {
      case 'no-tokens':
        if (isNotGrantedYet(seen.code, '')) return lookAgain(seen.code);
        return send(came(outcomeOfCode(seen.code, '') ?? 'failed', seen.code));
      case 'unread':
        return send(came('failed', seen.code));
      case 'forged':
      case 'other-tenant':
        return send(came(seen.kind));
      case 'came':
      case 'may-not-read':
      case 'read': {
        const result = await learn(look, seen);
        came(result.outcome);
        return send(result);
      }
      default:
        return seen satisfies never;
    }
  });
}

/** Whether it matters that whoever looks may approve: for what they say, or for the request that they come by. */
const dependsOnRoles = ({ reason, situation, requestId }: Look): boolean =>
  reason !== 'unasked-return' && (situation !== undefined || (reason === 'page' && requestId !== undefined));

/**
 * The situations that what a look is about may take the place of, where they are kept. Anybody can suggest one in a link:
 * only what the administrator answered and then approved makes the organisation's smaller. An approval on which nobody
 * answered must cover what is kept, and a look alone must bring more.
 */
function replacedBy({ situation, isAnswered, reason }: Look): readonly Situation[] {
  if (situation === undefined) return [];
  if (isAnswered) return SITUATIONS;
  return SITUATIONS.filter((kept) =>
    reason === 'return' ? coversSituation(situation, kept) : needsMore(situation, kept),
  );
}

const meaningOf = (code: string | undefined, text: string): Meaning | undefined =>
  code === undefined ? undefined : entraError(codeMeant(code, text, 'graph'));

const isNotGrantedYet = (code: string | undefined, text: string): boolean =>
  meaningOf(code, text)?.verdict === 'required';

/**
 * What Microsoft's number says of a look, by the one table: OAuth's word is the same for a lost session and for a person
 * who is kept out. Undefined where the table does not tell.
 */
function outcomeOfCode(code: string | undefined, text: string): LookOutcome | undefined {
  const meant = meaningOf(code, text);
  const verdict = meant?.verdict;
  switch (verdict) {
    case 'blocked':
      // Whoever turned Microsoft's page down is kept out by nobody.
      return meant?.next === 'approve' ? 'sign-in-needed' : 'blocked';
    case 'sign-in-needed':
      return 'sign-in-needed';
    case 'unknown':
      return 'failed';
    case 'required':
    case undefined:
      return undefined;
    default:
      return verdict satisfies never;
  }
}

/** The one value of a parameter; undefined where it is absent, empty, repeated or too long. */
function single(query: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = query.getAll(name);
  return more.length === 0 && value && value.length <= LONGEST_PARAMETER ? value : undefined;
}
