import type { AuthenticationResult } from '@azure/msal-browser';
import type { ConsentAnswer, PaneSettings } from '../../core/api';
import { ownApiScope, ownApiScopeById } from '../../core/consent/own-api';
import { explain, type Explanation } from '../../core/consent/entra-errors';
import type { Evidence, ProbeReport } from '../../core/consent/evidence';
import { requiredOf, scopesOf, type PermissionSet } from '../../core/permissions';
import { domainOfAddress, type TenantId } from '../../core/tenant';
import type { Clock, ConsentProbe, HostProfile, ProbeManner } from '../../ports';
import type { DiscoverTenant } from '../browser/tenant-discovery';
import { TIMED_OUT, within } from '../browser/time-limit';
import { accountOf, scopesNamedIn } from './claims';
import { createMsalClients, type MsalClient, type MsalClients, type TokenAsked } from './client';
import { provedByGraph } from './graph-proof';
import { evidenceOfFailure, isBridgeDisabled } from './refusal';
import type { ServiceClient } from '../service/client';

export interface ProbeParts {
  readonly settings: PaneSettings;
  readonly permissionSet: PermissionSet;
  /** The pane's own origin. */
  readonly origin: string;
  readonly host: () => Promise<HostProfile>;
  /** Whether the host says that it supports nested app authentication; taken for granted where nobody says. */
  readonly nestedAppAuth?: () => Promise<boolean>;
  readonly discoverTenant: DiscoverTenant;
  readonly service: Pick<ServiceClient, 'consent'>;
  readonly clock: Clock;
  readonly online: () => boolean;
  readonly window: Window;
  readonly fetch: typeof fetch;
}

// A silent answer takes a second or two. Past this nobody should wait in front of a screen without words.
const SILENT_LIMIT_MS = 15_000;
// A person signs in, perhaps with a second factor, and reads what is asked of him.
const INTERACTIVE_LIMIT_MS = 10 * 60_000;

/** Everything that a question needs and that does not change from one to the next. */
interface Prepared {
  readonly client: MsalClient;
  readonly mailbox: ProbeReport['mailbox'];
  readonly asked: Omit<TokenAsked, 'scopes'>;
}

type Token =
  | { readonly ok: true; readonly result: AuthenticationResult }
  | { readonly ok: false; readonly seen: Evidence };

/** One question, from the first token request to the report: two at the same time share nothing that changes. */
interface Question extends Prepared {
  silentTokenRequests: number;
}

/** What was asked before Outlook had introduced itself. */
interface Ahead {
  readonly question: Question;
  readonly own: Token;
  readonly seen: Evidence;
}

/**
 * Whether the early answer is the one that would be given now: from the broker, and about the mailbox's very tenant. A
 * refusal does not say whose it was, so one that speaks of consent or of the account is asked for again; one that does
 * not (a throttle above all) is taken at its word.
 */
function holdsFor(ahead: Ahead, ready: Prepared): boolean {
  if (ready.client.kind !== 'nested') return false;
  const tenant = ready.mailbox?.tenant;
  if (tenant === undefined) return true;
  if (ahead.own.ok) return accountOf(ahead.own.result)?.tenant === tenant;
  return ahead.seen.kind !== 'refused' || explain(ahead.seen.refusal).verdict === 'unknown';
}

// Windows' broker is known to refuse an application a token for itself
// (https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/4667), and then also says that consent
// is missing where it is there (issue 3230 of the same project).
const ASKS_FOR_ITSELF = 'AADSTS90009';
const NOT_CONSENTED_TO_ITSELF = 'AADSTS90008';

/** What a refusal means; undefined where there was a token, or no answer at all. */
const explained = (own: Token): Explanation | undefined =>
  !own.ok && own.seen.kind === 'refused' ? explain(own.seen.refusal) : undefined;

/**
 * Asks Microsoft with MSAL, and with the token our service; where the service is away, Graph's own token. It reports
 * what it saw and has no opinion.
 */
