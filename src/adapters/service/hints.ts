import { PATHS } from '../../core/api/paths';
import {
  HEARTBEAT_MS,
  LONGEST_POLL_MS,
  parseNumberedEvent,
  parseNumberedEvents,
  type NumberedEvent,
  type RequestEvent,
} from '../../core/api/request-events';
import type { RequestId } from '../../core/api/requests';
import type { Chance, Hints } from '../../ports';
import { askService, readProblem, type ServiceAccess, type ServiceReply } from './answer';
import { whyUnanswered } from './answered';
import { createStreamReader } from './event-stream';

export interface HintsAccess extends ServiceAccess {
  readonly chance: Pick<Chance, 'fraction'>;
}

// Two heartbeats lost and a moment, and the stream is dead or held back.
const STREAM_SILENCE_MS = 2 * HEARTBEAT_MS + 10_000;
// The rest is for the way.
const POLL_LIMIT_MS = LONGEST_POLL_MS + 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

type Ended =
  /** The request is unknown or has expired: there is nothing more to hear. */
  | { readonly kind: 'gone' }
  /** Something arrived, and then it ended. */
  | { readonly kind: 'alive' }
  /** Nothing arrived at all: a proxy cuts the stream or holds it back, or the service is away. */
  | { readonly kind: 'dead'; readonly retryAfterMs?: number | undefined };

/**
 * What happens to a request, from the service: an event stream, and long polling where streams do not get through.
 * Resumes after the last number it heard; an event is heard once. After failures it waits, longer each time, with
 * jitter, so that a thousand panes do not come back in the same second.
 */
export function createServiceHints(access: HintsAccess): Hints {
  return {
    listen(id, hear, hearGone) {
      const stop = new AbortController();
      let last = 0;
      let aheadMs = 0;
      const tell = ({ number, event }: NumberedEvent): void => {
        if (stop.signal.aborted || number <= last) return;
        last = number;
        if (event !== undefined) hear(byClockHere(event, aheadMs));
      };
      // By either way: a proxy may let polls through and no stream.
      const timed: HintsAccess = {
        ...access,
        async fetch(...asked) {
          const { fetch, clock } = access;
          const response = await fetch(...asked);
          aheadMs = aheadOf(response, clock.now()) ?? aheadMs;
          return response;
        },
      };
      void keepListening(access, stop.signal, {
        stream: () => stream(timed, id, last, tell, stop.signal),
        poll: () => poll(timed, id, last, tell, stop.signal),
        last: () => last,
        hearGone,
      });
      return () => {
        stop.abort();
      };
    },
  };
}

// Nothing that is decided by the time of an event is decided by less.
const CLOCKS_AGREE_MS = 60_000;

/** How far the clock here is ahead of the service's, by the time that its answer bears (RFC 9110, section 6.6.1). */
function aheadOf({ headers }: Response, nowMs: number): number | undefined {
  const aheadMs = nowMs - Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(aheadMs)) return undefined;
  return Math.abs(aheadMs) < CLOCKS_AGREE_MS ? 0 : aheadMs;
}

/** The service tells times by its own clock; what happened a moment ago must not look old by a clock that is fast. */
function byClockHere(event: RequestEvent, aheadMs: number): RequestEvent {
  return aheadMs === 0 ? event : { ...event, at: new Date(Date.parse(event.at) + aheadMs).toISOString() };
}

