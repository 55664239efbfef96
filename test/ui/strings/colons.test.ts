import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { adminLetter } from '../../../src/core/support/admin-letter';
import { deletionLetter } from '../../../src/core/support/deletion-letter';
import { createApprovalWords } from '../../../src/ui/strings/approval/words';
import { createFormat } from '../../../src/ui/strings/format';
import { LANGUAGES } from '../../../src/ui/strings/language';
import { createLaterWords } from '../../../src/ui/strings/later/words';
import { sampleScreen } from '../approval/sample-screens';
import { cataloguesOf, SPOKEN_AT_MS } from './spoken';

/* A colon belongs to the language: French has a space before it. So no code sets one between two words of a language. */

const now = (): number => SPOKEN_AT_MS;

test.each(LANGUAGES)('in "%s", what code puts together has the colons of the language', async (language) => {
  const { pane, approval, later } = await cataloguesOf(language);
  const words = createApprovalWords({
    language,
    catalogue: pane,
    approvalCatalogue: approval,
    locale: language,
    now,
  });
  const { admin, deletion } = createLaterWords({ language, catalogue: later }, words.pane);
  const { receipt } = sampleScreen('confirmed');
  if (!receipt) throw new Error('The screen has no receipt');
  const texts = [
    words.receipt(receipt),
    deletionLetter({ organisation: 'Contoso', tenantId: '1', clientId: '2', words: deletion }).body,
    adminLetter({
      letter: 'policy',
      words: admin,
      facts: [{ name: words.pane.label('details.code'), value: 'AADSTS53003' }],
    }).body,
  ];
  const colons = texts.flatMap((text) => text.match(/.?:(?=\s|$)/gmu) ?? []);
  expect(colons.length).toBeGreaterThan(9);
  expect(colons.filter((colon) => (colon === '\u00a0:') !== (language === 'fr'))).toEqual([]);
});

test.each([
  ['fr-FR', 'Objet\u00a0: Contoso', 'Objet\u00a0: '],
  ['fr-CA', 'Objet\u00a0: Contoso', 'Objet\u00a0: '],
  ['de-DE', 'Objet: Contoso', 'Objet: '],
])('in "%s", a name stands before its value so', (locale, whole, start) => {
  const { named } = createFormat(locale, now);
  expect(named('Objet', 'Contoso')).toBe(whole);
  expect(named('Objet')).toBe(start);
});

const SRC = path.resolve(__dirname, '../../../src');
/** A colon behind a value: in a template, or between JSX's braces. */
const IN_TEMPLATE = /`[^`\n]*[\p{L}}]:(?: ?\$\{| ?`)/u;
const IN_JSX = /^\s*(?:<[^>]*>)?\{[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)?\}:\s*(?:[<{]|$)/mu;
const setsColon = (name: string, text: string): boolean =>
  IN_TEMPLATE.test(text) || (name.endsWith('.tsx') && IN_JSX.test(text));

/** The operators' page is in English alone; clocks and ids have colons of their own. */
const OWN_COLONS =
  /^ui\/(?:operators\/|strings\/(?:format|last-state-words)\.ts|strings\/(?:\w+\/)?(?:en|de|es|fr|ja|pt-br|ar)\.ts)/;

test('no component and no letter sets a colon by itself', () => {
  const files = ['ui', 'core/support', 'core/pane', 'core/approval', 'core/shown']
    .flatMap((folder) =>
      readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, name),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !OWN_COLONS.test(name));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((name) => setsColon(name, readFileSync(path.join(SRC, name), 'utf8')))).toEqual([]);
});

test('the search would find one', () => {
  expect(setsColon('a.ts', '`${name}: ${value}`')).toBe(true);
  expect(setsColon('a.ts', '`${title}:`')).toBe(true);
  expect(setsColon('a.ts', '`ExtendSync: ${title}`')).toBe(true);
  expect(setsColon('a.tsx', "  {words.label('organisation.label')}: <bdi>{name}</bdi>")).toBe(true);
  expect(setsColon('a.tsx', "<b>{words.label('x', { count })}:\n")).toBe(true);
  expect(setsColon('a.tsx', 'function A({ name }: { readonly name: string }) {')).toBe(false);
});