export function createMsalProbe(parts: ProbeParts): ConsentProbe {
  const { clock, settings, online, permissionSet } = parts;
  const clients = createMsalClients(parts);
  let ownScopes = [ownApiScope(settings.clientId)];
  const alsoConsent = consentScopes(permissionSet, settings.graphOrigin);
  let prepared: Prepared | undefined;
  let lastAccount: ProbeReport['account'];
  // Set while the host's broker says that it is switched off.
  let standIn: MsalClient | undefined;

  const unreachable = (what: 'host' | 'microsoft' | 'network'): Evidence => ({
    kind: 'unreachable',
    what: online() ? what : 'network',
  });
  const failure = (error: unknown): Evidence => evidenceOfFailure(error, online(), clock.now());

  /** Waits for a token request that has been sent, within its limit. */
  async function received(
    sent: Promise<AuthenticationResult>,
    limitMs: number,
    kind: MsalClient['kind'],
  ): Promise<Token> {
    try {
      const result = await within(clock, limitMs, sent);
      if (result !== TIMED_OUT) return { ok: true, result };
      return { ok: false, seen: unreachable(kind === 'nested' ? 'host' : 'microsoft') };
    } catch (error) {
      return { ok: false, seen: failure(error) };
    }
  }

  /** A silent token; from the standard client where the host's broker turns out not to be there after all. */
  function silentToken(question: Question, scopes: readonly string[]): Promise<Token> {
    const send = (client: MsalClient): Promise<AuthenticationResult> => {
      question.silentTokenRequests += 1;
      return client.silent({ ...question.asked, scopes });
    };
    const { client } = question;
    if (client.kind === 'standard') return received(send(client), SILENT_LIMIT_MS, client.kind);
    const sent = send(client).then(
      (result) => {
        standIn = undefined;
        return result;
      },
      async (error: unknown) => {
        if (!isBridgeDisabled(error)) throw error;
        standIn = await clients.standard();
        return send(standIn);
      },
    );
    return received(sent, SILENT_LIMIT_MS, client.kind);
  }

  /** A silent token for our own API; by the application's bare id where its address is refused. */
  async function silentOwnToken(question: Question): Promise<Token> {
    const own = await silentToken(question, ownScopes);
    if (explained(own)?.code !== ASKS_FOR_ITSELF) return own;
    const byId = [ownApiScopeById(settings.clientId)];
    const again = await silentToken(question, byId);
    if (!again.ok) return own;
    ownScopes = byId;
    return again;
  }

  /** What a token, or the refusal of one, leads to; and the token that names the account. */
  async function followed(question: Question, own: Token): Promise<{ seen: Evidence; own: Token }> {
    if (own.ok) return { seen: await evidenceOf(question, own), own };
    const code = explained(own)?.code;
    if (code !== ASKS_FOR_ITSELF && code !== NOT_CONSENTED_TO_ITSELF) return { seen: own.seen, own };
    // The refusal may be about the way of asking and not about the consent: Graph's own token tells.
    const graph = await graphToken(question);
    if (!graph.ok) return { seen: graph.seen.kind === 'refused' ? graph.seen : own.seen, own };
    const { scopes, token } = graph;
    return { seen: { kind: 'graph-token', scopes, service: { why: 'no-token' } }, own: token };
  }

  async function evidenceOf(
    question: Question,
    own: Extract<Token, { readonly ok: true }>,
  ): Promise<Evidence> {
    const consent = await parts.service.consent(own.result.accessToken);
    if (consent.ok) {
      if (tellsAllDelegated(consent.answer, permissionSet))
        return { kind: 'service', answer: consent.answer };
      const graph = await graphToken(question);
      if (graph.ok)
        return { kind: 'service', answer: consent.answer, own: { kind: 'token', scopes: graph.scopes } };
      return graph.seen.kind === 'refused'
        ? { kind: 'service', answer: consent.answer, own: graph.seen }
        : { kind: 'service', answer: consent.answer };
    }
    const graph = await graphToken(question);
    return graph.ok ? { kind: 'graph-token', scopes: graph.scopes, service: consent.trouble } : graph.seen;
  }

  /**
   * The scopes of a fresh Graph token. `.default` asks for whatever was granted: naming an optional scope that nobody
   * has granted would be refused, and the refusal would look as if nothing had been
   * (https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc#the-default-scope).
   */
  async function graphToken(
    question: Question,
  ): Promise<
    { ok: true; scopes: readonly string[] | undefined; token: Token } | Extract<Token, { ok: false }>
  > {
    const token = await silentToken(question, [`${settings.graphOrigin}/.default`]);
    if (!token.ok) return token;
    const { accessToken } = token.result;
    const road = { graphOrigin: settings.graphOrigin, fetch: parts.fetch, clock };
    return {
      ok: true,
      token,
      scopes: scopesNamedIn(accessToken) ?? (await provedByGraph(road, accessToken, permissionSet)),
    };
  }

  async function report(question: Question, own: Token): Promise<ProbeReport> {
    const answered = await followed(question, own);
    return reported(question, answered.own, answered.seen);
  }

  function reported(question: Question, own: Token, seen: Evidence): ProbeReport {
    const account = own.ok ? accountOf(own.result) : lastAccount;
    lastAccount = account;
    const { mailbox } = question;
    return {
      seen,
      silentTokenRequests: question.silentTokenRequests,
      ...(mailbox === undefined ? {} : { mailbox }),
      ...(account === undefined ? {} : { account }),
    };
  }

  function askInteractively(ready: Prepared): Promise<ProbeReport> {
    // Nothing has been awaited up to here when the pane was prepared before: the window opens within the click.
    const client = standIn ?? ready.client;
    const sent = client.popup({ ...ready.asked, scopes: ownScopes, alsoConsent });
    const question: Question = { ...ready, client, silentTokenRequests: 0 };
    return received(sent, INTERACTIVE_LIMIT_MS, client.kind).then((own) => report(question, own));
  }

  /**
   * The first question does not wait for Outlook to introduce itself where the host's broker is there already: the
   * broker knows its account without a name. Until then the mailbox's tenant is not known, and the account's own is
   * asked for.
   */
  async function askAhead(): Promise<Ahead | undefined> {
    if ((await within(clock, SILENT_LIMIT_MS, clients.loaded()).catch(() => TIMED_OUT)) === TIMED_OUT)
      return undefined;
    const client = await within(clock, SILENT_LIMIT_MS, clients.best(true));
    if (client === TIMED_OUT || client.kind !== 'nested') return undefined;
    const asked = { authority: `${settings.loginOrigin}/organizations` };
    const question: Question = { client, asked, mailbox: undefined, silentTokenRequests: 0 };
    const own = await silentOwnToken(question);
    return { question, ...(await followed(question, own)) };
  }

  /** What was prepared, for a question about one certain tenant. */
  const about = (ready: Prepared, tenant: TenantId | undefined): Prepared =>
    tenant === undefined
      ? ready
      : { ...ready, asked: { ...ready.asked, authority: `${settings.loginOrigin}/${tenant}` } };

  async function ask(manner: ProbeManner, tenant: TenantId | undefined): Promise<ProbeReport> {
    const asksAhead =
      manner === 'silent' && prepared === undefined && tenant === undefined && clients.hasBridge();
    const [ready, ahead] = await Promise.all([prepare(parts, clients), asksAhead ? askAhead() : undefined]);
    if ('missing' in ready) return { seen: unreachable(ready.missing), silentTokenRequests: 0 };
    prepared = ready;
    if (ahead !== undefined && holdsFor(ahead, ready)) {
      const { question, own, seen } = ahead;
      return reported({ ...ready, silentTokenRequests: question.silentTokenRequests }, own, seen);
    }
    const already = ahead?.question.silentTokenRequests ?? 0;
    if (manner === 'interactive') return askInteractively(about(ready, tenant));
    const question: Question = { ...about(ready, tenant), silentTokenRequests: already };
    const own = await silentOwnToken(question);
    // The account has no place in the mailbox's tenant: what it is in its own says whose account it is.
    const isForeign = explained(own)?.next === 'sign-in-with-other-account';
    if (ahead?.own.ok === true && isForeign) return reported(question, ahead.own, ahead.seen);
    return report(question, own);
  }

  return {
    async probe(manner, tenant) {
      try {
        return await (manner === 'interactive' && prepared !== undefined
          ? askInteractively(about(prepared, tenant))
          : ask(manner, tenant));
      } catch (error) {
        return { seen: failure(error), silentTokenRequests: 0 };
      }
    },
  };
}

