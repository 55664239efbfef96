import { PATHS } from '../../core/api/paths';
import { parseRequestMade } from '../../core/api/request-made';
import type { Requests } from '../../ports';
import { askService, type CallerAccess, type ServiceQuestion, type ServiceReply } from './answer';
import { answered } from './answered';

// A line in a database.
const LIMIT_MS = 8_000;

/** Makes requests at the consent status service, and takes them back. Nothing here ever rejects. */
export function createRequestsClient(access: CallerAccess): Requests {
  const ask = (question: Omit<ServiceQuestion, 'limitMs'>): Promise<ServiceReply> =>
    askService(access, { ...question, limitMs: LIMIT_MS });
  return {
    async make(request) {
      const bearer = access.accepted.token;
      return answered(
        await ask({ method: 'POST', path: PATHS.requests, body: request, bearer }),
        parseRequestMade,
      );
    },
    async withdraw(id) {
      return answered(await ask({ method: 'DELETE', path: PATHS.request(id) }), () => true as const);
    },
  };
}
