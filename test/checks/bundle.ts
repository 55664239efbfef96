import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { endWith } from '../tools/exit-codes';

/**
 * Bytes after brotli that the task pane may load as script before it can show a verdict: in a host with a bridge to its
 * broker, as every current Outlook outside of the browser is, and in one without.
 */
const BUDGETS = { bridged: 150_000, standard: 169_500 } as const;
export const BUDGET_BYTES = BUDGETS.bridged;

type HostKind = keyof typeof BUDGETS;
/** Lazy chunks that one kind of host asks for and the other does not. */
const KIND_BY_CHUNK: Readonly<Record<string, HostKind>> = {
  'msal-bridged': 'bridged',
  'msal-standard': 'standard',
};
const KINDS = ['bridged', 'standard'] as const satisfies readonly HostKind[];

/**
 * Names of lazy chunks (webpackChunkName) that say when they are loaded. What is not named counts as needed before the
 * verdict, so that forgetting a name can only make the figure worse.
 */
const LOADED_LATER = /^later-/;
/** One pane loads one language: the largest counts. */
const ONE_OF_MANY = /^words-/;
const FIRST = 'first of all';
const PANE_PAGE = 'taskpane.html';
const LARGEST_LANGUAGE = 'largest language';

/** Nearly all of these scripts runs at once: Chromium is told so. Of a language a part is used, and the first one is tiny. */
const COMPILED_AT_ONCE = '//# allFunctionsCalledOnLoad\n';

/**
 * What the oldest browser that is promised does not know, Safari 16.4: the build looks at the syntax alone
 * (`target` in webpack.config.js). Packages that ask first whether there is such a thing may have it; these are called at once.
 * https://developer.mozilla.org/en-US/docs/Web/API/URL/canParse_static and the pages of the others: Safari 17 to 18.4.
 */
const TOO_NEW =
  /\b(?:URL\.(?:canParse|parse)|Promise\.(?:withResolvers|try)|(?:Object|Map)\.groupBy|AbortSignal\.any|RegExp\.escape|Iterator\.from|Uint8Array\.from(?:Base64|Hex)|requestIdleCallback)\(|\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|checkVisibility)\(/g;

/** One script in the sum. */
export interface Script {
  readonly file: string;
  readonly bytes: number;
  readonly why: string;
}

/** What the check found in a build. */
export interface BundleReport {
  readonly problems: readonly string[];
  /** In each kind of host. */
  readonly beforeVerdict: Readonly<Record<HostKind, readonly Script[]>>;
  readonly totals: Readonly<Record<HostKind, number>>;
  /** In a host with a bridge. */
  readonly totalBytes: number;
}

interface PageChunks {
  readonly initial: readonly string[];
  readonly lazy: readonly { readonly name: string; readonly files: readonly string[] }[];
}

/** Examines a production build. Throws when there is none, or another one. */
export function examineBundle(dist: string): BundleReport {
  const chunksFile = path.join(dist, 'chunks.json');
  if (!existsSync(chunksFile)) throw new Error(`There is no build in ${dist}: run \`npm run build\` first.`);
  const pages = JSON.parse(readFileSync(chunksFile, 'utf8')) as Readonly<Record<string, PageChunks>>;
  const problems: string[] = [];

  const served = filesBelow(path.join(dist, 'pane'));
  // Its source maps lie beside its scripts, and nothing is compressed.
  if (served.some((name) => name.endsWith('.map')) && !served.some((name) => name.endsWith('.br')))
    throw new Error(`${dist} holds a development build: run \`npm run build\` first.`);
  const shipped = [...served, ...filesBelow(path.join(dist, 'service'))];
  for (const file of shipped.filter((name) => /\.(html|js|css|json|svg)$/.test(name))) {
    if (readFileSync(file, 'utf8').includes('SIMULATED')) {
      problems.push(`${path.relative(dist, file)} holds the word SIMULATED: test equipment is in the build`);
    }
  }
  const maps = [...filesBelow(path.join(dist, 'maps')), ...shipped].filter((name) => name.endsWith('.map'));
  if (maps.length === 0)
    problems.push('there are no source maps, so nobody can say what the build is made of');
  for (const map of maps) {
    const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: readonly string[] };
    for (const source of sources.filter(isTestEquipment)) {
      problems.push(`${path.relative(dist, map)} is made of ${source}, which is test equipment`);
    }
  }
  for (const file of served.filter((name) => name.endsWith('.map'))) {
    problems.push(`${path.relative(dist, file)} is a source map where everybody can fetch it`);
  }
  for (const file of served.filter((name) => name.endsWith('.js') && readFileSync(name).length > 1024)) {
    if (!existsSync(`${file}.br`))
      problems.push(`${path.relative(dist, file)} is not compressed with brotli`);
  }
  for (const file of served.filter((name) => /\.(js|html)$/.test(name))) {
    for (const [call] of readFileSync(file, 'utf8').matchAll(TOO_NEW))
      problems.push(`${path.relative(dist, file)} calls ${call}…), which Safari 16.4 does not know`);
  }
  for (const file of served.filter((name) => name.endsWith('.html'))) {
    problems.push(...pageProblems(path.relative(dist, file), readFileSync(file, 'utf8')));
  }

  const scriptsIn = (kind: HostKind): readonly Script[] =>
    scriptsBeforeVerdict(path.join(dist, 'pane'), pages, kind);
  const beforeVerdict = { bridged: scriptsIn('bridged'), standard: scriptsIn('standard') };
  const totals = { bridged: sumOf(beforeVerdict.bridged), standard: sumOf(beforeVerdict.standard) };
  problems.push(...hintProblems(dist, served, [...beforeVerdict.bridged, ...beforeVerdict.standard]));
  if (!pages['taskpane']?.initial.length) problems.push('the page taskpane loads no script');
  for (const kind of KINDS) {
    if (totals[kind] > BUDGETS[kind]) {
      problems.push(
        `script before the verdict, ${kind} host: ${kb(totals[kind])} of ${kb(BUDGETS[kind])} brotli`,
      );
    }
  }
  return { problems, beforeVerdict, totals, totalBytes: totals.bridged };
}