async function keepListening(
  access: HintsAccess,
  stopped: AbortSignal,
  way: {
    readonly stream: () => Promise<Ended>;
    readonly poll: () => Promise<Ended>;
    readonly last: () => number;
    readonly hearGone: () => void;
  },
): Promise<void> {
  let polling = false;
  let failures = 0;
  let atOnce = 0;
  while (!stopped.aborted) {
    const askedMs = access.clock.now();
    const lastBefore = way.last();
    const ended = await (polling ? way.poll() : way.stream());
    if (stopped.aborted) return;
    if (ended.kind === 'gone') {
      way.hearGone();
      return;
    }
    if (ended.kind === 'alive') {
      failures = 0;
      // A poll that was held open is followed by the next. One that was answered at once is given a moment, and where it
      // brought nothing, as from a service that has no place for another listener, a longer one each time. A stream that
      // was cut is given a moment.
      const heldOpen = access.clock.now() - askedMs >= FIRST_RETRY_MS;
      atOnce = heldOpen || !polling || way.last() > lastBefore ? 0 : atOnce + 1;
      if (!polling || !heldOpen) await rest(access, stopped, retryDelayMs(access, Math.max(1, atOnce)));
      continue;
    }
    // What does not work this way may work the other.
    polling = !polling;
    failures += 1;
    await rest(access, stopped, ended.retryAfterMs ?? retryDelayMs(access, failures));
  }
}

/** Half of the wait is certain, half is chance. */
const jittered = (access: HintsAccess, ms: number): number => ms * (0.5 + access.chance.fraction() / 2);

const retryDelayMs = (access: HintsAccess, failures: number): number =>
  jittered(access, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));

function rest(access: HintsAccess, stopped: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      cancel();
      stopped.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = access.clock.after(ms, wake);
    stopped.addEventListener('abort', wake);
    if (stopped.aborted) wake();
  });
}

const endedBy = (
  refusal: Pick<Extract<ServiceReply, { kind: 'refusal' }>, 'status' | 'problem' | 'retryAfterMs'>,
): Ended =>
  whyUnanswered(refusal) === 'gone' ? { kind: 'gone' } : { kind: 'dead', retryAfterMs: refusal.retryAfterMs };

/** One event stream, until it ends, falls silent or is stopped. */
async function stream(
  access: HintsAccess,
  id: RequestId,
  after: number,
  tell: (event: NumberedEvent) => void,
  stopped: AbortSignal,
): Promise<Ended> {
  const { fetch, clock } = access;
  const cut = new AbortController();
  const end = (): void => {
    cut.abort();
  };
  stopped.addEventListener('abort', end);
  let cancelSilence = clock.after(STREAM_SILENCE_MS, end);
  let alive = false;
  try {
    const url = new URL(PATHS.events(id), access.origin);
    url.searchParams.set('after', String(after));
    const response = await fetch(url, {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: cut.signal,
    });
    if (!response.ok)
      return endedBy({ status: response.status, ...(await readProblem(response, clock.now())) });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (!isStream || response.body === null) return { kind: 'dead' };
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const messages = createStreamReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      alive = true;
      cancelSilence();
      cancelSilence = clock.after(STREAM_SILENCE_MS, end);
      for (const { event, data } of messages.push(decoder.decode(value, { stream: true }))) {
        const heard = event === 'request' ? parsedEvent(data) : undefined;
        if (heard !== undefined) tell(heard);
      }
    }
  } catch {
    // Cut on the way, silent for too long, or stopped.
  } finally {
    cancelSilence();
    stopped.removeEventListener('abort', end);
    cut.abort();
  }
  return { kind: alive ? 'alive' : 'dead' };
}

function parsedEvent(data: string): NumberedEvent | undefined {
  try {
    return parseNumberedEvent(JSON.parse(data));
  } catch {
    return undefined;
  }
}

/** One long poll: answers when something has happened, or when the service's wait is over. */
async function poll(
  access: HintsAccess,
  id: RequestId,
  after: number,
  tell: (event: NumberedEvent) => void,
  stopped: AbortSignal,
): Promise<Ended> {
  const reply = await askService(access, {
    method: 'GET',
    path: `${PATHS.events(id)}?after=${String(after)}&waitMs=${String(LONGEST_POLL_MS)}`,
    limitMs: POLL_LIMIT_MS,
    signal: stopped,
  });
  if (reply.kind === 'refusal') return endedBy(reply);
  const events = reply.kind === 'answer' ? parseNumberedEvents(reply.body) : undefined;
  if (events === undefined) return { kind: 'dead' };
  for (const event of events) tell(event);
  return { kind: 'alive' };
}
