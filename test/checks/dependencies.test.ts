import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemsOf, readAudit, readPackages } from './dependencies';

const ROOT = path.resolve(__dirname, '../..');

test('nobody runs a program at installation, or has a licence, that was not agreed to by name', () => {
  const { packages, allowScripts } = readPackages(ROOT);
  expect(problemsOf(packages, allowScripts)).toEqual([]);
  expect(Object.keys(allowScripts).length).toBeGreaterThan(0);
});

test('npm itself refuses what wants to run at installation and is not named, and a Node that is too old', () => {
  const kept = readFileSync(path.join(ROOT, '.npmrc'), 'utf8').split('\n');
  expect(kept).toEqual(expect.arrayContaining(['strict-allow-scripts=true', 'engine-strict=true']));
});

test('no script of the project has the name of one that npm runs by itself at installation', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: object;
  };
  // https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-scripts
  const lifeCycle = /^(?:(?:pre|post)?(?:install|prepare|pack|publish)|prepublishOnly|dependencies)$/;
  expect(Object.keys(scripts).filter((name) => lifeCycle.test(name))).toEqual([]);
});

test('what is new is named', () => {
  expect(
    problemsOf(
      {
        '': {},
        'node_modules/a': { license: 'GPL-3.0' },
        'node_modules/a/node_modules/@b/c': { license: 'MIT', hasInstallScript: true },
        'node_modules/d': { license: '(BSD-3-Clause OR GPL-2.0)' },
        'node_modules/e': { license: 'Apache-2.0 AND MIT' },
        'node_modules/f': { license: 'MIT AND GPL-2.0' },
        'node_modules/g': {},
        'node_modules/h': { license: 'MIT', hasInstallScript: true },
        'node_modules/i': { license: 'MIT', hasInstallScript: true },
      },
      { h: false, i: true, j: false },
    ),
  ).toEqual([
    'a has the licence GPL-3.0',
    'f has the licence MIT AND GPL-2.0',
    'g has the licence none',
    '@b/c runs a program when it is installed, and allowScripts does not name it',
    'j stands in allowScripts and runs nothing',
    'i may run a program when it is installed: say here why',
  ]);
});

test.each(['', 'npm error', '{"message":"405 Method Not Allowed"}', '{"vulnerabilities":{}}', '[]', 'null'])(
  'an audit that answers %j has not passed',
  (printed) => {
    expect(readAudit(printed).kind).toBe('no-answer');
  },
);

test('an audit names what is high or critical', () => {
  const report = { metadata: {}, vulnerabilities: { a: { severity: 'low' }, b: { severity: 'critical' } } };
  expect(readAudit(JSON.stringify(report))).toEqual({ kind: 'answered', serious: ['b (critical)'] });
});
