import { parseProblem, problemNameOf } from '../../core/api/problem';
import { LONGEST_WAIT_MS, parseRetryAfter } from '../../core/retry-after';
import type { Clock } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';

/** What came back from the service: an answer of its own, or the reason why there is none. */
export type ServiceReply =
  | { readonly kind: 'answer'; readonly body: unknown }
  | {
      readonly kind: 'refusal';
      readonly status: number;
      /** The name of the problem, where the service itself has refused. */
      readonly problem?: string | undefined;
      /** How long the service asked to wait, in milliseconds. */
      readonly retryAfterMs?: number | undefined;
    }
  /** The status was good and the body was not JSON. */
  | { readonly kind: 'garbage' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' };

export interface ServiceAccess {
  /** The service's origin, which is the pane's own. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** Access for whoever may show a token. */
export interface CallerAccess extends ServiceAccess {
  /**
   * The access token that the service has accepted last; in memory only. With it a request is known to be its own
   * tenant's, so that the service tells it of the proof and keeps a link from asking for less than the tenant has.
   */
  readonly accepted: { token?: string | undefined };
}

export interface ServiceQuestion {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly bearer?: string | undefined;
  /** Whether the service is to know this browser, now and when Microsoft sends it back, by a cookie; else none goes along. */
  readonly credentials?: 'same-origin';
  readonly limitMs: number;
  /** Ends the question from outside; it then answers `unreachable`. */
  readonly signal?: AbortSignal;
}

/** Asks the service once, within a time limit. Never rejects. */
export async function askService(access: ServiceAccess, question: ServiceQuestion): Promise<ServiceReply> {
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
  };
  question.signal?.addEventListener('abort', end, { once: true });
  try {
    const reply = await within(access.clock, question.limitMs, read(access, question, stop.signal));
    return reply === TIMED_OUT ? { kind: 'timeout' } : reply;
  } catch {
    return { kind: 'unreachable' };
  } finally {
    question.signal?.removeEventListener('abort', end);
    stop.abort();
  }
}

async function read(
  access: ServiceAccess,
  question: ServiceQuestion,
  signal: AbortSignal,
): Promise<ServiceReply> {
  // Taken out of its object: the browser's fetch refuses to be called as another object's method.
  const { fetch, clock } = access;
  const response = await fetch(new URL(question.path, access.origin), {
    method: question.method,
    headers: {
      accept: 'application/json',
      ...(question.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(question.bearer === undefined ? {} : { authorization: `Bearer ${question.bearer}` }),
    },
    ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
    cache: 'no-store',
    credentials: question.credentials ?? 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  });
  if (!response.ok) {
    return { kind: 'refusal', status: response.status, ...(await readProblem(response, clock.now())) };
  }
  const text = await response.text();
  if (text === '') return { kind: 'answer', body: undefined };
  try {
    return { kind: 'answer', body: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'garbage' };
  }
}

/** What the problem document (RFC 9457) of a refusal says; the wait that it asks for may stand in the header alone. */
export async function readProblem(
  response: Response,
  nowMs: number,
): Promise<{ readonly problem?: string | undefined; readonly retryAfterMs: number | undefined }> {
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), nowMs);
  try {
    const problem = parseProblem(await response.json());
    if (!problem) return { retryAfterMs };
    const { retryAfterMs: waitMs } = problem;
    return {
      problem: problemNameOf(problem),
      retryAfterMs: waitMs === undefined ? retryAfterMs : Math.min(waitMs, LONGEST_WAIT_MS),
    };
  } catch {
    return { retryAfterMs };
  }
}
