import { Readable } from 'node:stream';
import type { RequestEvent } from '../../core/api/request-events';
import type { Clock } from '../../ports';
import type { News } from '../database/news';
import { EVENTS_A_PAGE, type RequestStore, type StoredRequest } from '../requests/store';
import type { Client } from './client-address';
import { createHeartbeats } from './heartbeats';
import { NETWORK_FACTOR } from './limits';

/** What the browser waits before it connects again. */
const RETRY_MS = 2_000;
/** A reader that leaves so much unread has gone to sleep; it will come back and ask for what it missed. */
const UNREAD_AT_MOST_BYTES = 64 * 1024;
/** A request is watched by its maker's panes and the admin's page, not by a crowd. */
const PER_REQUEST_AT_MOST = 20;
/** A thousand panes behind one address are a large office; twice that many are a machine, whatever they listen to. */
export const PER_ADDRESS_AT_MOST = 2_000;
/** What one process carries easily; the systems' limit of open files lies above it. */
export const LISTENERS_AT_MOST = 20_000;
/** So many are let in, whatever others have taken: of one address to a request, and of one address to the process. */
const FIRST_FEW = 3;
/** A stream ends after this time; the browser connects again by itself. So a place is never held for ever. */
const LONGEST_STREAM_MS = 60 * 60_000;

/** Delivers a request's events while somebody listens. */
export interface EventStreams {
  /**
   * Server-sent events after number `after`, for a client; undefined when there are too many listeners already. Its place
   * is free when the stream ends or is destroyed, whichever comes first.
   */
  stream(request: StoredRequest, after: number, client: Client): Readable | undefined;
  /**
   * Waits up to `waitMs` for events after number `after`; an empty list when none came. Where there are too many listeners
   * already it does not wait: whoever is turned away from a stream still hears what has happened.
   */
  poll(
    request: StoredRequest,
    after: number,
    waitMs: number,
    signal: AbortSignal,
    client: Client,
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
  const byRequest = createTally();
  const byAddress = createTally();
  const byNetwork = createTally();
  const byBoth = createTally();
  const heartbeats = createHeartbeats(clock);
  let isClosed = false;

  /** Counts a listener in; undefined when there are too many, or the service stops. */
  const enter = (key: string, client: Client, close: () => void): (() => void) | undefined => {
    // A request that was under way when the service stopped would wait for news that nobody brings any more.
    if (isClosed) return undefined;
    const { address, network } = client;
    const both = `${address} ${key}`;
    // Past its own share nothing is let in: a machine makes as many requests as it likes, and listens to each.
    const hasItsShare =
      byAddress.count(address) >= PER_ADDRESS_AT_MOST ||
      (network !== undefined && byNetwork.count(network) >= PER_ADDRESS_AT_MOST * NETWORK_FACTOR);
    // What strangers can fill keeps nobody's first few out. In a full process they are the address's, not the request's.
    const isCrowdedOut =
      (byRequest.count(key) >= PER_REQUEST_AT_MOST && byBoth.count(both) >= FIRST_FEW) ||
      (closers.size >= LISTENERS_AT_MOST && byAddress.count(address) >= FIRST_FEW);
    if (hasItsShare || isCrowdedOut) return undefined;
    const leaves = [
      byRequest.enter(key),
      byAddress.enter(address),
      byBoth.enter(both),
      ...(network === undefined ? [] : [byNetwork.enter(network)]),
      count(),
    ];
    closers.add(close);
    return once(() => {
      closers.delete(close);
      for (const leave of leaves) leave();
    });
  };

  return {
    stream(request, after, client) {
      let onTaken = (): void => undefined;
      // By itself Node asks for more before that has been taken, on each version for another length of it.
      const output = new Readable({ highWaterMark: 1, read: () => onTaken() });
      let isOver = false;
      let stopHeartbeat = (): void => undefined;
      let unsubscribe = (): void => undefined;
      // What the client has not read stays in the stream; the place is free all the same.
      const leaveAll = (): void => {
        isOver = true;
        onTaken();
        unsubscribe();
        stopHeartbeat();
        leave?.();
      };
      const end = (): void => {
        if (!isOver) output.push(null);
        leaveAll();
      };
      const leave = enter(request.key, client, end);
      if (!leave) return undefined;

      const endsAtMs = Math.min(request.expiresAtMs, clock.now() + LONGEST_STREAM_MS);
      let last = after;
      const write = (text: string): void => {
        if (isOver) return;
        if (output.readableLength > UNREAD_AT_MOST_BYTES) output.destroy();
        else output.push(text);
      };
      const deliver = oneAtATime(async () => {
        while (!isOver) {
          const page = await requests.eventsAfter(request.key, last);
          if (page.length === 0) return;
          const { promise: read, resolve } = deferred();
          onTaken = resolve;
          last = page.at(-1)?.number ?? last;
          write(page.map(asMessage).join(''));
          if (page.length < EVENTS_A_PAGE) return;
          // What is left comes when this has been taken.
          await read;
        }
      });
      const wake = (): void => {
        deliver().catch((error: unknown) => {
          onTrouble(error);
          end();
        });
      };
      unsubscribe = news.subscribe(`request:${request.key}`, wake);
      output.once('close', leaveAll);
      write(`retry: ${String(RETRY_MS)}\n\n`);
      stopHeartbeat = heartbeats.join({
        beat() {
          if (endsAtMs <= clock.now()) end();
          else write(': still here\n\n');
        },
        // A database that is away for a moment ends no stream for a look that nobody waits for.
        look: () => void deliver().catch(onTrouble),
      });
      wake();
      return output;
    },

    async poll(request, after, waitMs, signal, client) {
      let woken = deferred();
      let isOver = waitMs === 0;
      const end = (): void => {
        isOver = true;
        woken.resolve();
      };
      const leave = enter(request.key, client, end);
      if (!leave) return isClosed ? [] : requests.eventsAfter(request.key, after);
      const unsubscribe = news.subscribe(`request:${request.key}`, () => woken.resolve());
      const stopTimer = clock.after(waitMs, end);
      signal.addEventListener('abort', end, { once: true });
      try {
        // Subscribed first: an event that comes during a look is not missed. A look for nothing ends no poll.
        for (;;) {
          const wasLast = isOver;
          const found = await requests.eventsAfter(request.key, after);
          if (found.length > 0 || wasLast) return found;
          await woken.promise;
          woken = deferred();
          if (signal.aborted) return [];
        }
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

const asMessage = (event: RequestEvent): string =>
  `id: ${String(event.number)}\nevent: request\ndata: ${JSON.stringify(event)}\n\n`;

/** Counts by name, and forgets the names that count nothing. */
function createTally(): { count(name: string): number; enter(name: string): () => void } {
  const counts = new Map<string, number>();
  const count = (name: string): number => counts.get(name) ?? 0;
  return {
    count,
    enter(name) {
      counts.set(name, count(name) + 1);
      return () => {
        if (count(name) <= 1) counts.delete(name);
        else counts.set(name, count(name) - 1);
      };
    },
  };
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
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
