import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeClientCertificate } from '../../src/setup/client-certificate';
import { NOBODY } from '../support/nobody';

const unit = readFileSync(path.resolve(__dirname, '../../deploy/extendsync.service'), 'utf8');
const [, workFolder = ''] = /^WorkingDirectory=(.*)$/m.exec(unit) ?? [];
const [, step = ''] = /^# (chown .*)$/m.exec(unit) ?? [];
const canTry = process.getuid?.() === 0;

test(`with the unit’s step for the key its user can read what the registration has made${canTry ? '' : ' (NOT TRIED: only root can become somebody else)'}`, async () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'extendsync-unit-'));
  try {
    chmodSync(place, 0o755);
    const { keyFile } = await makeClientCertificate(path.join(place, 'secrets'), new Date());
    const command = step
      .replace('extendsync:', `${String(NOBODY.uid)}:${String(NOBODY.gid)}`)
      .replace(workFolder, place);
    expect(command).toContain(place);
    if (!canTry) return;
    // In the place of the unit's user.
    const reads = () => spawnSync('cat', [keyFile], NOBODY).status;
    expect(reads()).toBe(1);
    execFileSync('sh', ['-ec', command]);
    expect(reads()).toBe(0);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
