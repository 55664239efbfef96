import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as soon } from 'node:timers/promises';
import { onLts } from './checks';
import { isLts, LTS, runInGroup } from './run-on-lts';

const read = (name: string): string => readFileSync(path.resolve(__dirname, '../..', name), 'utf8');

test('13.7: the suite leaves no test out on it', () => {
  expect([onLts.script, onLts.args]).toEqual(['test/tools/run-on-lts.ts', []]);
});

test('15.7: nothing is tested twice on the same line of Node', () => {
  expect(['v24.21.0', 'v20.20.2', 'v25.1.0', 'v240.0.0', 'v2.24.0'].filter(isLts)).toEqual(['v24.21.0']);
});

test('13.7: what is tested is what the Dockerfile and the pages recommend', () => {
  expect(read('deploy/Dockerfile')).toContain(`FROM node:${String(LTS)}-slim`);
  expect(read('README.md')).toContain(`Node ${String(LTS)}`);
  expect(read('docs/OPERATING.md')).toMatch(new RegExp(`long-term support, ${String(LTS)}[;.]`));
});

// Windows knows no groups of processes.
if (process.platform !== 'win32')
  test('15.4: a run that is over, or is ended, leaves nothing behind that it has started', async () => {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-group-'));
    const started = path.join(scratch, 'started');
    // As a test run that ends without its service.
    const script = `
      const { spawn } = require('node:child_process');
      const service = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      require('node:fs').writeFileSync(${JSON.stringify(started)}, String(service.pid));
      process.exit(3);`;
    try {
      expect(await runInGroup(process.execPath, ['-e', script], 60_000)).toBe(3);
      expect(await isGone(Number(readFileSync(started, 'utf8')))).toBe(true);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

/** A killed process is gone once the system has taken note of it. */
async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 250; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    if (/^State:\s+Z/m.test(statusOf(pid))) return true;
    await soon(20);
  }
  return false;
}

const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  } catch {
    return '';
  }
};
