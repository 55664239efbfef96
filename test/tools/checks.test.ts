import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lineOf, runCheck } from './checks';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-checks-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const endsWith = (code: number) => {
  const script = path.join(scratch, `ends-with-${String(code)}.cjs`);
  writeFileSync(script, `console.log('why'); process.exitCode = ${String(code)};`);
  return runCheck({ name: 'looks', script, args: [] }, false);
};

test.each([
  [0, { ok: true, skipped: false }, /^ok +looks .* s$/],
  [1, { ok: false, skipped: false }, /^FAILED +looks .* s$/],
  [77, { ok: true, skipped: true }, /^SKIPPED +looks .* s\nwhy\n$/],
])('a check that ends with %d is told as what it is', async (code, ended, line) => {
  const end = await endsWith(code);
  expect(end).toMatchObject({ ...ended, output: 'why\n' });
  expect(lineOf(end)).toMatch(line);
});
