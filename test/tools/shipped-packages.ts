import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** An entry of package-lock.json (https://docs.npmjs.com/cli/configuring-npm/package-lock-json), by its place. */
export interface LockedDependencies {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
export interface Lock {
  readonly packages: Readonly<Record<string, LockedDependencies>>;
}

export const readLock = (root: string): Lock =>
  JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;

/** What the build wrote down: the places in node_modules of the packages of one of its two parts. */
export const builtWith = (dist: string, part: 'pane' | 'service'): readonly string[] =>
  JSON.parse(readFileSync(path.join(dist, 'packages', `${part}.json`), 'utf8')) as readonly string[];

/** The places of these packages and of all that they need in turn, sorted. Throws when the lock file lacks one. */
export function withDependencies({ packages }: Lock, places: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const add = (place: string): void => {
    if (found.has(place)) return;
    const entry = packages[place];
    if (!entry) throw new Error(`package-lock.json has no ${place}.`);
    found.add(place);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = entry;
    for (const name of Object.keys({ ...peerDependencies, ...dependencies, ...optionalDependencies })) {
      const isOptional =
        name in optionalDependencies || entry.peerDependenciesMeta?.[name]?.optional === true;
      const needed = placeSeenFrom(packages, place, name);
      if (needed !== undefined) add(needed);
      else if (!isOptional) throw new Error(`package-lock.json has no ${name}, which ${place} needs.`);
    }
  };
  for (const place of places) add(place);
  return [...found].toSorted();
}

/** Node looks in the package's own node_modules first, then in those of the folders above. */
function placeSeenFrom(packages: Lock['packages'], place: string, name: string): string | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (folder === '') return undefined;
  }
}

export const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** The files in which a package says what may be done with it, and what must be handed on with it. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third-?party-?notices?)(?:[.-].*)?$/i;

/** A text with the licence of each of these packages, in the packages' own words. */
export async function licencesText(
  root: string,
  lock: Lock,
  places: readonly string[],
  heading: string,
): Promise<string> {
  const parts = await Promise.all(
    places.map(async (place) => {
      const { version = '', license = '' } = lock.packages[place] ?? {};
      const folder = path.join(root, place);
      const files = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).toSorted();
      const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
      const words = texts.map((text) => text.replaceAll('\r\n', '\n').trim());
      return [
        `${nameOf(place)} ${version}, ${license}`,
        ...(words.length > 0 ? words : [`(The package holds no text beside the name of its licence.)`]),
      ].join('\n\n');
    }),
  );
  return `${[heading, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
