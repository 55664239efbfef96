import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requiredFirst } from '../../tools/node-options';

/** The service's clock, which a test puts forward over a restart of the service. */
export interface ServiceClock {
  /** Settings that the world gives the service's process. */
  readonly settings: Readonly<Record<string, string>>;
  /** From the next start of the service on, its clock is so far ahead of everybody's. */
  setAhead(ms: number): void;
  end(): void;
}

export function createServiceClock(): ServiceClock {
  const folder = mkdtempSync(path.join(tmpdir(), 'extendsync-clock-'));
  const file = path.join(folder, 'ahead-ms');
  return {
    settings: {
      NODE_OPTIONS: requiredFirst(path.join(__dirname, 'clock-ahead.cjs')),
      CLOCK_AHEAD_FILE: file,
    },
    setAhead: (ms) => writeFileSync(file, String(ms)),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
