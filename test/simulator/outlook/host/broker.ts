/**
 * The host's broker of nested app authentication: it holds the signed-in person's account and gets tokens for the pane,
 * silently from the simulated tenant or, when somebody must act, through Microsoft's real sign-in pages in a window.
 */
import type { HostOptions } from '../host-options';
import { accountFromIdToken } from './id-token';
import {
  bridgeAnswer,
  parseBridgeRequest,
  type BridgeAccount,
  type BridgeToken,
  type TokenQuestion,
} from './bridge-messages';
import { brokenAnswer } from './broker-trouble';
import { signInByPopup } from './popup-sign-in';
import { wordRefusal, type BridgeError, type EntraRefusal } from './refusal-flavour';
import type { Person } from './person';

export interface BrokerInput {
  readonly person: Person;
  readonly options: Pick<HostOptions, 'flavour' | 'memory' | 'scopes' | 'popups' | 'trouble'>;
  readonly entraOrigin: string;
  /** The host's own page that the sign-in comes back to; registered with the simulated tenant. */
  readonly redirectUri: string;
  log(line: string): void;
}

export interface Broker {
  /** Answers one message of the pane's bridge; undefined for what is no such message or left unanswered. Never rejects. */
  answer(message: string): Promise<string | undefined>;
  /** Forgets cached tokens and remembered refusals. */
  forget(): void;
}

type Outcome =
  | { readonly ok: true; readonly token: BridgeToken; readonly account: BridgeAccount }
  | { readonly ok: false; readonly error: BridgeError };

interface Cached {
  readonly outcome: Extract<Outcome, { ok: true }>;
  readonly untilMs: number;
}

/** Brokers renew a token some minutes before it ends. */
const EARLY_MS = 5 * 60_000;

function keyOf(question: TokenQuestion): string {
  return `${question.clientId} ${question.scope.split(' ').toSorted().join(' ')} ${question.claims ?? ''}`;
}

function refusalFrom(status: number, body: unknown): EntraRefusal {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const suberror = fields['suberror'];
  return {
    status,
    error: typeof fields['error'] === 'string' ? fields['error'] : 'server_error',
    errorDescription: typeof fields['error_description'] === 'string' ? fields['error_description'] : '',
    ...(typeof suberror === 'string' ? { suberror } : {}),
  };
}

/** Creates the broker for one person in one window. */
export function createBroker(input: BrokerInput): Broker {
  const tokens = new Map<string, Cached>();
  const refusals = new Map<string, BridgeError>();
  const { person, options } = input;

  const environment = new URL(input.entraOrigin).host;
  const context = {
    sdkName: 'SIMULATED Outlook',
    sdkVersion: '1.0.0',
    capabilities: { queryAccount: false },
    accountContext: {
      homeAccountId: `${person.id}.${person.tenantId}`,
      environment,
      tenantId: person.tenantId,
    },
  };

  function granted(
    question: TokenQuestion,
    token: BridgeToken,
    account: BridgeAccount,
  ): Extract<Outcome, { ok: true }> {
    const { scope, ...withoutScope } = token;
    const told = options.scopes === 'told' && scope !== undefined ? { ...withoutScope, scope } : withoutScope;
    const outcome = { ok: true, token: told, account } as const;
    tokens.set(keyOf(question), { outcome, untilMs: Date.now() + token.expires_in * 1000 - EARLY_MS });
    refusals.delete(keyOf(question));
    return outcome;
  }

  function refused(question: TokenQuestion, refusal: EntraRefusal): Outcome {
    const error = wordRefusal(refusal, options.flavour);
    if (options.memory === 'remembers-refusals' && error.status === 'USER_INTERACTION_REQUIRED') {
      refusals.set(keyOf(question), error);
    }
    return { ok: false, error };
  }

  async function silently(question: TokenQuestion): Promise<Outcome> {
    const remembered = refusals.get(keyOf(question));
    if (remembered) return { ok: false, error: remembered };
    const cached = tokens.get(keyOf(question));
    if (cached && !question.forceRefresh && cached.untilMs > Date.now()) return cached.outcome;
    let status = 0;
    try {
      const response = await fetch(`${input.entraOrigin}/simulated/broker/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          userId: person.id,
          ...question,
          bareIdsOnly: options.trouble === 'broker-bare-ids-only',
        }),
      });
      status = response.status;
      const body = (await response.json()) as {
        readonly ok?: boolean;
        readonly error?: unknown;
        readonly account?: BridgeAccount;
      } & Partial<BridgeToken>;
      if (body.ok === true && body.access_token && body.id_token && body.account) {
        return granted(
          question,
          {
            access_token: body.access_token,
            id_token: body.id_token,
            expires_in: body.expires_in ?? 0,
            ...(body.scope === undefined ? {} : { scope: body.scope }),
          },
          body.account,
        );
      }
      return refused(question, refusalFrom(status, body.error ?? body));
    } catch {
      return refused(question, refusalFrom(status, undefined));
    }
  }

  async function interactively(question: TokenQuestion): Promise<Outcome> {
    if (options.trouble === 'broker-bare-ids-only' && question.scope.includes('api://')) {
      // The window does not even open: the broker refuses the form of the question.
      return silently({ ...question, forceRefresh: true });
    }
    const outcome = await signInByPopup({
      question,
      entraOrigin: input.entraOrigin,
      redirectUri: input.redirectUri,
      loginHint: person.upn,
      popups: options.popups,
    });
    switch (outcome.kind) {
      case 'signed-in': {
        const account = accountFromIdToken(outcome.token.id_token, environment);
        if (!account) return { ok: false, error: { status: 'PERSISTENT_ERROR', code: 'invalid_id_token' } };
        refusals.clear();
        return granted(question, outcome.token, account);
      }
      case 'closed':
        return {
          ok: false,
          error: { status: 'USER_CANCEL', code: 'user_cancelled', description: 'User cancelled the flow' },
        };
      case 'blocked':
        return { ok: false, error: { status: 'PERSISTENT_ERROR', code: 'popup_window_error' } };
      case 'refused':
        if (outcome.refusal.error === 'access_denied' && options.flavour !== 'web') {
          return { ok: false, error: { status: 'USER_CANCEL', code: 'access_denied' } };
        }
        return { ok: false, error: wordRefusal(outcome.refusal, options.flavour) };
      default:
        return outcome satisfies never;
    }
  }

  return {
    answer: async (message) => {
      const request = parseBridgeRequest(message);
      if (!request) return undefined;
      const broken = brokenAnswer(options.trouble, request.method);
      if (broken === 'silence') {
        input.log(`bridge: ${request.method} left without an answer`);
        return undefined;
      }
      if (request.method === 'GetInitContext' || !request.token) {
        input.log('bridge: context asked');
        return bridgeAnswer(request.requestId, { initContext: context });
      }
      const outcome: Outcome = broken
        ? { ok: false, error: broken }
        : request.method === 'GetToken'
          ? await silently(request.token)
          : await interactively(request.token);
      const how = request.method === 'GetToken' ? 'silent' : 'popup';
      input.log(`bridge: ${how} token ${outcome.ok ? 'given' : `refused (${outcome.error.status})`}`);
      return bridgeAnswer(
        request.requestId,
        outcome.ok ? { token: outcome.token, account: outcome.account } : { error: outcome.error },
      );
    },
    forget: () => {
      tokens.clear();
      refusals.clear();
    },
  };
}
