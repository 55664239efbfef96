import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { licencesText, withDependencies } from './shipped-packages';

const lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '1', c: '1' } },
    'node_modules/b': { version: '1.0.0', optionalDependencies: { native: '1' } },
    'node_modules/c': { version: '2.0.0' },
    'node_modules/a/node_modules/c': { version: '1.0.0', dependencies: { b: '1' } },
    'node_modules/d': {
      version: '1.0.0',
      peerDependencies: { c: '2', x: '1' },
      peerDependenciesMeta: { x: { optional: true } },
    },
    'node_modules/lost': { version: '1.0.0', dependencies: { missing: '1' } },
  },
};

test('13.8: what is shipped is what was asked for and all that it needs, each as Node would find it', () => {
  expect(withDependencies(lock, ['node_modules/a'])).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/c',
    'node_modules/b',
  ]);
  expect(withDependencies(lock, ['node_modules/d'])).toEqual(['node_modules/c', 'node_modules/d']);
  expect(() => withDependencies(lock, ['node_modules/lost'])).toThrow(
    'no missing, which node_modules/lost needs',
  );
  expect(() => withDependencies(lock, ['node_modules/e'])).toThrow('has no node_modules/e');
});

test('13.8: the list holds each licence in the package’s own words, and says where there are none', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'extendsync-licences-'));
  for (const name of ['a', 'c']) mkdirSync(path.join(root, 'node_modules', name), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/a/LICENSE.md'), 'Do as you like.\r\nReally.\n');
  writeFileSync(path.join(root, 'node_modules/a/NOTICE'), 'A stands on B.');
  writeFileSync(path.join(root, 'node_modules/a/licenses.js'), 'not a licence');
  const text = await licencesText(root, lock, ['node_modules/a', 'node_modules/c'], 'All of it');
  rmSync(root, { recursive: true, force: true });
  expect(text).toContain('a 1.0.0, MIT\n\nDo as you like.\nReally.\n\nA stands on B.\n\n---');
  expect(text).toContain('c 2.0.0, \n\n(The package holds no text');
  expect(text).not.toContain('not a licence');
});
