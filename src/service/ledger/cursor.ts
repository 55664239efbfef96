import { parseTenantId, type TenantId } from '../../core/tenant';

/** A row's place in its list: what the list is sorted by, as the database writes it, and the id. */
export interface Place {
  readonly place: string;
  readonly tenantId: TenantId;
}

/** Where a page begins. It decides that and nothing else, so nothing seals it. */
export interface Cursor {
  /** The last row of the page before. */
  readonly after: Place;
  /** The first row of the first page, where the list has to know what has come before that since. */
  readonly first?: Place | undefined;
  /** All that stood there has been told; now comes what has moved before the first row since. */
  readonly isMoved: boolean;
}

/** `after`; `after`, `first`; or `after` and a mark. An older version reads `after` alone and goes by that. */
export const writeCursor = ({ after, first, isMoved }: Cursor): string =>
  Buffer.from(
    JSON.stringify([
      after.place,
      after.tenantId,
      ...(isMoved ? [MOVED] : first ? [first.place, first.tenantId] : []),
    ]),
  ).toString('base64url');

const MOVED = 'moved';

/** A time as PostgreSQL writes it; anything else would be an error of the database. */
const TIME = /^(?:-infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)$/;

/** Undefined for anything that is no cursor of such a list. */
export function readCursor(cursor: string, type: 'text' | 'timestamptz'): Cursor | undefined {
  const placeIn = (place: unknown, id: unknown): Place | undefined => {
    if (typeof place !== 'string' || typeof id !== 'string') return undefined;
    const tenantId = parseTenantId(id);
    if (place.includes('\0') || tenantId === undefined) return undefined;
    return type === 'text' || TIME.test(place) ? { place, tenantId } : undefined;
  };
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return undefined;
    const [place, tenantId, ...more] = parsed as readonly unknown[];
    const after = placeIn(place, tenantId);
    if (!after || more.length === 0) return after && { after, isMoved: false };
    if (more[0] === MOVED) return { after, isMoved: true };
    const first = placeIn(more[0], more[1]);
    return first && { after, first, isMoved: false };
  } catch {
    return undefined;
  }
}
