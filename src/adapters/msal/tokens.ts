import type { AuthenticationResult } from '@azure/msal-browser';
import {
  isAboutAccount,
  isAboutName,
  isBrokersFault,
  isNews,
  isOfAnotherName,
  mayBeAboutName,
} from '../../core/consent/way-of-asking';
import type { NoToken } from '../../core/consent/next-question';
import type { Clock } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';
import type { MsalClient } from './client';
import { evidenceOfFailure } from './refusal';
import { SILENT_BROKER, type StandIn } from './stand-in';

// A silent answer takes a second or two. Past this nobody should wait in front of a screen without words.
export const SILENT_LIMIT_MS = 15_000;
// A user signs in, perhaps with a second factor, and reads what they are asked.
const INTERACTIVE_LIMIT_MS = 10 * 60_000;

/** Whom one question is about, and through which client. Two questions at the same time share nothing that changes. */
export interface Question {
  client: MsalClient;
  /** `https://<login host>/<tenant id or organizations>` */
  readonly authority: string;
  /** The signed-in account's, as the host tells it. */
  readonly mailAddress: string | undefined;
  silentTokenRequests: number;
  /** What the host's broker had to say, where `client` stands in for it. */
  brokersWord?: NoToken | undefined;
}

export type Token =
  | { readonly ok: true; readonly result: AuthenticationResult }
  | { readonly ok: false; readonly seen: NoToken };

/** Asks for tokens, each within its time limit. Nothing here rejects. */
export interface Tokens {
  /** A fresh token. Shows nothing. */
  silent(question: Question, scopes: readonly string[]): Promise<Token>;
  /** May open a window; it does so before it returns, so that a click's permission reaches it. */
  popup(question: Question, scopes: readonly string[]): Promise<Token>;
}

export interface TokenParts {
  readonly standIn: StandIn;
  readonly clock: Clock;
  readonly online: () => boolean;
}

/** What is known of the name that an account is looked for by. */
interface Name {
  readonly mailAddress: string | undefined;
  /** Nobody is to be found by the mail address: it is not asked for by it again. */
  isWrong: boolean;
  triedWithout: boolean;
}

