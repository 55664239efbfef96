import { aadstsCodeIn, explain } from '../../core/consent/entra-errors';
import type { NoToken } from '../../core/consent/next-question';
import { ASKS_FOR_ITSELF, ownApiScope, ownApiScopeById } from '../../core/consent/own-api';
import type { Cause } from '../../core/consent/cause';
import type { SignInReport, TokenReport } from '../../core/operators/asked';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { createMsalClients, type MsalClient, type MsalParts } from './client';
import { evidenceOfFailure } from './refusal';
import { createStandIn } from './stand-in';
import { createTokens, type Question, type Token } from './tokens';

/** An operator's sign-in. The token stays in here, in memory, and goes to the service alone. Nothing here rejects. */
export interface OperatorSignIn {
  /** Whoever is signed in at Microsoft in this browser. Shows nothing. */
  silent(): Promise<SignInReport>;
  /** Opens Microsoft's window; once `silent` has answered, before it returns, so that a click's permission reaches it. */
  popup(): Promise<SignInReport>;
  /** A token that still holds, renewed in silence where the last one does not. */
  token(): Promise<TokenReport>;
  /** The next token is a new one. */
  forget(): void;
}

export interface OperatorSignInParts extends MsalParts {
  /** The vendor's own tenant; without it anybody's may sign in, and the service refuses who is not of it. */
  readonly homeTenant: TenantId | undefined;
  readonly clock: Clock;
  readonly online: () => boolean;
}

// A token that ends while the service looks at it is refused.
const ENDS_SOON_MS = 60_000;
/** Refusals that say nothing of the account: Microsoft answers otherwise in a while. */
const PASSING: ReadonlySet<Cause> = new Set(['throttled', 'microsoft-unavailable', 'network-unreachable']);

export function createOperatorSignIn(parts: OperatorSignInParts): OperatorSignIn {
  const { settings, homeTenant, clock, online } = parts;
  const clients = createMsalClients(parts);
  const tokens = createTokens({ standIn: createStandIn(clients), clock, online });
  const authority = `${settings.loginOrigin}/${homeTenant ?? 'organizations'}`;
  let client: MsalClient | undefined;
  let byId = false;
  let kept: { readonly token: string; readonly endsAtMs: number } | undefined;
  let isSignedIn = false;
  let renewing: Promise<SignInReport> | undefined;

  const scopes = (): readonly string[] => [
    byId ? ownApiScopeById(settings.clientId) : ownApiScope(settings.clientId),
  ];
  const questionFor = (by: MsalClient): Question => ({
    client: by,
    authority,
    mailAddress: undefined,
    silentTokenRequests: 0,
  });

  function take(token: Token): SignInReport {
    if (!token.ok) return reportOf(token.seen);
    const { accessToken, expiresOn } = token.result;
    kept = { token: accessToken, endsAtMs: expiresOn?.getTime() ?? 0 };
    isSignedIn = true;
    return { ok: true };
  }

  /** Goes on with MSAL, or tells why its script has not come. */
  async function withClient(goOn: (by: MsalClient) => Promise<SignInReport>): Promise<SignInReport> {
    try {
      client ??= await clients.standard();
    } catch (error) {
      return reportOf(evidenceOfFailure(error, online(), clock.now()));
    }
    return goOn(client);
  }

  async function silent(by: MsalClient): Promise<SignInReport> {
    const first = take(await tokens.silent(questionFor(by), scopes()));
    if (!asksForItself(first)) return first;
    byId = true;
    return take(await tokens.silent(questionFor(by), scopes()));
  }

  function popup(by: MsalClient): Promise<SignInReport> {
    return tokens.popup(questionFor(by), scopes()).then((token) => {
      const report = take(token);
      // The click is used up: the next one asks by the other name.
      byId ||= asksForItself(report);
      return report;
    });
  }

  return {
    silent: () => withClient(silent),
    // Where the script had not come when it was asked for ahead, the window opens if the click's permission lasts.
    popup: () => (client === undefined ? withClient(popup) : popup(client)),
    async token() {
      if (kept !== undefined && kept.endsAtMs - ENDS_SOON_MS > clock.now())
        return { ok: true, token: kept.token };
      kept = undefined;
      if (!isSignedIn) return NOBODY;
      // Several questions at a time share one renewal.
      renewing ??= withClient(silent).finally(() => {
        renewing = undefined;
      });
      const report = await renewing;
      return report.ok ? tokenOf() : report;
    },
    forget() {
      kept = undefined;
    },
  };

  function tokenOf(): TokenReport {
    return kept === undefined ? NOBODY : { ok: true, token: kept.token };
  }
}

const NOBODY = { ok: false, why: 'nobody' } as const;

const asksForItself = (report: SignInReport): boolean => !report.ok && report.code === ASKS_FOR_ITSELF;

/** Why there is no token, as far as it changes what the operator does next. */
function reportOf(seen: NoToken): SignInReport {
  switch (seen.kind) {
    case 'no-account':
      return NOBODY;
    case 'unreachable':
      return { ok: false, why: 'unreachable' };
    case 'refused': {
      const { cause } = explain(seen.refusal);
      const code = aadstsCodeIn(seen.refusal.text);
      if (cause === 'cancelled') return { ok: false, why: 'left', code };
      if (PASSING.has(cause)) return { ok: false, why: 'unreachable', code };
      if (cause === 'page-failed') return { ok: false, why: cause };
      return { ok: false, why: cause === 'popup-blocked' ? 'window-blocked' : 'refused', code };
    }
    default:
      return seen satisfies never;
  }
}
