import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

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
 * Packages that want to run a program when they are installed. Each was looked at; none has to run, as its binaries come
 * as packages of their own.
 */
const INSTALL_SCRIPTS = new Set([
  '@azure/msal-node-extensions',
  '@microsoft/m365agentstoolkit-cli',
  '@parcel/watcher',
  '@swc/core',
  'esbuild',
  'keytar',
]);

const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** An expression of SPDX: one of those joined by OR must be fine, all of those joined by AND. */
const isFine = (licence: string): boolean =>
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => LICENCES.has(name.trim())));

/** What the lock file holds that nobody has agreed to. */
export function problemsOf(packages: LockedPackages): readonly string[] {
  return Object.entries(packages).flatMap(([place, { license, hasInstallScript }]) => {
    if (place === '') return [];
    const name = nameOf(place);
    return [
      ...(Object.hasOwn(OTHER_LICENCES, name) || isFine(license ?? 'none')
        ? []
        : [`${name} has the licence ${license ?? 'none'}`]),
      ...(hasInstallScript === true && !INSTALL_SCRIPTS.has(name)
        ? [`${name} runs a program when it is installed`]
        : []),
    ];
  });
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

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const AUDIT_LIMIT_MS = 60_000;

function main(): void {
  const root = path.resolve(__dirname, '../..');
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  const licences = [...licencesOf(packages)].map(([name, count]) => `${name} ${String(count)}`);
  console.log(`licences: ${licences.join(', ')}`);
  const problems = problemsOf(packages);
  // What is shipped: the service's and the pages' dependencies.
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: AUDIT_LIMIT_MS,
    shell: process.platform === 'win32',
  });
  const audit = readAudit(stdout);
  if (audit.kind === 'no-answer') {
    console.warn(`
*** SKIPPED: known vulnerabilities were NOT looked up. The registry gave no report (${audit.why}).
*** Run "npm run dependencies" where it can be reached before a release.
`);
  } else console.log(`known vulnerabilities, high or critical: ${String(audit.serious.length)}`);
  const bad = [...problems, ...(audit.kind === 'answered' ? audit.serious : [])];
  for (const problem of bad) console.error(problem);
  process.exitCode = bad.length > 0 ? 1 : 0;
}

if (require.main === module) main();
