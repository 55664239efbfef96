import type { Answered } from '../../ports';
import type { ServiceReply } from './answer';

/** A reply as a value of the contract, or the reason why there is none. */
export function answered<T>(reply: ServiceReply, parse: (body: unknown) => T | undefined): Answered<T> {
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
      return { ok: false, why: whyUnanswered(reply), retryAfterMs: reply.retryAfterMs };
    default:
      return reply satisfies never;
  }
}

/** Why there is none. Whatever stands before a service that is away may answer 404 in its place, and knows of nothing. */
export function whyUnanswered({
  status,
  problem,
}: {
  readonly status: number;
  readonly problem?: string | undefined;
}): 'gone' | 'throttled' | 'unreachable' | 'failed' {
  if (status === 404 || status === 410) return problem === undefined ? 'failed' : 'gone';
  if (status === 429) return 'throttled';
  return status === 502 || status === 503 || status === 504 ? 'unreachable' : 'failed';
}
