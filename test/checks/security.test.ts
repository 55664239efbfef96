import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/SECURITY.md'), 'utf8');

/** The table of rules: each with the findings that it answers and the tests that keep it. */
const RULES = [...page.matchAll(/^\| (.*?) +\| (`test\/.*`) +\|$/gm)].map(([, rule = '', tests = '']) => ({
  rule,
  ids: [...rule.matchAll(/\bS\d+\b/g)].map(([id]) => id),
  files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
}));

/** The ids that a file's tests carry in their titles. */
function idsIn(file: string): ReadonlySet<string> {
  const code = readFileSync(path.join(ROOT, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return new Set([...code.matchAll(/(?<![\w$])S\d{1,2}(?=[:,)])/g)].map(([id]) => id));
}

const testsIn = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:test|spec)\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')));

test('the page has its table of rules', () => {
  expect(RULES.length).toBeGreaterThan(15);
});

test.each(RULES)('“$rule” is kept by tests that are there', ({ files }) => {
  expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  expect(files.filter((file) => !/\.(?:test|spec)\.tsx?$/.test(file))).toEqual([]);
});

test.each(RULES.filter(({ ids }) => ids.length > 0))(
  'each finding of “$rule” has its test',
  ({ ids, files }) => {
    const tested = new Set(files.flatMap((file) => [...idsIn(file)]));
    expect(ids.filter((id) => !tested.has(id))).toEqual([]);
    // A file that tests none of them does not keep the rule.
    expect(files.filter((file) => !ids.some((id) => idsIn(file).has(id)))).toEqual([]);
  },
);

test('every cookie that the service gives is told of, and no other', () => {
  const code = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(ROOT, 'src', name), 'utf8'));
  const named = (texts: readonly string[]) =>
    [
      ...new Set(texts.flatMap((text) => [...text.matchAll(/__Host-[\w-]+/g)].map(([name]) => name))),
    ].toSorted();
  expect(named([page])).toEqual(named(code));
});

test('every finding, from S1 to S22, is answered by a rule and attacked on the running service', () => {
  const ids = Array.from({ length: 22 }, (_, index) => `S${String(index + 1)}`);
  const answered = new Set(RULES.flatMap((rule) => rule.ids));
  expect(ids.filter((id) => !answered.has(id))).toEqual([]);
  const running = [
    'test/service/attacks.test.ts',
    'test/service/strangers.test.ts',
    ...testsIn('test/browser/journeys'),
  ];
  const attacked = new Set(running.flatMap((file) => [...idsIn(file)]));
  expect(ids.filter((id) => !attacked.has(id))).toEqual([]);
});
