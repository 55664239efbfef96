import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseTenantId } from '../../core/tenant';
import { systemClock } from '../clock';
import { openDatabase } from '../database/open-database';
import { statusHere } from '../health-check';
import { certificateAt } from './certificate-at';
import { examine, exitCodeOf, printed } from './doctor';
import type { DoctorWorld } from './examination';

const USAGE = 'doctor [--json] [--tenant <tenant id>]';

/** `doctor`: prints what it finds, and answers the exit code. `readEnvironment` may throw a `SettingsError`. */
export async function runDoctor(
  args: readonly string[],
  readEnvironment: () => Readonly<Record<string, string | undefined>>,
  print: (text: string) => void,
): Promise<number> {
  const wishes = wishesIn(args);
  if (wishes === undefined || wishes.help) {
    print(USAGE);
    return wishes?.help ? 0 : 2;
  }
  const findings = await examine(readEnvironment, MACHINE, wishes.tenant);
  print(wishes.json ? JSON.stringify({ findings }, undefined, 2) : printed(findings));
  return exitCodeOf(findings);
}

/** Undefined where they cannot be understood. */
function wishesIn(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        tenant: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const tenant = values.tenant === undefined ? undefined : parseTenantId(values.tenant);
    return values.tenant !== undefined && tenant === undefined ? undefined : { ...values, tenant };
  } catch {
    return undefined;
  }
}

function mayWrite(folder: string): boolean {
  try {
    if (!statSync(folder).isDirectory()) return false;
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const MACHINE: DoctorWorld = {
  clock: systemClock,
  fetch: globalThis.fetch,
  certificateAt,
  openDatabase: (settings) => openDatabase(settings, systemClock),
  statusHere: ({ host, port, tls }, path) => statusHere({ host, port, isHttps: tls !== undefined }, path),
  exists: existsSync,
  mayWrite,
  fileText: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
};
