import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lineOf, ROOT, runCheck } from './checks';

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

test('whoever ends the checks once ends them: the one that runs is told, and no other starts', () => {
  const file = (name: string, text: string): string => {
    const script = path.join(scratch, name);
    writeFileSync(script, text);
    return script;
  };
  const first = file(
    'first.cjs',
    "process.kill(process.ppid, 'SIGTERM'); setInterval(() => undefined, 1_000);",
  );
  const second = file('second.cjs', "console.log('The second has run.');");
  const all = file(
    'all.ts',
    `import { runTogether } from ${JSON.stringify(path.join(__dirname, 'checks'))};
     const checks = ${JSON.stringify([first, second])}.map((script) => ({ name: '', script, args: [] }));
     void runTogether(checks, 1, ({ ok, output }) => console.log(ok, output.trim()));`,
  );
  const ran = spawnSync(process.execPath, ['--import', 'tsx', all], { cwd: ROOT, encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  expect(ran.stdout).toBe('false \nfalse Not run: told to end.\n');
});
