import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { type ImportLine, readImportLines } from './import-lines';
import { type Allowed, GUARDED, IMPORT_TABLE, type Row } from './import-table';

/** One broken rule, in words that name the file and the way out. */
export interface Violation {
  readonly file: string;
  readonly why: string;
}

/**
 * Holds a tree of files against the import table.
 * @param files source text by path from the project's root, with forward slashes (`src/core/consent/judge.ts`)
 */
export function findImportViolations(files: ReadonlyMap<string, string>): readonly Violation[] {
  const violations: Violation[] = [];
  for (const [file, source] of files) {
    if (!GUARDED.some((folder) => file.startsWith(folder))) continue;
    const complain = (why: string): void => void violations.push({ file, why });
    const row = rowOf(file);
    if (row === undefined) {
      complain('has no row in test/checks/import-table.ts, so nobody has decided what it may import');
      continue;
    }
    const outlook = readImportLines(source, file.endsWith('.tsx'));
    if (outlook.unreadable > 0) complain('imports by a computed path, which no check can follow');
    if (outlook.usesOfficeGlobal && row.office !== true && row.anyPackage !== true) {
      complain('uses the global Office, which only src/adapters/office may');
    }
    if (outlook.readsClock && row.pure === true) {
      complain('reads the clock of the machine: time comes in as a value');
    }
    for (const line of outlook.imports) {
      const why = judge(file, row, line);
      if (why !== undefined) complain(why);
    }
  }
  return violations;
}

function judge(file: string, row: Row, line: ImportLine): string | undefined {
  if (line.from.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), line.from));
    const allowed = row.from.filter((one) => isInside(target, one));
    if (allowed.length === 0) return `may not import ${target}`;
    if (allowed.some((one) => permits(one, line))) return undefined;
    return line.typesOnly
      ? `may import only some names of ${target}, not ${(line.names ?? ['all of it']).join(', ')}`
      : `may import only types from ${target} (import type)`;
  }
  if (path.isAbsolute(line.from)) return `imports by an absolute path: ${line.from}`;
  if (isBuiltin(line.from)) {
    return row.node === true ? undefined : `may not use Node's module ${line.from}: it runs in browsers`;
  }
  if (row.anyPackage === true || row.packages.some((name) => isPackage(line.from, name))) return undefined;
  return `may not import the package ${line.from}`;
}

function rowOf(file: string): Row | undefined {
  const best = Object.keys(IMPORT_TABLE)
    .filter((folder) => file.startsWith(folder))
    .toSorted((a, b) => b.length - a.length)[0];
  return best === undefined ? undefined : IMPORT_TABLE[best];
}

function isInside(target: string, allowed: Allowed): boolean {
  const wanted = typeof allowed === 'string' ? allowed : allowed.target;
  return target.startsWith(wanted) || target === wanted.replace(/\.tsx?$/, '');
}

function permits(allowed: Allowed, line: ImportLine): boolean {
  if (typeof allowed === 'string') return true;
  if (!line.typesOnly) return false;
  const { names } = allowed;
  return names === undefined || (line.names?.every((name) => names.includes(name)) ?? false);
}

function isPackage(from: string, allowed: string): boolean {
  if (allowed.endsWith('/*')) return from.startsWith(allowed.slice(0, -1));
  return from === allowed || from.startsWith(`${allowed}/`);
}

/** The TypeScript files below the guarded folders of a working copy, by path from its root. */
export function readGuardedFiles(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const folder of GUARDED) readFolder(folder.replace(/\/$/, ''));
  return files;

  function readFolder(folder: string): void {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) readFolder(name);
      else if (/\.tsx?$/.test(entry.name)) files.set(name, readFileSync(path.join(root, name), 'utf8'));
    }
  }
}

if (require.main === module) {
  const files = readGuardedFiles(path.resolve(__dirname, '../..'));
  const violations = findImportViolations(files);
  for (const { file, why } of violations) console.error(`${file} ${why}`);
  console.log(`imports: ${String(files.size)} files, ${String(violations.length)} violations`);
  process.exitCode = violations.length === 0 && files.size > 0 ? 0 : 1;
}
