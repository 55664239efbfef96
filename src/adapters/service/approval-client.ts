import { parseConsentAnswer, type ConsentAnswer } from '../../core/api/consent-answer';
import { parseLookBegun, type LookBegun, type LookKey, type NewLook } from '../../core/api/looks';
import { PATHS } from '../../core/api/paths';
import { parseRequestEvents, type RequestEvent } from '../../core/api/request-events';
import {
  parseAttemptMade,
  parseRequestShown,
  type AttemptMade,
  type RequestId,
  type RequestShown,
} from '../../core/api/requests';
import type { SituationChoice } from '../../core/situation';
import type { Answered } from '../../ports';
import { askService, type CallerAccess, type ServiceQuestion, type ServiceReply } from './answer';
import { answered } from './answered';

/** What the approval page alone asks the consent status service. Nothing here ever rejects. */
export interface ApprovalClient {
  /** `POST /api/requests/{id}/openings`: tells that somebody opened the shared link. */
  opened(id: RequestId): Promise<Answered<RequestShown>>;
  /** `GET /api/requests/{id}/events` without waiting: what happened to the request so far. */
  history(id: RequestId): Promise<Answered<readonly RequestEvent[]>>;
  /** `situation`: what the administrator answered; without it the request's suggestion counts. */
  attempt(id: RequestId, situation?: SituationChoice): Promise<Answered<AttemptMade>>;
  /** `POST /api/looks`: begins an administrator's look at what is granted. */
  beginLook(look: NewLook): Promise<Answered<LookBegun>>;
  /** `GET /api/looks/{key}`: what a look found. The key opens it in the browser that looked. */
  readLook(key: LookKey): Promise<Answered<ConsentAnswer>>;
}

// A line in a database, or what the service keeps of a look.
const LIMIT_MS = 8_000;
// What happened before is worth a moment's wait, and the page does without.
const HISTORY_LIMIT_MS = 2_000;

export function createApprovalClient(access: CallerAccess): ApprovalClient {
  const ask = (question: Omit<ServiceQuestion, 'limitMs'>, limitMs = LIMIT_MS): Promise<ServiceReply> =>
    askService(access, { ...question, limitMs });
  const begin = (question: Pick<ServiceQuestion, 'path' | 'body' | 'bearer'>): Promise<ServiceReply> =>
    ask({ ...question, method: 'POST', credentials: 'same-origin' });
  return {
    async opened(id) {
      return answered(await ask({ method: 'POST', path: PATHS.openings(id) }), parseRequestShown);
    },
    async history(id) {
      const path = `${PATHS.events(id)}?after=0&waitMs=0`;
      return answered(await ask({ method: 'GET', path }, HISTORY_LIMIT_MS), parseRequestEvents);
    },
    async attempt(id, situation) {
      const body = situation === undefined ? undefined : { situation };
      const bearer = access.accepted.token;
      return answered(await begin({ path: PATHS.attempts(id), body, bearer }), parseAttemptMade);
    },
    async beginLook(look) {
      return answered(await begin({ path: PATHS.looks, body: look }), parseLookBegun);
    },
    async readLook(key) {
      const path = PATHS.look(key);
      return answered(await ask({ method: 'GET', path, credentials: 'same-origin' }), parseConsentAnswer);
    },
  };
}
