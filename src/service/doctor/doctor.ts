import type { TenantId } from '../../core/tenant';
import { readSettings, type Settings } from '../settings';
import { SettingsError } from '../settings-error';
import { readFields } from '../settings-fields';
import { databaseChecks } from './database-checks';
import { createExamination, type DoctorWorld, type Examination } from './examination';
import { failed, type CheckName, type Finding, ok, type Seen, wordsOf } from './finding';
import { manifest, pane, service, tls } from './installation-checks';
import { clock, credential, graph, login, publisher, registration, token } from './microsoft-checks';
import { tenantChecks } from './tenant-checks';

const CHECKS: readonly (readonly [CheckName, (examination: Examination) => Promise<Seen>])[] = [
  ['tls', tls],
  ['login', login],
  ['graph', graph],
  ['clock', clock],
  ['token', token],
  ['registration', registration],
  ['credential', credential],
  ['publisher', publisher],
  ['manifest', manifest],
  ['service', service],
  ['pane', pane],
];

/** Looks at everything that an installation needs, one thing after the other. Changes nothing, and never rejects. */
export async function examine(
  readEnvironment: () => Readonly<Record<string, string | undefined>>,
  world: DoctorWorld,
  tenant?: TenantId,
): Promise<readonly Finding[]> {
  let environment: Readonly<Record<string, string | undefined>>;
  let settings: Settings;
  try {
    environment = readEnvironment();
    settings = readSettings(environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return [
      {
        check: 'settings',
        ...failed(
          'Settings are missing or wrong; nothing else can be looked at.',
          'See docs/OPERATING.md; npm run register writes the first of them.',
          Object.entries(error.problems).map(([name, why]) => `${name} ${why}`),
        ),
      },
    ];
  }
  const paneOrigin = readFields(environment).values.PANE_ORIGIN ?? settings.publicOrigin;
  const examination = createExamination(settings, paneOrigin, world);
  const findings: Finding[] = [{ check: 'settings', ...ok('The settings are complete.') }];
  // One after the other: a machine that is short of everything is not made shorter.
  for (const [check, look] of CHECKS) findings.push({ check, ...(await look(examination).catch(broken)) });
  findings.push(...(await databaseChecks(examination).catch(brokenAt('database'))));
  if (tenant !== undefined) {
    findings.push(...(await tenantChecks(examination, tenant).catch(brokenAt('tenant-token'))));
  }
  return findings;
}

const broken = (error: unknown): Seen =>
  failed(`This could not be looked at: ${wordsOf(error)}.`, 'Tell whoever maintains the service.');

const brokenAt =
  (check: CheckName) =>
  (error: unknown): readonly Finding[] => [{ check, ...broken(error) }];

/** 1 where something will not work; warnings alone are 0. */
export const exitCodeOf = (findings: readonly Finding[]): number =>
  findings.some(({ result }) => result === 'failed') ? 1 : 0;

const MARKS: Readonly<Record<Seen['result'], string>> = {
  ok: 'ok     ',
  warning: 'WARNING',
  failed: 'FAILED ',
};

/** The findings for people: what is well in a line, the rest with its cure. */
export const printed = (findings: readonly Finding[]): string =>
  findings
    .flatMap(({ check, result, says, cure, details = [] }) => [
      `${MARKS[result]}  ${check}: ${says}`,
      ...details.map((line) => `           - ${line}`),
      ...(cure === undefined ? [] : [`           ${cure}`]),
    ])
    .join('\n');
