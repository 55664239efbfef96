import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../../../src/ui/strings/en';
import { laterEn } from '../../../src/ui/strings/later/en';

/*
 * No language carries a sentence that the pane never says (those of the approval page: approval-words.test.ts). Every key stands in the code whole, or begins as one of its templates
 * (`cause.${…}`) begins.
 */

const SRC = path.resolve(__dirname, '../../../src');

/** The code that says something: everything in the browser but the catalogues themselves. */
const CODE = ['app', 'core', 'pages', 'ui']
  .flatMap((folder) =>
    readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  )
  .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)message\.ts$/.test(name))
  .filter((name) => !name.startsWith('ui/strings/'))
  .map((name) => readFileSync(path.join(SRC, name), 'utf8'))
  .join('\n');

/** The screens that users open themselves say their title and lead by their name. */
const BY_NAME = /^(group|manage|help)\.(title|lead)$/;

function isSaid(key: string): boolean {
  if (CODE.includes(`'${key}'`) || BY_NAME.test(key)) return true;
  const beginnings = [...key.matchAll(/[.-]/g)].map(({ index }) => key.slice(0, index + 1));
  return beginnings.some((beginning) => CODE.includes(`\`${beginning}\${`));
}

test.each([
  ['the pane', { ...en.messages, ...en.labels }],
  ['what comes after the verdict', laterEn.messages],
])('every sentence of %s is said somewhere', (_, sentences) => {
  expect(Object.keys(sentences).filter((key) => !isSaid(key))).toEqual([]);
});

test('a sentence that nobody says would be found', () => {
  expect(['granted.title', 'cause.throttled', 'granted.nobody-says-this'].map(isSaid)).toEqual([
    true,
    true,
    false,
  ]);
});