export function createTokens({ standIn, clock, online }: TokenParts): Tokens {
  // A click that the broker has not answered.
  let unanswered: Promise<unknown> | undefined;
  let name: Name = { mailAddress: undefined, isWrong: false, triedWithout: false };

  const nameOf = ({ mailAddress }: Question): Name => {
    // Beside another mailbox nothing is known of the name.
    if (name.mailAddress !== mailAddress) name = { mailAddress, isWrong: false, triedWithout: false };
    return name;
  };

  async function received(
    sent: Promise<AuthenticationResult>,
    limitMs: number,
    kind: MsalClient['kind'],
  ): Promise<Token> {
    try {
      const result = await within(clock, limitMs, sent);
      return result === TIMED_OUT ? { ok: false, seen: silence(kind) } : { ok: true, result };
    } catch (error) {
      return { ok: false, seen: evidenceOfFailure(error, online(), clock.now()) };
    }
  }

  /** MSAL's own word for a frame or a window that did not come back; a broker's silence is the host's. */
  function silence(kind: MsalClient['kind']): NoToken {
    if (!online()) return { kind: 'unreachable', what: 'network' };
    return kind === 'nested'
      ? SILENT_BROKER
      : { kind: 'refused', refusal: { errorClass: 'browser-auth', errorCode: 'timed_out', text: '' } };
  }

  async function silent(question: Question, scopes: readonly string[]): Promise<Token> {
    if (question.client.kind === 'nested') {
      const token = await sendSilently(question, question.client, scopes, undefined);
      if (token.ok || !isBrokersFault(token.seen, 'silent')) {
        standIn.leave();
        return token;
      }
      if (!(await takeStandIn(question, token.seen))) return token;
    }
    const token = await silentByName(question, question.client, scopes);
    const { brokersWord } = question;
    if (!token.ok && brokersWord && !isNews(token.seen, brokersWord)) return { ok: false, seen: brokersWord };
    if (token.ok) question.brokersWord = undefined;
    return token;
  }

  /** The browser's own way to Entra, for what the question still asks as well. Answers whether there is one. */
  async function takeStandIn(question: Question, brokersWord: NoToken): Promise<boolean> {
    // Its script is fetched now, and a network may let it wait for minutes.
    const client = await within(clock, SILENT_LIMIT_MS, standIn.take(brokersWord));
    if (client === undefined || client === TIMED_OUT) return false;
    question.client = client;
    question.brokersWord = brokersWord;
    return true;
  }

  function sendSilently(
    question: Question,
    client: MsalClient,
    scopes: readonly string[],
    loginHint: string | undefined,
  ): Promise<Token> {
    question.silentTokenRequests += 1;
    const { authority, mailAddress } = question;
    return received(
      client.silent({ scopes, authority, mailAddress, loginHint }),
      SILENT_LIMIT_MS,
      client.kind,
    );
  }

  /** By the mail address, and once without it where Entra finds nobody by it. */
  async function silentByName(
    question: Question,
    client: MsalClient,
    scopes: readonly string[],
  ): Promise<Token> {
    const known = nameOf(question);
    const isNamed = !known.isWrong && !client.knowsAccount(question.mailAddress);
    const loginHint = isNamed ? question.mailAddress : undefined;
    const token = await sendSilently(question, client, scopes, loginHint);
    if (token.ok || loginHint === undefined || !isAboutName(token.seen)) return token;
    if (isOfAnotherName(token.seen)) known.isWrong = true;
    else if (known.triedWithout) return token;
    known.triedWithout = true;
    const nameless = await sendSilently(question, client, scopes, undefined);
    if (!nameless.ok && !isAboutAccount(nameless.seen)) return token;
    known.isWrong = true;
    return nameless;
  }

  function popup(question: Question, scopes: readonly string[]): Promise<Token> {
    // Nothing is awaited up to here: the window opens within the click.
    question.client = standIn.now ?? question.client;
    if (question.client.kind === 'standard') return popupByName(question, question.client, scopes);
    return unanswered === undefined ? popupOfBroker(question, scopes) : popupPastBroker(question, scopes);
  }

  async function popupOfBroker(question: Question, scopes: readonly string[]): Promise<Token> {
    const { client, authority, mailAddress } = question;
    const sent = client.popup({ scopes, authority, mailAddress, loginHint: undefined });
    unanswered = sent;
    standIn.prepare();
    const token = await received(sent, INTERACTIVE_LIMIT_MS, client.kind);
    if (unanswered === sent) unanswered = undefined;
    if (token.ok || !isBrokersFault(token.seen, 'interactive')) return token;
    const isTooLate = token.seen.kind === 'unreachable';
    if (!(await takeStandIn(question, token.seen)) || isTooLate) return token;
    // A window of the browser, if the click's permission lasts; else the next click opens it.
    return popupByName(question, question.client, scopes);
  }

  /** The broker has left the last click without an answer: this one is not its again. */
  async function popupPastBroker(question: Question, scopes: readonly string[]): Promise<Token> {
    return (await takeStandIn(question, SILENT_BROKER))
      ? popupByName(question, question.client, scopes)
      : popupOfBroker(question, scopes);
  }

  function popupByName(question: Question, client: MsalClient, scopes: readonly string[]): Promise<Token> {
    const known = nameOf(question);
    const { authority, mailAddress } = question;
    const loginHint = known.isWrong ? undefined : mailAddress;
    const sent = client.popup({ scopes, authority, mailAddress, loginHint });
    return received(sent, INTERACTIVE_LIMIT_MS, client.kind).then((token) => {
      // Whoever could not sign in by this name, or left the window, is to pick the account the next time.
      if (!token.ok && loginHint !== undefined && mayBeAboutName(token.seen)) known.isWrong = true;
      return token;
    });
  }

  return { silent, popup };
}
