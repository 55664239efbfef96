import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/ports';
import { knownRefusal, type RefusalDetails } from './refusal-table';

/** What Entra says when it refuses. `number` is the AADSTS number, `error` the OAuth class. */
export interface Refusal {
  readonly refused: true;
  readonly number: number;
  readonly error: string;
  readonly text: string;
  readonly suberror?: string;
  /** A claims challenge as JSON text (conditional access). */
  readonly claims?: string;
}

/** A refusal by its AADSTS number. An unlisted number keeps the class given, so that faults can use any number. */
export function refusal(
  number: number,
  details: RefusalDetails = {},
  override: Partial<Pick<Refusal, 'error' | 'text' | 'suberror' | 'claims'>> = {},
): Refusal {
  const known = knownRefusal(number);
  const suberror = override.suberror ?? known?.suberror;
  return {
    refused: true,
    number,
    error: override.error ?? known?.error ?? 'invalid_request',
    text: override.text ?? known?.text(details) ?? 'The simulated service refused the request.',
    ...(suberror === undefined ? {} : { suberror }),
    ...(override.claims === undefined ? {} : { claims: override.claims }),
  };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

export interface EntraErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
}

/** Entra's time stamp: `2016-01-09 02:02:12Z`. */
export function entraTimestamp(nowMs: number): string {
  return `${new Date(nowMs).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** Entra's error JSON, see "Handling error codes in your application" in Microsoft's error code reference. */
export function errorBody(
  refused: Refusal,
  origin: string,
  clock: Clock,
  correlationId?: string,
): EntraErrorBody {
  const traceId = randomUUID();
  const correlation = correlationId ?? randomUUID();
  const timestamp = entraTimestamp(clock.now());
  return {
    error: refused.error,
    error_description: `AADSTS${refused.number}: ${refused.text} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [refused.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlation,
    error_uri: `${origin}/error?code=${refused.number}`,
    ...(refused.suberror === undefined ? {} : { suberror: refused.suberror }),
    ...(refused.claims === undefined ? {} : { claims: refused.claims }),
  };
}

/** HTTP status of a refusal at the token endpoint: a client that failed to prove itself gets 401 (RFC 6749, 5.2). */
export function statusOf(refused: Refusal): number {
  if (refused.error === 'invalid_client') return 401;
  return refused.error === 'temporarily_unavailable' ? 503 : 400;
}
