import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseTenantId } from '../../core/tenant';
import { systemClock } from '../clock';
import { openDatabase } from '../database/open-database';
import { certificateAt } from './certificate-at';
import { examine, exitCodeOf, printed } from './doctor';
import type { DoctorWorld } from './examination';

const USAGE = 'doctor [--json] [--tenant <tenant id>]';

/** `doctor`: prints what it finds, and answers the exit code. */
export async function runDoctor(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  print: (text: string) => void,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      tenant: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const tenant = values.tenant === undefined ? undefined : parseTenantId(values.tenant);
  if (values.help || (values.tenant !== undefined && tenant === undefined)) {
    print(USAGE);
    return values.help ? 0 : 2;
  }
  const findings = await examine(environment, MACHINE, tenant);
  print(values.json ? JSON.stringify({ findings }, undefined, 2) : printed(findings));
  return exitCodeOf(findings);
}

function mayWrite(folder: string): boolean {
  try {
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
  exists: existsSync,
  mayWrite,
  fileText: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
};
