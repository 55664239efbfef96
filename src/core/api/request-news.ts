import type { RequestEvent } from './request-events';

/**
 * How long a grant may take to spread; reports of slower ones are about caches that are not ours. An approval that shows nowhere by
 * then is none, or something else stands in its way.
 */
export const ARRIVING_MS = 10 * 60_000;

/**
 * The last that is told of a request. Who turns it down, goes away or fails says nothing of somebody else's consent: an approval is
 * told for as long as it may be on its way, and one that Microsoft has proved whatever anybody does.
 */
export const lastNewsIn = (history: readonly RequestEvent[]): RequestEvent | undefined =>
  history.findLast(
    (event) =>
      (event.failure !== undefined || (event.kind !== 'made' && event.kind !== 'check-again')) &&
      !history.some((other) => outweighs(other, event)),
  );

const outweighs = (one: RequestEvent, other: RequestEvent): boolean =>
  weightOf(one) > weightOf(other) &&
  (one.kind === 'proved' || Date.parse(other.at) - Date.parse(one.at) < ARRIVING_MS);

const weightOf = ({ kind }: RequestEvent): number => (kind === 'proved' ? 2 : kind === 'returned' ? 1 : 0);
