import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { CLOUDS } from '../../src/core/cloud';
import { contentSecurityPolicy } from '../../src/service/http/content-security-policy';

const ROOT = path.resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
/** README and the pages in docs: each thing is told in one of them. */
const pages = ['README.md', ...readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`)].map(read);
const told = pages.join('\n');
const operating = read('docs/OPERATING.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

const all = (pattern: RegExp, text = told): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('what the README and the pages promise', () => {
  test('every command is a script, and every script of the project is told of', () => {
    const named = new Set([...all(/npm run ([a-z:-]+)/g), ...all(/npm (start|test)\b/g)]);
    expect([...named].filter((name) => !(name in scripts))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([]);
  });

  test('every script starts a file that is there', () => {
    const files = Object.values(scripts).flatMap((line) =>
      [...line.matchAll(/\b(test\/\S+\.(?:ts|json))/g)].map(([file]) => file),
    );
    expect(files.length).toBeGreaterThan(5);
    expect([...new Set(files)].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  test('every file and folder of the repository that it names is there', () => {
    const named = pages.flatMap((page) =>
      [...page.matchAll(/`((?:src|test|assets|docs)(?:\/[A-Za-z0-9./-]+)?|LICENSE)`/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  test('13.9: every picture that they show is there, and light enough to stand on a page', () => {
    const shown = ['README.md', 'docs/ADMINISTRATORS.md'].flatMap((page) =>
      all(/!\[[^\]]+\]\(([^)]+)\)/g, read(page)).map((file) => path.join(ROOT, path.dirname(page), file)),
    );
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.filter((file) => !existsSync(file) || statSync(file).size > 150_000)).toEqual([]);
  });

  test('every setting is read somewhere, and every setting of the service is told of', () => {
    const service = read('src/service/settings-fields.ts');
    const named = all(/`([A-Z]+(?:_[A-Z]+)*)`/g, read('README.md') + operating).filter(
      (name) => name !== 'LICENSE',
    );
    expect(named.filter((name) => !service.includes(`${name}:`))).toEqual([]);
    const settings = [...service.matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)*): /gm)].map((match) => match[1] ?? '');
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => !named.includes(name))).toEqual([]);
  });

  test.each(Object.values(CLOUDS))('every host of the cloud $name is told of, and no other', (cloud) => {
    const policy = contentSecurityPolicy({
      name: 'taskpane',
      template: '',
      loginOrigin: cloud.loginOrigin,
      graphOrigin: cloud.graphOrigin,
      officeJsOrigin: new URL(cloud.officeJsUrl).origin,
      hostOrigins: [],
    });
    const section = /## What it has to reach\n([\s\S]*?)\n## /.exec(operating)?.[1] ?? '';
    const row = new RegExp(`^\\| \`${cloud.name}\` +\\|(.*)$`, 'm').exec(section)?.[1] ?? '';
    const [signIn, graph, browsers] = row.split('|').map((cell) => all(/`([^`]+)`/g, cell));
    expect([signIn, graph]).toEqual([[new URL(cloud.loginOrigin).host], [new URL(cloud.graphOrigin).host]]);
    const reached = new Set(all(/https:\/\/([^\s;]+)/g, policy));
    expect([...(signIn ?? []), ...(graph ?? []), ...(browsers ?? [])].toSorted()).toEqual(
      [...reached].toSorted(),
    );
  });

  test('a section of a page to which the doctor sends somebody is there', () => {
    const folder = path.join(ROOT, 'src/service/doctor');
    const sent = readdirSync(folder).flatMap((name) => [
      ...readFileSync(path.join(folder, name), 'utf8').matchAll(/“([^”]+)” in (docs\/\w+\.md)/g),
    ]);
    expect(sent.length).toBeGreaterThan(0);
    const gone = sent.filter(([, title = '', page = '']) => !read(page).includes(`\n## ${title}\n`));
    expect(gone).toEqual([]);
  });

  test('every field of the diagnostic file is told of, and no other', () => {
    const section = /## The diagnostic file\n([\s\S]*?)\n## /.exec(`${operating}\n## `)?.[1] ?? '';
    const rows = [...section.matchAll(/^\| (`.*?) +\|/gm)].map((match) => match[1] ?? '');
    const names = rows.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));
    const source = read('src/core/support/diagnostics.ts');
    const shape = /export interface DiagnosticFile \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
    const fields = [...shape.matchAll(/^ {2}readonly (\w+)\??:/gm)].map((match) => match[1] ?? '');
    expect(fields.length).toBeGreaterThan(10);
    expect(names.toSorted()).toEqual(fields.toSorted());
  });
});
