import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IN_SUITE, LTS } from './run-on-lts';

const read = (name: string): string => readFileSync(path.resolve(__dirname, '../..', name), 'utf8');

test('13.7: the tests that the suite runs on it are there', () => {
  const missing = IN_SUITE.filter((name) => !existsSync(path.resolve(__dirname, '../..', name)));
  expect(missing).toEqual([]);
});

test('13.7: what is tested is what the Dockerfile and the pages recommend', () => {
  expect(read('deploy/Dockerfile')).toContain(`FROM node:${String(LTS)}-slim`);
  expect(read('README.md')).toContain(`Node ${String(LTS)}`);
  expect(read('docs/OPERATING.md')).toMatch(new RegExp(`long-term support, ${String(LTS)}[;.]`));
});
