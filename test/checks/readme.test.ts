import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

const all = (pattern: RegExp): readonly string[] =>
  [...readme.matchAll(pattern)].map((match) => match[1] ?? '');

describe('what the README promises', () => {
  test('every command is a script, and every script of the project is told of', () => {
    const told = new Set([...all(/npm run ([a-z:-]+)/g), ...all(/npm (start|test)\b/g)]);
    expect([...told].filter((name) => !(name in scripts))).toEqual([]);
    const silent = ['build:dev', 'format:check'];
    expect(Object.keys(scripts).filter((name) => !told.has(name) && !silent.includes(name))).toEqual([]);
  });

  test('every script starts a file that is there', () => {
    const files = Object.values(scripts).flatMap((line) =>
      [...line.matchAll(/\b(test\/\S+\.(?:ts|json))/g)].map(([file]) => file),
    );
    expect(files.length).toBeGreaterThan(5);
    expect([...new Set(files)].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  test('every file and folder of the repository that it names is there', () => {
    const pages = [readme, ...readdirSync(path.join(ROOT, 'docs')).map((name) => read(`docs/${name}`))];
    const named = pages.flatMap((page) =>
      [...page.matchAll(/`((?:src|test|assets|docs)(?:\/[A-Za-z0-9./-]+)?|LICENSE)`/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  test('every setting is read somewhere, and every setting of the service is told of', () => {
    const service = read('src/service/settings-fields.ts');
    const told = all(/`([A-Z]+(?:_[A-Z]+)*)`/g).filter((name) => name !== 'LICENSE');
    expect(told.filter((name) => !service.includes(`${name}:`))).toEqual([]);
    const settings = [...service.matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)*): /gm)].map((match) => match[1] ?? '');
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => !told.includes(name))).toEqual([]);
  });

  test('every field of the diagnostic file is told of, and no other', () => {
    const section = /## The diagnostic file\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
    const rows = [...section.matchAll(/^\| (`.*?) +\|/gm)].map((match) => match[1] ?? '');
    const told = rows.flatMap((names) => [...names.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));
    const source = read('src/core/support/diagnostics.ts');
    const shape = /export interface DiagnosticFile \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
    const fields = [...shape.matchAll(/^ {2}readonly (\w+)\??:/gm)].map((match) => match[1] ?? '');
    expect(fields.length).toBeGreaterThan(10);
    expect(told.toSorted()).toEqual(fields.toSorted());
  });
});
