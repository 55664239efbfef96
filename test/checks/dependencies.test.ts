import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemsOf, readAudit, type LockedPackages } from './dependencies';

test('nobody runs a program at installation, or has a licence, that was not agreed to by name', () => {
  const lock = JSON.parse(readFileSync(path.resolve(__dirname, '../../package-lock.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  expect(problemsOf(lock.packages)).toEqual([]);
});

test('what is new is named', () => {
  expect(
    problemsOf({
      '': {},
      'node_modules/a': { license: 'GPL-3.0' },
      'node_modules/a/node_modules/@b/c': { license: 'MIT', hasInstallScript: true },
      'node_modules/d': { license: '(BSD-3-Clause OR GPL-2.0)' },
      'node_modules/e': { license: 'Apache-2.0 AND MIT' },
      'node_modules/f': { license: 'MIT AND GPL-2.0' },
      'node_modules/g': {},
    }),
  ).toEqual([
    'a has the licence GPL-3.0',
    '@b/c runs a program when it is installed',
    'f has the licence MIT AND GPL-2.0',
    'g has the licence none',
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
