import { Type } from 'typebox';
import { PATHS } from '../../core/api/paths';
import { LONGEST_POLL_MS } from '../../core/api/request-events';
import { parseRequestId } from '../../core/api/requests';
import type { App } from './app';
import type { EventStreams } from './event-streams';
import { clientOf } from './client-address';
import { sendProblem } from './problem';
import type { RequestStore } from '../requests/store';
import { EventsQuerySchema, ProblemSchema, RequestEventsSchema, RequestPathSchema } from './schemas';

/**
 * `GET /api/requests/{id}/events`: what happened to a request since it was made, as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html) or, with `Accept: application/json`, by long poll.
 */
export function eventRoute(
  app: App,
  parts: { readonly requests: RequestStore; readonly streams: EventStreams },
): void {
  const { requests, streams } = parts;

  app.get(
    PATHS.events(':id'),
    {
      schema: {
        summary:
          'What happened to a request: server-sent events, or a long poll with Accept: application/json',
        params: RequestPathSchema,
        querystring: EventsQuerySchema,
        // Streams have no schema of their own: the type leaves room for both.
        response: {
          200: Type.Unsafe<unknown>(RequestEventsSchema),
          404: ProblemSchema,
          429: ProblemSchema,
          503: ProblemSchema,
        },
      },
    },
    async (request, reply) => {
      const id = parseRequestId(request.params.id);
      const found = id === undefined ? undefined : await requests.find(id);
      if (!found) return sendProblem(reply, 'request-not-found');

      const client = clientOf(request);
      const after = lastEventId(request.headers['last-event-id']) ?? request.query.after ?? 0;
      reply.header('cache-control', 'no-store');
      if (wantsJson(request.headers.accept)) {
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        const waitMs = request.query.waitMs ?? LONGEST_POLL_MS;
        return { events: await streams.poll(found, after, waitMs, gone.signal, client) };
      }
      const stream = streams.stream(found, after, client);
      if (!stream) return sendProblem(reply, 'too-many-requests', { retryAfterMs: 30_000 });
      // The connection's end frees the place, whoever reads the stream and however far.
      reply.raw.once('close', () => stream.destroy());
      if (reply.raw.closed) stream.destroy();
      return (
        reply
          .type('text/event-stream; charset=utf-8')
          // Asks nginx and its kin not to collect the stream.
          .header('x-accel-buffering', 'no')
          .send(stream)
      );
    },
  );
}

/** The browser repeats the last `id:` that it got; anything else in its place is ignored. */
const lastEventId = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : undefined;

const wantsJson = (accept: string | undefined): boolean =>
  accept !== undefined && accept.includes('application/json') && !accept.includes('text/event-stream');
