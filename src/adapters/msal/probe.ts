import { answerThatCounts, nextQuestionAhead, type Heard } from '../../core/consent/early-answer';
import type { Account, Evidence, Mailbox, ProbeReport } from '../../core/consent/evidence';
import {
  needsWindowForGraph,
  nextQuestion,
  type Ask,
  type GraphReply,
  type NoToken,
  type OwnApiReply,
  type SoFar,
} from '../../core/consent/next-question';
import { ownApiScope, ownApiScopeById } from '../../core/consent/own-api';
import type { PermissionSet } from '../../core/permissions';
import type { TenantId } from '../../core/tenant';
import type { ProbeManner } from '../../core/consent/manner';
import type { ConsentProbe, HostProfile } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';
import { accountOf, scopesNamedIn } from './claims';
import { createMsalClients, type MsalParts } from './client';
import type { GraphAccess } from './graph-proof';
import { mailboxAddressOf, mailboxOf, prepare, type HostParts, type Prepared } from './prepare';
import { evidenceOfFailure } from './refusal';
import type { ServiceClient } from '../service/client';
import { createStandIn } from './stand-in';
import { createTokens, SILENT_LIMIT_MS, type Question, type Token } from './tokens';

export interface ProbeParts extends HostParts {
  readonly permissionSet: PermissionSet;
  /** The pane's own origin. */
  readonly origin: string;
  /** What `host` answers, as it is at this moment; a click asks by it. */
  readonly hostNow?: () => HostProfile;
  readonly service: Pick<ServiceClient, 'consent'>;
  readonly online: () => boolean;
  readonly window: Window & typeof globalThis;
  readonly loadStandard?: MsalParts['loadStandard'];
  /** What the page has just gone to Microsoft for without a window: the first window is to that. */
  readonly wentFor?: Ask | undefined;
  readonly fetch: typeof fetch;
}

/** What a sign-in is for. */
export interface SignInFor {
  readonly ask: Ask;
  readonly scopes: readonly string[];
}

export interface MsalProbe extends ConsentProbe {
  /** What the next window is for, or whatever stands in its place. */
  readonly nextSignIn: () => SignInFor;
}

/** What was asked before Outlook had introduced itself. */
interface Ahead {
  readonly question: Question;
  /** Undefined where it is to be asked anew. */
  readonly answer: Heard | undefined;
}

/**
 * Asks Microsoft with MSAL, and with the token our service; where the core wants to know more, Microsoft again. It reports
 * what it saw and has no opinion: `core/consent` says what is asked next and what it means.
 */
