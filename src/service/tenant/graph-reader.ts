import { isFields, urlOf } from '../../core/fields';
import type { Clock } from '../../ports';
import { parseRetryAfter } from '../../core/retry-after';

/** What Microsoft Graph answered, or why there is no answer. */
export type GraphAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly because: 'denied' | 'not-found' | 'throttled' | 'unreachable' | 'unexpected';
      readonly retryAfterMs?: number | undefined;
    };

/** Reads Graph with one token, within one time limit. Nothing rejects. `parse` answers undefined for what is not the contract's. */
export interface GraphReader {
  /** One object. */
  one<T>(path: string, parse: (body: unknown) => T | undefined): Promise<GraphAnswer<T>>;
  /** All pages of a collection (https://learn.microsoft.com/en-us/graph/paging). */
  all<T>(
    path: string,
    parse: (item: unknown) => T | undefined,
    consistency?: Consistency,
  ): Promise<GraphAnswer<readonly T[]>>;
}

/**
 * What Graph answers from: the directory itself, or an index that follows it but is complete for advanced queries
 * (https://learn.microsoft.com/en-us/graph/aad-advanced-queries).
 */
export type Consistency = 'strong' | 'eventual';

/** A tenant has a handful of grants for one application; a longer chain of pages is no answer to our question. */
const PAGES_AT_MOST = 20;

export function createGraphReader(options: {
  readonly graphOrigin: string;
  readonly accessToken: string;
  readonly signal: AbortSignal;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}): GraphReader {
  const { graphOrigin, accessToken, signal, fetch, clock } = options;

  const get = async (url: URL, consistency: Consistency = 'strong'): Promise<GraphAnswer<unknown>> => {
    let response: Response;
    let body: unknown;
    try {
      const headers = new Headers({ authorization: `Bearer ${accessToken}`, accept: 'application/json' });
      if (consistency === 'eventual') headers.set('ConsistencyLevel', 'eventual');
      response = await fetch(url, {
        headers,
        signal,
        redirect: 'error',
      });
      const text = await response.text();
      body = parseJson(text);
    } catch {
      return { ok: false, because: 'unreachable' };
    }
    if (response.ok)
      return body === undefined ? { ok: false, because: 'unexpected' } : { ok: true, value: body };
    return {
      ok: false,
      because: reasonOf(response.status, isGraphsError(body)),
      retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), clock.now()),
    };
  };

  return {
    async one(path, parse) {
      const answer = await get(new URL(path, graphOrigin));
      if (!answer.ok) return answer;
      const value = parse(answer.value);
      return value === undefined ? { ok: false, because: 'unexpected' } : { ok: true, value };
    },

    async all<T>(
      path: string,
      parse: (item: unknown) => T | undefined,
      consistency?: Consistency,
    ): Promise<GraphAnswer<readonly T[]>> {
      const found: T[] = [];
      let next: URL | undefined = new URL(path, graphOrigin);
      for (let page = 0; next; page += 1) {
        if (page === PAGES_AT_MOST) return { ok: false, because: 'unexpected' };
        const answer: GraphAnswer<unknown> = await get(next, consistency);
        if (!answer.ok) return answer;
        const { value, nextLink } = fieldsOfPage(answer.value);
        if (!value) return { ok: false, because: 'unexpected' };
        for (const item of value) {
          const parsed = parse(item);
          if (parsed === undefined) return { ok: false, because: 'unexpected' };
          found.push(parsed);
        }
        next = nextLink === undefined ? undefined : sameOrigin(nextLink, graphOrigin);
        // The token goes to Graph and to nobody else.
        if (nextLink !== undefined && !next) return { ok: false, because: 'unexpected' };
      }
      return { ok: true, value: found };
    },
  };
}

/**
 * Only Graph's own word is a fact. A proxy refuses by a page of its own; and a token that Entra has just given is called no
 * good (401) by a server that has not heard of its key, or of the application.
 */
function reasonOf(
  status: number,
  isGraphs: boolean,
): Extract<GraphAnswer<unknown>, { ok: false }>['because'] {
  if (status === 429) return 'throttled';
  if (status === 403 && isGraphs) return 'denied';
  if (status === 404 && isGraphs) return 'not-found';
  return status >= 500 || [401, 403, 404].includes(status) ? 'unreachable' : 'unexpected';
}

/** https://learn.microsoft.com/en-us/graph/errors */
const isGraphsError = (body: unknown): boolean =>
  isFields(body) && isFields(body['error']) && typeof body['error']['code'] === 'string';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOfPage(body: unknown): {
  readonly value?: readonly unknown[] | undefined;
  readonly nextLink?: string | undefined;
} {
  if (typeof body !== 'object' || body === null) return {};
  const value: unknown = 'value' in body ? body.value : undefined;
  const nextLink: unknown = '@odata.nextLink' in body ? body['@odata.nextLink'] : undefined;
  return {
    value: Array.isArray(value) ? (value as readonly unknown[]) : undefined,
    nextLink: typeof nextLink === 'string' ? nextLink : undefined,
  };
}

function sameOrigin(address: string, origin: string): URL | undefined {
  const url = urlOf(address);
  return url?.origin === origin ? url : undefined;
}