/** Whether the service has told of every required delegated permission, or has said why it could not tell of any. */
function tellsAllDelegated(answer: ConsentAnswer, set: PermissionSet): boolean {
  if (answer.outcome === 'no-answer' || answer.obstacle !== undefined) return true;
  const told = (scope: string): boolean =>
    answer.permissions.some(
      (one) => one.kind === 'delegated' && one.scope === scope && one.state !== 'not-known',
    );
  return scopesOf(requiredOf(set), 'delegated').every(told);
}

/** The delegated scopes of the set as a consent request names them: those of OpenID Connect bare, Graph's with its origin. */
function consentScopes(set: PermissionSet, graphOrigin: string): readonly string[] {
  const openId: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);
  return scopesOf(set, 'delegated').map((scope) => (openId.has(scope) ? scope : `${graphOrigin}/${scope}`));
}

/** Gets everything ready for a question, or tells what has not come: MSAL's script, or the host's bridge. */
async function prepare(
  parts: ProbeParts,
  clients: MsalClients,
): Promise<Prepared | { readonly missing: 'network' | 'host' }> {
  const { mailAddress } = await parts.host();
  const wantsNested = parts.nestedAppAuth === undefined || (await parts.nestedAppAuth());
  // Beside the script, not after it.
  const discovered = mailboxOf(parts.discoverTenant, mailAddress);
  const loaded = await within(parts.clock, SILENT_LIMIT_MS, clients.loaded()).catch(() => TIMED_OUT);
  if (loaded === TIMED_OUT) return { missing: 'network' };
  const client = await within(parts.clock, SILENT_LIMIT_MS, clients.best(wantsNested));
  if (client === TIMED_OUT) {
    clients.forget();
    return { missing: 'host' };
  }
  const mailbox = await discovered;
  return {
    client,
    mailbox,
    asked: {
      authority: `${parts.settings.loginOrigin}/${mailbox?.tenant ?? 'organizations'}`,
      ...(mailAddress === undefined ? {} : { loginHint: mailAddress }),
    },
  };
}

async function mailboxOf(
  discoverTenant: DiscoverTenant,
  address: string | undefined,
): Promise<ProbeReport['mailbox']> {
  const domain = address === undefined ? undefined : domainOfAddress(address);
  if (domain === undefined) return undefined;
  const tenant = await discoverTenant(domain);
  return { domain, ...(tenant === undefined ? {} : { tenant }) };
}
