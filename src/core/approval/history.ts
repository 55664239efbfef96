import type { RequestEvent, RequestEventKind } from '../api/request-events';

/** What happened to a request before: only what its own events tell to whoever holds the link. */
export interface History {
  /** When Microsoft confirmed the approval that this request led to. */
  readonly approvedAtMs?: number | undefined;
  /** When somebody came back from Microsoft's page, with an answer that was not confirmed since. */
  readonly visitedAtMs?: number | undefined;
  readonly deniedAtMs?: number | undefined;
}

export const NO_HISTORY: History = {};

/** Reads the events of a request; what came last counts. */
export function historyOf(events: readonly RequestEvent[]): History {
  const lastOf = (kind: RequestEventKind): number | undefined => {
    const last = events.findLast((event) => event.kind === kind);
    return last === undefined ? undefined : Date.parse(last.at);
  };
  const approvedAtMs = lastOf('proved');
  if (approvedAtMs !== undefined) return { approvedAtMs };
  const visitedAtMs = lastOf('returned');
  const deniedAtMs = lastOf('denied');
  return visitedAtMs !== undefined && visitedAtMs >= (deniedAtMs ?? 0) ? { visitedAtMs } : { deniedAtMs };
}
