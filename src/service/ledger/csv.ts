import { stringify, type Stringifier } from 'csv-stringify';
import { stateShown, type TenantEntry, type TenantQuery } from '../../core/ledger/api';
import type { LedgerList } from './list';

const ROWS_AT_ONCE = 1_000;

const COLUMNS: Readonly<Record<string, (entry: TenantEntry) => string | number | undefined>> = {
  'Tenant id': (entry) => entry.tenantId,
  Name: (entry) => entry.name,
  Domains: (entry) => entry.domains.join(' '),
  State: stateShown,
  Missing: (entry) => entry.missing.join(' '),
  Situation: (entry) => entry.situation,
  'Proved by': (entry) => entry.proof,
  Since: (entry) => entry.since,
  'Last checked': (entry) => entry.checkedAt,
  'Last question without an answer': (entry) => entry.trouble?.at,
  'Because of': (entry) => entry.trouble?.because,
  'Granted version': (entry) => entry.grantedVersion,
  'Open requests': (entry) => entry.openRequests.count,
  'Oldest open request': (entry) => entry.openRequests.oldestAt,
  // An entry that was deleted has only been made at its deletion.
  'First seen': (entry) => (entry.deletedAt === undefined ? entry.firstSeenAt : undefined),
  'Seen by': (entry) => (entry.deletedAt === undefined ? entry.seenBy : undefined),
  Deleted: (entry) => entry.deletedAt,
};

/**
 * The list as CSV (RFC 4180): the ids in their order first, then the rows, a thousand at a time while they are sent, so that a
 * hundred thousand take little more memory than a thousand. No part of a text is a formula (`harmless`). The mark of the byte
 * order makes Excel read UTF-8.
 */
export function ledgerCsv(list: LedgerList, query: TenantQuery): Stringifier {
  const csv = stringify({
    header: true,
    bom: true,
    columns: Object.keys(COLUMNS),
    record_delimiter: 'windows',
  });
  const write = async (): Promise<void> => {
    // By a cursor, an organisation that is asked about meanwhile would jump over it, and be missing or stand there twice.
    const ids = await list.ids(query);
    for (let read = 0; read < ids.length; read += ROWS_AT_ONCE) {
      for (const entry of await list.entries(query, ids.slice(read, read + ROWS_AT_ONCE))) {
        const isRoomLeft = csv.write(Object.values(COLUMNS).map((cell) => harmless(cell(entry) ?? '')));
        if (!isRoomLeft) await drained(csv);
        if (csv.destroyed) return;
      }
    }
    csv.end();
  };
  write().catch((error: unknown) => csv.destroy(error instanceof Error ? error : new Error('no list')));
  return csv;
}

// Also those of Chinese and Japanese keyboards, which spreadsheets take as well.
const BEGINS_FORMULA = /(^|[;,|])(?=[\s"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * A text in which no spreadsheet finds a formula (https://owasp.org/www-community/attacks/CSV_Injection), be its separator the
 * comma, the semicolon of half of Europe, or one that somebody chose: an organisation gives itself its name. A text's lines and
 * tabs become blanks, so that it begins no row and no cell.
 */
const harmless = (cell: string | number): string | number =>
  typeof cell === 'string'
    ? cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(BEGINS_FORMULA, "$1'")
    : cell;

/** Whoever downloads has taken what was written, or has gone. */
const drained = (csv: Stringifier): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      csv.off('drain', go).off('close', go);
      resolve();
    };
    csv.once('drain', go).once('close', go);
  });
