import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requiredFirst } from './node-options';

test.each(['John Smith', String.raw`back\slash`, 'in "quotes"', "it's"])(
  'node loads the equipment of a working copy in a folder named %s',
  (name) => {
    const home = mkdtempSync(path.join(tmpdir(), `${name} `));
    try {
      const file = path.join(home, 'equipment.cjs');
      writeFileSync(file, "console.log('equipped');");
      const said = execFileSync(process.execPath, ['-e', ''], {
        env: { NODE_OPTIONS: `--no-deprecation ${requiredFirst(file)}` },
        encoding: 'utf8',
      });
      expect(said).toBe('equipped\n');
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
);
