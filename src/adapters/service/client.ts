import {
  PATHS,
  parseAttemptMade,
  parseConsentAnswer,
  parseLookBegun,
  parseRequestEvents,
  parseRequestMade,
  parseRequestShown,
  type AttemptMade,
  type ConsentAnswer,
  type LookBegun,
  type LookKey,
  type NewLook,
  type RequestEvent,
  type RequestId,
  type RequestShown,
} from '../../core/api';
import type { ServiceTrouble } from '../../core/consent/evidence';
import type { SituationChoice } from '../../core/situation';
import type { Answered, Requests } from '../../ports';
import { askService, type ServiceQuestion, type ServiceReply, type ServiceAccess } from './answer';

/** The consent status service, as the pane and the grant page know it. Nothing here ever rejects. */
export interface ServiceClient extends Omit<Requests, 'attempt'> {
  /** `situation`: what the administrator answered; without it the request's suggestion counts. */
  attempt(id: RequestId, situation?: SituationChoice): Promise<Answered<AttemptMade>>;
  /** `GET /api/requests/{id}/events` without waiting: what happened to the request so far. */
  history(id: RequestId): Promise<Answered<readonly RequestEvent[]>>;
  /** `POST /api/looks`: begins an administrator's look at what is granted. */
  beginLook(look: NewLook): Promise<Answered<LookBegun>>;
  /** `GET /api/looks/{key}`: what a look found. */
  readLook(key: LookKey): Promise<Answered<ConsentAnswer>>;
  /** `GET /api/consent` with an access token of our own API. */
  consent(accessToken: string): Promise<ConsentAsked>;
  /** `POST /api/requests/{id}/openings`: tells that somebody opened the shared link. */
  opened(id: RequestId): Promise<Answered<RequestShown>>;
}

export type ConsentAsked =
  | { readonly ok: true; readonly answer: ConsentAnswer }
  | { readonly ok: false; readonly trouble: ServiceTrouble };

// The service's own questions to Microsoft end well before; past this the pane does better to ask Microsoft itself.
const CONSENT_LIMIT_MS = 8_000;
// A line in a database.
const REQUEST_LIMIT_MS = 8_000;
// What happened before is worth a moment's wait, and the page does without.
const HISTORY_LIMIT_MS = 2_000;

export function createServiceClient(access: ServiceAccess): ServiceClient {
  const ask = (question: Omit<ServiceQuestion, 'limitMs'>): Promise<ServiceReply> =>
    askService(access, { ...question, limitMs: REQUEST_LIMIT_MS });
  return {
    async consent(accessToken) {
      const reply = await askService(access, {
        method: 'GET',
        path: PATHS.consent,
        bearer: accessToken,
        limitMs: CONSENT_LIMIT_MS,
      });
      return consentOf(reply);
    },
    async make(request) {
      return answered(await ask({ method: 'POST', path: PATHS.requests, body: request }), parseRequestMade);
    },
    async withdraw(id) {
      return answered(await ask({ method: 'DELETE', path: PATHS.request(id) }), () => true as const);
    },
    async attempt(id, situation) {
      const body = situation === undefined ? undefined : { situation };
      return answered(await ask({ method: 'POST', path: PATHS.attempts(id), body }), parseAttemptMade);
    },
    async opened(id) {
      return answered(await ask({ method: 'POST', path: PATHS.openings(id) }), parseRequestShown);
    },
    async history(id) {
      const path = `${PATHS.events(id)}?after=0&waitMs=0`;
      return answered(
        await askService(access, { method: 'GET', path, limitMs: HISTORY_LIMIT_MS }),
        parseRequestEvents,
      );
    },
    async beginLook(look) {
      return answered(await ask({ method: 'POST', path: PATHS.looks, body: look }), parseLookBegun);
    },
    async readLook(key) {
      const question = { method: 'GET', path: PATHS.look(key), limitMs: CONSENT_LIMIT_MS } as const;
      return answered(await askService(access, question), parseConsentAnswer);
    },
  };
}

function consentOf(reply: ServiceReply): ConsentAsked {
  switch (reply.kind) {
    case 'answer': {
      const answer = parseConsentAnswer(reply.body);
      return answer === undefined
        ? { ok: false, trouble: { why: 'not-the-contract' } }
        : { ok: true, answer };
    }
    case 'garbage':
      return { ok: false, trouble: { why: 'not-the-contract' } };
    case 'unreachable':
      return { ok: false, trouble: { why: 'unreachable' } };
    case 'timeout':
      return { ok: false, trouble: { why: 'timeout' } };
    case 'refusal':
      return { ok: false, trouble: { why: whyRefused(reply.status), ...wait(reply) } };
    default:
      return reply satisfies never;
  }
}

function whyRefused(status: number): ServiceTrouble['why'] {
  if (status === 429) return 'throttled';
  if (status === 401 || status === 403) return 'refused-token';
  // What a proxy says when the service behind it is not there.
  return status === 502 || status === 503 || status === 504 ? 'unreachable' : 'failed';
}

function answered<T>(reply: ServiceReply, parse: (body: unknown) => T | undefined): Answered<T> {
  switch (reply.kind) {
    case 'answer': {
      const value = parse(reply.body);
      return value === undefined ? { ok: false, why: 'failed' } : { ok: true, value };
    }
    case 'garbage':
      return { ok: false, why: 'failed' };
    case 'unreachable':
    case 'timeout':
      return { ok: false, why: 'unreachable' };
    case 'refusal':
      return { ok: false, why: whyUnanswered(reply.status), ...wait(reply) };
    default:
      return reply satisfies never;
  }
}

function whyUnanswered(status: number): 'gone' | 'throttled' | 'unreachable' | 'failed' {
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'throttled';
  return status === 502 || status === 503 || status === 504 ? 'unreachable' : 'failed';
}

const wait = ({ retryAfterMs }: { readonly retryAfterMs?: number }): { readonly retryAfterMs?: number } =>
  retryAfterMs === undefined ? {} : { retryAfterMs };
