import type { RequestEvent } from '../api/request-events';
import { lastNewsIn } from '../api/request-news';

/** What happened to a request before: only what its own events tell to whoever holds the link. */
export interface History {
  /** When Microsoft confirmed the approval that this request led to. */
  readonly approvedAtMs?: number | undefined;
  /** When somebody came back from Microsoft's page, with an answer that was not confirmed since. */
  readonly visitedAtMs?: number | undefined;
  readonly deniedAtMs?: number | undefined;
}

export const NO_HISTORY: History = {};

/** Reads the events of a request. Who only looks, goes away or may not approve leaves it as it was. */
export function historyOf(events: readonly RequestEvent[]): History {
  const last = lastNewsIn(
    events.filter(({ kind }) => kind === 'proved' || kind === 'returned' || kind === 'denied'),
  );
  const atMs = last && Date.parse(last.at);
  switch (last?.kind) {
    case 'proved':
      return { approvedAtMs: atMs };
    case 'returned':
      return { visitedAtMs: atMs };
    default:
      return { deniedAtMs: atMs };
  }
}
