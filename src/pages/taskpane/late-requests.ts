import type { Answered, Requests } from '../../ports';

/**
 * Requests whose script comes with what is fetched once a verdict is there: nobody is asked before. One that does not come is
 * fetched again for the next request, and until then the service is as good as away.
 */
export function createLateRequests(load: () => Promise<Requests>): Requests {
  const ask = async <T>(question: (requests: Requests) => Promise<Answered<T>>): Promise<Answered<T>> => {
    try {
      return await question(await load());
    } catch {
      return { ok: false, why: 'unreachable' };
    }
  };
  return {
    make: (request) => ask((requests) => requests.make(request)),
    withdraw: (id) => ask((requests) => requests.withdraw(id)),
  };
}
