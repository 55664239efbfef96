import { isFields, present } from '../fields';
import { amount, text } from './parsing';

/** RFC 9457 problem details, as every refusal of the service answers. `type` is `urn:extendsync:problem:<name>`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly retryAfterMs?: number;
}

const KIND = 'urn:extendsync:problem:';
/** The problem's name; undefined where somebody else than the service has refused. */
export const problemNameOf = ({ type }: Problem): string | undefined =>
  type.startsWith(KIND) ? type.slice(KIND.length) : undefined;

export function parseProblem(value: unknown): Problem | undefined {
  if (!isFields(value)) return undefined;
  const type = text(value['type']);
  const title = text(value['title']);
  const status = typeof value['status'] === 'number' ? value['status'] : undefined;
  if (!type || !title || status === undefined) return undefined;
  const optional = present<{ detail?: string; retryAfterMs?: number }>({
    detail: text(value['detail']),
    retryAfterMs: amount(value['retryAfterMs']),
  });
  return { type, title, status, ...optional };
}
