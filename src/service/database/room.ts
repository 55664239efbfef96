import { statfsSync } from 'node:fs';
import type { Database } from './database';

const MEGABYTE = 1024 * 1024;
/**
 * The embedded database ends where there is no room for the next 16 MB of its log. Under full load it writes 45 MB in a
 * minute: what is left lets somebody come and make room.
 */
export const SHORT_BYTES = 256 * MEGABYTE;

/** How much room the disk of a folder has for this user's files. */
export function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Whether somebody should make room before it is too late. */
export const isShortOfRoom = (database: Pick<Database, 'freeBytes'>): boolean =>
  database.freeBytes !== undefined && database.freeBytes() < SHORT_BYTES;

/** What an operator is told of it, and what they have to change. */
export const ABOUT_SHORT_ROOM = {
  because: 'the disk of DATA_DIR is nearly full',
  change: `make room on it until ${String(SHORT_BYTES / MEGABYTE)} MB are free, or move DATA_DIR to another`,
} as const;
