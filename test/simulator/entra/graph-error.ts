import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/ports';
import type { Exchange } from './exchange';

/** Graph can be read from any page, and pages may see these headers (learn.microsoft.com/graph/errors). */
export function graphHeaders(exchange: Exchange): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'ETag, Location, Preference-Applied, Retry-After, request-id, client-request-id, ReadWriteConsistencyToken',
    'request-id': randomUUID(),
    'client-request-id': exchange.header('client-request-id') ?? randomUUID(),
    'OData-Version': '4.0',
  };
}

/** Graph's error JSON with its headers. */
export function sendGraphError(
  exchange: Exchange,
  clock: Clock,
  status: number,
  code: string,
  message: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const headers = graphHeaders(exchange);
  exchange.outcome = code;
  exchange.sendJson(
    status,
    {
      error: {
        code,
        message,
        innerError: {
          date: new Date(clock.now()).toISOString().slice(0, 19),
          'request-id': headers['request-id'],
          'client-request-id': headers['client-request-id'],
        },
      },
    },
    { ...headers, ...more },
  );
}
