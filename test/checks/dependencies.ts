import { isFields } from '../../src/core/fields';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SKIPPED } from '../tools/exit-codes';

/** An entry of package-lock.json (https://docs.npmjs.com/cli/configuring-npm/package-lock-json). */
export interface LockedPackage {
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Licences that ask for no more than their text. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);

/** Packages with another licence, and why that is fine. None of them stands in what is shipped. */
const OTHER_LICENCES: Readonly<Record<string, string>> = {
  '@microsoft/office-js': 'office.js for tests, served unmodified as its licence asks',
  'axe-core': 'MPL-2.0, for tests, unmodified',
  'caniuse-lite': 'CC-BY-4.0, data of the build',
};

/**
 * package.json's `allowScripts`: the packages that want to run a program when they are installed, and whether they may
 * (https://docs.npmjs.com/cli/v11/commands/npm-install-scripts). Each was looked at, and none may: their binaries come as
 * packages of their own, and sideloading an XML manifest needs none of the others. `.npmrc` makes npm refuse what is not
 * named. An npm that does not know that setting says so at each command, and keeps nothing of it: 11.6 does not, 11.19 does.
 */
export type AllowedScripts = Readonly<Record<string, boolean>>;

const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** An expression of SPDX: one of those joined by OR must be fine, all of those joined by AND. */
export const isFine = (licence: string): boolean =>
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => LICENCES.has(name.trim())));

/** What the lock file holds that nobody has agreed to, and what was agreed to that it does not hold. */
export function problemsOf(packages: LockedPackages, allowed: AllowedScripts): readonly string[] {
  const all = Object.entries(packages).flatMap(([place, { license = 'none', hasInstallScript = false }]) =>
    place === '' ? [] : [{ name: nameOf(place), license, hasInstallScript }],
  );
  const withScript = new Set(all.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
  return [
    ...all
      .filter(({ name, license }) => !Object.hasOwn(OTHER_LICENCES, name) && !isFine(license))
      .map(({ name, license }) => `${name} has the licence ${license}`),
    ...[...withScript]
      .filter((name) => !Object.hasOwn(allowed, name))
      .map((name) => `${name} runs a program when it is installed, and allowScripts does not name it`),
    ...Object.keys(allowed)
      .filter((name) => !withScript.has(name))
      .map((name) => `${name} stands in allowScripts and runs nothing`),
    // A package that is added may not bring its own leave along.
    ...Object.entries(allowed)
      .filter(([, mayRun]) => mayRun)
      .map(([name]) => `${name} may run a program when it is installed: say here why`),
  ];
}

/** How many packages there are of each licence. */
export function licencesOf(packages: LockedPackages): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [place, { license = 'none' }] of Object.entries(packages)) {
    if (place !== '') counts.set(license, (counts.get(license) ?? 0) + 1);
  }
  return counts;
}

export type Audited =
  | { readonly kind: 'answered'; readonly serious: readonly string[] }
  | { readonly kind: 'no-answer'; readonly why: string };

/** Reads what `npm audit --json` printed. Anything but a full report is no answer: never a pass. */
export function readAudit(text: string): Audited {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return { kind: 'no-answer', why: 'npm audit printed no JSON' };
  }
  if (!isFields(report) || !isFields(report['vulnerabilities']) || !isFields(report['metadata'])) {
    const why = isFields(report) && typeof report['message'] === 'string' ? report['message'] : 'no report';
    return { kind: 'no-answer', why };
  }
  const serious = Object.entries(report['vulnerabilities']).flatMap(([name, found]) =>
    isFields(found) && (found['severity'] === 'high' || found['severity'] === 'critical')
      ? [`${name} (${found['severity']})`]
      : [],
  );
  return { kind: 'answered', serious };
}

const AUDIT_LIMIT_MS = 30_000;

/** The lock file's packages, and package.json's word on their scripts. */
export function readPackages(root: string): {
  readonly packages: LockedPackages;
  readonly allowScripts: AllowedScripts;
} {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
  const { packages } = read('package-lock.json') as { packages: LockedPackages };
  const { allowScripts } = read('package.json') as { allowScripts: AllowedScripts };
  return { packages, allowScripts };
}

function main(): void {
  const root = path.resolve(__dirname, '../..');
  const { packages, allowScripts } = readPackages(root);
  const licences = [...licencesOf(packages)].map(([name, count]) => `${name} ${String(count)}`);
  console.log(`licences: ${licences.join(', ')}`);
  const problems = problemsOf(packages, allowScripts);
  // What is shipped: the service's and the pages' dependencies.
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
    cwd: root,
    encoding: 'utf8',
    timeout: AUDIT_LIMIT_MS,
    shell: process.platform === 'win32',
  });
  const audit = readAudit(stdout);
  if (audit.kind === 'no-answer') {
    console.warn(`
*** SKIPPED: known vulnerabilities were NOT looked up. The registry gave no report (${audit.why}).
*** Run "npm run packages" where it can be reached before a release.
`);
  } else console.log(`known vulnerabilities, high or critical: ${String(audit.serious.length)}`);
  const bad = [...problems, ...(audit.kind === 'answered' ? audit.serious : [])];
  for (const problem of bad) console.error(problem);
  if (bad.length > 0) process.exitCode = 1;
  else if (audit.kind === 'no-answer') process.exitCode = SKIPPED;
}

if (require.main === module) main();
