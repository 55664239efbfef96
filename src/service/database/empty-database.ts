import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/*
 * An embedded database with empty tables, as the build has made it. To make one, PGlite runs PostgreSQL's initdb in this
 * process, which takes seconds of computing and 700 MB; to unpack one takes a fraction of both.
 */

/** Beside the service's one file, where the build puts both. */
export const EMPTY_DATABASE = path.join(__dirname, 'empty-database.br');

/** What the packed text begins with, in one line; the contents follow it. */
export interface PackedIndex {
  /** The version of PGlite that has made it: no other one reads its files for certain. */
  readonly pglite: string;
  readonly folders: readonly string[];
  /** Each file by its path, and where its content lies. Databases of one PostgreSQL have many contents in common. */
  readonly files: readonly (readonly [name: string, offset: number, length: number])[];
}

/** The version of PGlite that runs here. */
export function pgliteVersion(): string {
  const entry = createRequire(__filename).resolve('@electric-sql/pglite');
  const manifest = readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/**
 * Makes `folder` a database with empty tables. False, and no folder, where nothing fit is packed in `file`: PGlite makes a
 * database then, as it always can. Throws, and leaves no folder, where the system refuses it: it would refuse PGlite too, which
 * takes seconds to find out and leaves what it has made by then.
 */
export function unpackEmptyDatabase(file: string, folder: string): boolean {
  const found = packedIn(file);
  if (found === undefined) return false;
  const { index, contents } = found;
  const unfinished = `${folder}.unpacking`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    for (const name of index.folders) mkdirSync(path.join(unfinished, name), { mode: 0o700 });
    for (const [name, offset, length] of index.files)
      writeFileSync(path.join(unfinished, name), contents.subarray(offset, offset + length), { mode: 0o600 });
    // In one step: a process that ends in between leaves nothing that looks like a database.
    renameSync(unfinished, folder);
    return true;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function packedIn(file: string): { readonly index: PackedIndex; readonly contents: Buffer } | undefined {
  try {
    const packed = brotliDecompressSync(readFileSync(file));
    const lineEnd = packed.indexOf('\n');
    const index = JSON.parse(packed.toString('utf8', 0, lineEnd)) as PackedIndex;
    return index.pglite === pgliteVersion() ? { index, contents: packed.subarray(lineEnd + 1) } : undefined;
  } catch {
    return undefined;
  }
}
