import { isFields } from '../fields';
import { isoTime, text } from './parsing';
import { parseRequestId, type RequestMade } from './requests';

/** The answer to `POST /api/requests`. */
export function parseRequestMade(value: unknown): RequestMade | undefined {
  if (!isFields(value)) return undefined;
  const id = parseRequestId(value['id']);
  const link =
    typeof value['link'] === 'string' && value['link'].startsWith('https://')
      ? text(value['link'])
      : undefined;
  const madeAt = isoTime(value['madeAt']);
  const expiresAt = isoTime(value['expiresAt']);
  return id && link && madeAt && expiresAt ? { id, link, madeAt, expiresAt } : undefined;
}