const sumOf = (scripts: readonly Script[]): number => scripts.reduce((sum, { bytes }) => sum + bytes, 0);

function pageProblems(name: string, html: string): readonly string[] {
  const problems: string[] = [];
  const inline = inlineScripts(html);
  const wanted = name.endsWith(PANE_PAGE) ? 1 : 0;
  if (inline.length !== wanted)
    problems.push(
      `${name} has ${String(inline.length)} inline scripts, and only the pane's first one stands in a page`,
    );
  if (/<script\b[^>]*\stype=(?!"?application\/json)/i.test(html))
    problems.push(`${name} has a script of a kind that the service's policy does not name`);
  // Its hash is made before anything is filled in.
  if (inline.some((code) => code.includes('__'))) problems.push(`${name} has a placeholder in a script`);
  if (/<[^>]+\son[a-z]+\s*=/i.test(html)) problems.push(`${name} has an event handler in its HTML`);
  if (name.endsWith(PANE_PAGE)) {
    for (const placeholder of ['__OFFICE_JS_URL__', '__PANE_SETTINGS__']) {
      if (!html.includes(placeholder))
        problems.push(`${name} lost ${placeholder}, which the service fills in`);
    }
  }
  return problems;
}

/** Data in a script element is no script. */
const inlineScripts = (html: string): readonly string[] =>
  [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)]
    .filter(([, attributes = '']) => !/\ssrc=|\stype="?application\/json/.test(attributes))
    .map(([, , code = '']) => code);

/** Where the word for Chromium's compiler is missing, or makes it compile what nobody calls before the verdict. */
function hintProblems(
  dist: string,
  served: readonly string[],
  beforeVerdict: readonly Script[],
): readonly string[] {
  const wanted = new Set(
    beforeVerdict
      .filter(({ why }) => why !== FIRST && !why.startsWith(LARGEST_LANGUAGE))
      .map(({ file }) => path.join(dist, 'pane', file)),
  );
  return served
    .filter((file) => file.endsWith('.js'))
    .filter((file) => readFileSync(file, 'utf8').startsWith(COMPILED_AT_ONCE) !== wanted.has(file))
    .map((file) =>
      wanted.has(file)
        ? `${path.relative(dist, file)} runs before the verdict and does not tell Chromium to compile it at once`
        : `${path.relative(dist, file)} makes Chromium compile all of it, and comes after the verdict`,
    );
}

function scriptsBeforeVerdict(
  paneFolder: string,
  pages: Readonly<Record<string, PageChunks>>,
  kind: HostKind,
): readonly Script[] {
  const lazy = pages['taskpane']?.lazy ?? [];
  const scripts = new Map<string, Script>();
  const add = (file: string, why: string): void => {
    if (!scripts.has(file)) scripts.set(file, { file, why, bytes: brotliBytes(path.join(paneFolder, file)) });
  };
  for (const code of inlineScripts(readFileSync(path.join(paneFolder, PANE_PAGE), 'utf8')))
    scripts.set(PANE_PAGE, { file: PANE_PAGE, why: FIRST, bytes: compressed(code) });
  for (const file of pages['taskpane']?.initial ?? []) add(file, 'at once');
  for (const { name, files } of lazy) {
    if (LOADED_LATER.test(name) || ONE_OF_MANY.test(name)) continue;
    if ((KIND_BY_CHUNK[name] ?? kind) !== kind) continue;
    for (const file of files) add(file, `lazy: ${name}`);
  }
  const languages = lazy
    .filter(({ name }) => ONE_OF_MANY.test(name))
    .map(({ name, files }) => ({
      name,
      files,
      bytes: files.reduce((sum, file) => sum + brotliBytes(path.join(paneFolder, file)), 0),
    }))
    .toSorted((a, b) => b.bytes - a.bytes);
  for (const file of languages[0]?.files ?? []) add(file, `${LARGEST_LANGUAGE}: ${languages[0]?.name ?? ''}`);
  return [...scripts.values()];
}

function isTestEquipment(source: string): boolean {
  if (/node_modules\/(@microsoft\/office-js|@playwright|jest|selfsigned)\//.test(source)) return true;
  return !source.includes('node_modules/') && /(^|\/)test\//.test(source);
}

function brotliBytes(file: string): number {
  if (existsSync(`${file}.br`)) return readFileSync(`${file}.br`).length;
  return compressed(readFileSync(file));
}

const compressed = (code: string | Buffer): number =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length;

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function main(): number {
  const { problems, beforeVerdict, totals } = examineBundle(path.resolve(__dirname, '../../dist'));
  for (const kind of KINDS) {
    for (const { file, bytes, why } of beforeVerdict[kind])
      console.log(`${kb(bytes).padStart(9)}  ${file}  (${why})`);
    console.log(
      `${kb(totals[kind]).padStart(9)}  script before the verdict, ${kind} host, of ${kb(BUDGETS[kind])} (brotli)`,
    );
  }
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

if (require.main === module) endWith(() => Promise.resolve().then(main));