export function createMsalProbe(parts: ProbeParts): MsalProbe {
  const { clock, settings, online, permissionSet, wentFor } = parts;
  const clients = createMsalClients(parts);
  const standIn = createStandIn(clients);
  const tokens = createTokens({ standIn, clock, online });
  const scopesFor: Readonly<Record<Ask, readonly string[]>> = {
    'own-api': [ownApiScope(settings.clientId)],
    'own-api-by-id': [ownApiScopeById(settings.clientId)],
    // `.default` asks for whatever was granted: naming an optional scope that nobody has granted would be refused, and the
    // refusal would look as if nothing had been
    // (https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc#the-default-scope).
    graph: [`${settings.graphOrigin}/.default`],
  };
  const anyOrganisation = `${settings.loginOrigin}/organizations`;
  let prepared: Prepared | undefined;
  let lastAccount: { readonly account: Account; readonly mailAddress: string | undefined } | undefined;
  // Once AADSTS90009 was seen.
  let byId = wentFor === 'own-api-by-id';
  let windowForGraph = wentFor === 'graph';

  const begin = ({
    client,
    authority,
    mailAddress,
    brokersWord,
  }: Pick<Prepared, 'client' | 'authority'> & Partial<Prepared>): Question => ({
    client,
    authority,
    mailAddress,
    brokersWord,
    silentTokenRequests: 0,
  });

  /** Asks on, until there is evidence. */
  async function gather(question: Question, soFar: SoFar, account?: Account): Promise<Heard> {
    const next = nextQuestion(soFar, permissionSet);
    if ('evidence' in next) {
      windowForGraph = needsWindowForGraph(soFar);
      return { seen: next.evidence, account };
    }
    if (next.ask === 'own-api-by-id') byId = true;
    return goOn(question, soFar, next.ask, await tokens.silent(question, scopesFor[next.ask]), account);
  }

  async function goOn(
    question: Question,
    soFar: SoFar,
    ask: Ask,
    token: Token,
    account?: Account,
  ): Promise<Heard> {
    const heard = await followed(ask, token);
    return gather(
      question,
      { ...soFar, ...heard },
      account ?? (token.ok ? accountOf(token.result) : undefined),
    );
  }

  /** What a token leads to. */
  async function followed(ask: Ask, token: Token): Promise<Partial<SoFar>> {
    if (ask === 'graph') return { graph: await graphReply(token) };
    const reply = await ownApiReply(token);
    return ask === 'own-api' ? { ownApi: reply } : { ownApiById: reply };
  }

  async function ownApiReply(token: Token): Promise<OwnApiReply> {
    if (!token.ok) return { kind: 'no-token', seen: token.seen };
    const consent = await parts.service.consent(token.result.accessToken);
    return consent.ok
      ? { kind: 'answer', answer: consent.answer }
      : { kind: 'trouble', trouble: consent.trouble };
  }

  async function graphReply(token: Token): Promise<GraphReply> {
    if (!token.ok) return { kind: 'no-token', seen: aboutGraph(token.seen) };
    const { accessToken } = token.result;
    const access = { graphOrigin: settings.graphOrigin, fetch: parts.fetch, clock };
    const scopes = scopesNamedIn(accessToken) ?? (await provedByAnswers(access, accessToken, permissionSet));
    return { kind: 'token', scopes };
  }

  function reported(
    { silentTokenRequests, mailAddress }: Question,
    mailbox: Mailbox | undefined,
    { seen, account }: Heard,
  ): ProbeReport {
    if (account !== undefined) lastAccount = { account, mailAddress };
    // Without a token, it was asked with the account that answered last beside this mailbox.
    const askedWith = lastAccount?.mailAddress === mailAddress ? lastAccount?.account : undefined;
    return { seen, silentTokenRequests, mailbox, account: account ?? askedWith };
  }

  const firstAsk = (): Ask => (byId ? 'own-api-by-id' : 'own-api');

  const nextSignIn = (): SignInFor => {
    const ask = windowForGraph ? 'graph' : firstAsk();
    return { ask, scopes: scopesFor[ask] };
  };

  async function askInteractively(ready: Prepared): Promise<ProbeReport> {
    // Nothing has been awaited up to here when the pane was prepared before: the window opens within the click.
    const { ask, scopes } = nextSignIn();
    const question = begin(ready);
    const [token, mailbox] = await Promise.all([
      tokens.popup(question, scopes),
      ready.mailbox ?? mailboxOf(parts.discoverTenant, ready.mailboxAddress, ready.mailboxKind),
    ]);
    return reported(question, mailbox, await goOn(question, { byId }, ask, token));
  }

  /** What was prepared, for the mailbox and the account of this moment: a pinned pane may have gone to others. */
  function besideNow(ready: Prepared): Prepared {
    const now = parts.hostNow?.();
    if (now === undefined) return ready;
    const { mailAddress, mailboxKind } = now;
    const mailboxAddress = mailboxAddressOf(now);
    return mailboxAddress === ready.mailboxAddress
      ? { ...ready, mailAddress }
      : {
          ...ready,
          mailAddress,
          mailboxAddress,
          mailboxKind,
          mailbox: undefined,
          authority: anyOrganisation,
        };
  }

  /**
   * The first question does not wait for Outlook to introduce itself where the host's broker is there already: the
   * broker knows its account without a name. Until then the mailbox's tenant is not known, and the account's own is
   * asked for.
   */
  async function askAhead(): Promise<Ahead | undefined> {
    if ((await within(clock, SILENT_LIMIT_MS, clients.loaded(true)).catch(() => TIMED_OUT)) === TIMED_OUT)
      return undefined;
    const client = await within(clock, SILENT_LIMIT_MS, clients.best(true));
    if (client === TIMED_OUT || client.kind !== 'nested') return undefined;
    const question = begin({ client, authority: anyOrganisation });
    const ask = firstAsk();
    const token = await tokens.silent(question, scopesFor[ask]);
    discoverEarly(token);
    const soFar = { byId, ...(await followed(ask, token)) };
    const next = nextQuestionAhead(soFar, permissionSet);
    if ('askLater' in next) {
      byId ||= next.askLater === 'own-api-by-id';
      return { question, answer: undefined };
    }
    return {
      question,
      answer: await gather(question, soFar, token.ok ? accountOf(token.result) : undefined),
    };
  }

  /**
   * The tenant of the account's domain, while the service answers and Outlook gets ready: nearly always it is the
   * mailbox's domain too, and known by the time when that is asked for.
   */
  function discoverEarly(token: Token): void {
    const domain = token.ok ? accountOf(token.result)?.domain : undefined;
    if (domain !== undefined) void parts.discoverTenant(domain);
  }

  /** What was prepared, for a question about one certain tenant. */
  const about = (ready: Prepared, tenant: TenantId | undefined): Prepared =>
    tenant === undefined ? ready : { ...ready, authority: `${settings.loginOrigin}/${tenant}` };

  async function probe(manner: ProbeManner, tenant: TenantId | undefined): Promise<ProbeReport> {
    const asksAhead =
      manner === 'silent' && prepared === undefined && tenant === undefined && clients.hasBridge();
    const [ready, ahead] = await Promise.all([
      prepare(parts, clients, standIn),
      asksAhead ? askAhead() : undefined,
    ]);
    if ('missing' in ready) return { seen: unreachable(ready.missing), silentTokenRequests: 0 };
    prepared = ready;
    const { mailbox } = ready;
    const question = begin(about(ready, tenant));
    question.silentTokenRequests = ahead?.question.silentTokenRequests ?? 0;
    if (ahead?.question.client.kind === 'standard') {
      // The broker has failed already: it is not waited for once more.
      question.client = ahead.question.client;
      question.brokersWord = ahead.question.brokersWord;
    }
    const place = {
      early: ahead?.answer,
      tenant: mailbox?.tenant,
      isBridged: ready.client.kind === 'nested',
    };
    const soon = answerThatCounts(place);
    if (soon !== undefined) return reported(question, mailbox, soon);
    if (manner === 'interactive') return askInteractively(about(ready, tenant));
    const later = await gather(question, { byId });
    return reported(question, mailbox, answerThatCounts({ ...place, later }) ?? later);
  }

  const unreachable = (what: 'host' | 'network'): Evidence => ({
    kind: 'unreachable',
    what: online() ? what : 'network',
  });

  return {
    nextSignIn,
    async probe(manner, tenant) {
      try {
        return await (manner === 'interactive' && prepared !== undefined
          ? askInteractively(about(besideNow(prepared), tenant))
          : probe(manner, tenant));
      } catch (error) {
        return { seen: evidenceOfFailure(error, online(), clock.now()), silentTokenRequests: 0 };
      }
    },
  };
}

const aboutGraph = (seen: NoToken): NoToken =>
  seen.kind === 'refused' ? { ...seen, refusal: { ...seen.refusal, askedFor: 'graph' } } : seen;

/**
 * For a token that cannot be read. Those for Graph may be opaque by contract, and have not been so far: the code is fetched
 * for the first that is, and without it nothing is proved.
 */
async function provedByAnswers(
  access: GraphAccess,
  accessToken: string,
  set: PermissionSet,
): Promise<readonly string[] | undefined> {
  try {
    const { provedByGraph } = await import(/* webpackChunkName: "later-graph-proof" */ './graph-proof');
    return await provedByGraph(access, accessToken, set);
  } catch {
    return undefined;
  }
}
