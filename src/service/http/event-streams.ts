import { Readable } from 'node:stream';
import type { RequestEvent } from '../../core/api';
import type { Clock } from '../../ports';
import type { News } from '../database/news';
import type { RequestStore, StoredRequest } from '../requests/store';

/** Proxies cut what is silent for half a minute or more. */
export const HEARTBEAT_MS = 15_000;
/** At every so many heartbeats a stream looks for itself: news that was lost on its way costs a minute, not for ever. */
export const BEATS_PER_LOOK = 4;
/** What the browser waits before it connects again. */
const RETRY_MS = 2_000;
/** A reader that leaves so much unread has gone to sleep; it will come back and ask for what it missed. */
const UNREAD_AT_MOST_BYTES = 64 * 1024;
/** A request is watched by its maker's panes and the admin's page, not by a crowd. */
const STREAMS_PER_REQUEST = 20;
const STREAMS_AT_MOST = 20_000;

/** Delivers a request's events while somebody listens. */
export interface EventStreams {
  /** Server-sent events after number `after`; undefined when there are too many listeners already. */
  stream(request: StoredRequest, after: number): Readable | undefined;
  /** Waits up to `waitMs` for events after number `after`; an empty list when none came. */
  poll(
    request: StoredRequest,
    after: number,
    waitMs: number,
    signal: AbortSignal,
  ): Promise<readonly RequestEvent[]>;
  /** Ends all streams and polls; none begins after it. */
  close(): void;
}

export function createEventStreams(parts: {
  readonly requests: RequestStore;
  readonly news: News;
  readonly clock: Clock;
  /** Counts a listener; the returned function counts it out. */
  readonly count: () => () => void;
  readonly onTrouble: (error: unknown) => void;
}): EventStreams {
  const { requests, news, clock, count, onTrouble } = parts;
  const closers = new Set<() => void>();
  const listeners = new Map<string, number>();
  let isClosed = false;

  /** Counts a listener of one request in; undefined when there are too many, or the service stops. */
  const enter = (key: string, close: () => void): (() => void) | undefined => {
    const already = listeners.get(key) ?? 0;
    // A request that was under way when the service stopped would wait for news that nobody brings any more.
    if (isClosed) return undefined;
    if (already >= STREAMS_PER_REQUEST || closers.size >= STREAMS_AT_MOST) return undefined;
    listeners.set(key, already + 1);
    closers.add(close);
    const countOut = count();
    return () => {
      const left = (listeners.get(key) ?? 1) - 1;
      if (left === 0) listeners.delete(key);
      else listeners.set(key, left);
      closers.delete(close);
      countOut();
    };
  };

  return {
    stream(request, after) {
      const output = new Readable({ read: () => undefined });
      const end = (): void => void output.push(null);
      const leave = enter(request.key, end);
      if (!leave) return undefined;

      let last = after;
      let isOver = false;
      let stopHeartbeat = (): void => undefined;
      const write = (text: string): void => {
        if (isOver) return;
        if (output.readableLength > UNREAD_AT_MOST_BYTES) output.destroy();
        else output.push(text);
      };
      const deliver = oneAtATime(async () => {
        for (const event of await requests.eventsAfter(request.key, last)) {
          last = event.number;
          write(`id: ${String(event.number)}\nevent: request\ndata: ${JSON.stringify(event)}\n\n`);
        }
      });
      const wake = (): void => {
        deliver().catch((error: unknown) => {
          onTrouble(error);
          end();
        });
      };
      let beats = 0;
      const beat = (): void => {
        stopHeartbeat = clock.after(HEARTBEAT_MS, () => {
          if (request.expiresAtMs <= clock.now()) {
            end();
            return;
          }
          write(': still here\n\n');
          beats += 1;
          // A database that is away for a moment ends no stream for a look that nobody waits for.
          if (beats % BEATS_PER_LOOK === 0) deliver().catch(onTrouble);
          beat();
        });
      };
      const unsubscribe = news.subscribe(`request:${request.key}`, wake);
      output.once('close', () => {
        isOver = true;
        unsubscribe();
        stopHeartbeat();
        leave();
      });
      write(`retry: ${String(RETRY_MS)}\n\n`);
      beat();
      wake();
      return output;
    },

    async poll(request, after, waitMs, signal) {
      const waiting = deferred();
      const leave = enter(request.key, waiting.resolve);
      if (!leave) return [];
      const unsubscribe = news.subscribe(`request:${request.key}`, waiting.resolve);
      const stopTimer = clock.after(waitMs, waiting.resolve);
      signal.addEventListener('abort', waiting.resolve, { once: true });
      try {
        // Subscribed first: an event that comes during the first look is not missed.
        const already = await requests.eventsAfter(request.key, after);
        if (already.length > 0 || waitMs === 0) return already;
        await waiting.promise;
        return signal.aborted ? [] : await requests.eventsAfter(request.key, after);
      } finally {
        stopTimer();
        unsubscribe();
        leave();
      }
    },

    close() {
      isClosed = true;
      for (const close of closers) close();
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

/** Runs `work` once at a time; a call during a run causes one more run after it. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  return () => {
    isWanted = true;
    running ??= (async () => {
      try {
        while (isWanted) {
          isWanted = false;
          await work();
        }
      } finally {
        running = undefined;
      }
    })();
    return running;
  };
}
