import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PUBLISHER } from '../../../src/core/approval/publisher';
import type { ApprovalScreenModel } from '../../../src/core/approval/screens/model';
import { reasonOf } from '../../../src/core/shown/permission-lines';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { permissionId } from '../../../src/core/permissions';
import { de } from '../../../src/ui/strings/de';
import { en } from '../../../src/ui/strings/en';
import { approvalDe } from '../../../src/ui/strings/approval/de';
import { approvalEn } from '../../../src/ui/strings/approval/en';
import { approvalShellWordsFor } from '../../../src/ui/strings/approval/shell-words';
import { createApprovalWords, loadApprovalCatalogues } from '../../../src/ui/strings/approval/words';
import { laterEn } from '../../../src/ui/strings/later/en';
import { createLaterWords } from '../../../src/ui/strings/later/words';
import { CONTOSO } from '../../support/evidence';
import { SAMPLE_NOW_MS, SAMPLE_SCREENS, sampleScreen } from '../approval/sample-screens';

const now = (): number => SAMPLE_NOW_MS;
const ROOT = path.resolve(__dirname, '../../..');
const LANGUAGES = [
  [
    'en',
    createApprovalWords({
      language: 'en',
      catalogue: en,
      approvalCatalogue: approvalEn,
      locale: 'en-GB',
      now,
    }),
  ],
  [
    'de',
    createApprovalWords({
      language: 'de',
      catalogue: de,
      approvalCatalogue: approvalDe,
      locale: 'de-DE',
      now,
    }),
  ],
] as const;

test('every language has every key, and no more', () => {
  expect(Object.keys(approvalDe.messages).toSorted()).toEqual(Object.keys(approvalEn.messages).toSorted());
  expect(Object.keys(approvalDe.labels).toSorted()).toEqual(Object.keys(approvalEn.labels).toSorted());
});

test('every key is used somewhere', () => {
  const SCREENS = 'src/core/approval/screens';
  const sources = [
    ...readdirSync(path.join(ROOT, SCREENS)).map((name) => `${SCREENS}/${name}`),
    'src/ui/components/permission-list.tsx',
    'src/ui/approval/request-card.tsx',
    'src/ui/approval/receipt-card.tsx',
    'src/ui/approval/details-card.tsx',
    'src/ui/approval/asked-list.tsx',
    'src/ui/approval/question-card.tsx',
    'src/ui/strings/approval/receipt-text.ts',
  ].map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
  // The words of the outcomes, of looks, of situations and of permissions are composed from their names.
  const composed =
    /^reason\.|^permissions?\.(delegated|application|granted|granted-to-you|held-by-you|missing|not-known)$|^approval\.(returned\.(denied|left|role-too-small|expired|repeated|forged|other-tenant|failed)\.(title|lead)|looked\.[a-z-]+|confirmed\.covers\.(no-autopilot|group-edition))$/;
  const keys = [...Object.keys(approvalEn.messages), ...Object.keys(approvalEn.labels)];
  const unused = keys.filter(
    (key) => !composed.test(key) && !sources.some((source) => source.includes(`'${key}'`)),
  );
  expect(unused).toEqual([]);
});

describe.each(LANGUAGES)('in %s', (_, words) => {
  test('every sentence of every screen is one: no gap, no key, no stray value', () => {
    for (const [name, model] of SAMPLE_SCREENS) {
      const said = [
        model.title,
        ...model.lead,
        ...(model.notice ? [model.notice.text] : []),
        ...(model.primaryNote ? [model.primaryNote] : []),
        ...(model.sections ?? []).flatMap(({ title, lines }) => [title, ...lines]),
        ...[model.primary, ...model.others].flatMap((action) => (action ? [action.label] : [])),
      ].map(words.tell);
      for (const sentence of said) {
        expect(`${name}: ${sentence}`).not.toMatch(/undefined|NaN|\[object|approval\.[a-z]|  | [.,]/);
        expect(sentence.trim()).not.toBe('');
      }
    }
  });

  test('two screens never read the same', () => {
    const read = [...SAMPLE_SCREENS].map(([, { title, lead, notice }]) =>
      [title, ...lead, ...(notice ? [notice.text] : [])].map(words.tell).join('|'),
    );
    const names = [...SAMPLE_SCREENS.keys()];
    const twice = names.filter((__, index) => read.indexOf(read[index] ?? '') !== index);
    // A button that turns is seen and not read; how sure a name is stands among the facts; and one cause has one text.
    expect(twice).toEqual([
      'invitation-unverified',
      'invitation-verified',
      'invitation-leaving',
      'invitation-coded-name',
      'role-too-small',
    ]);
  });
});

test('the receipt says of a look as of the proof when it was, whole: it is read in a ticket, on another day and elsewhere', () => {
  const { receipt } = sampleScreen('confirmed');
  if (!receipt) throw new Error('The screen has no receipt');
  // Four minutes ago: beside the other times of the page that is `10:38`.
  const lookedAtMs = SAMPLE_NOW_MS - 4 * 60_000;
  for (const [, words] of LANGUAGES) {
    expect(words.receipt({ ...receipt, lookedAtMs })).toContain(`(${words.stamp(lookedAtMs)})`);
  }
});

test('the receipt as text holds all that the card holds, in words, with the time and its zone (U23)', () => {
  const { receipt } = sampleScreen('confirmed');
  if (!receipt) throw new Error('The screen has no receipt');
  const text = LANGUAGES[0][1].receipt(receipt);
  expect(text.split('\n').slice(0, 9)).toEqual([
    'ExtendSync: Receipt',
    '',
    'Organisation: Contoso',
    `Tenant ID: ${CONTOSO}`,
    'Application: ExtendSync',
    'Publisher: ExtendSync',
    'Application ID: 11111111-2222-4333-8444-555555555555',
    'Confirmed: 24 November 2026 at 10:42:00 UTC',
    'How it was checked: Microsoft told our service what is granted to the whole organisation',
  ]);
  expect(text.match(/^- /gm)).toHaveLength(PERMISSION_SET.length);
  expect(text).toContain('- Directory.Read.All (By itself, without anybody signed in)');
});

test('what a permission is for is said as the pane says it', () => {
  const [, words] = LANGUAGES[0];
  const later = createLaterWords({ language: 'en', catalogue: laterEn }, words.pane);
  for (const permission of PERMISSION_SET) {
    const id = permissionId(permission);
    expect(words.tell(reasonOf(id))).toBe(later.say(reasonOf(id)));
  }
});

test('that no mail is sent is said only while sending is not among the permissions', () => {
  const keys = (model: ApprovalScreenModel): readonly string[] =>
    (model.sections ?? []).flatMap(({ lines }) => lines.map(({ key }) => key));
  expect(keys(sampleScreen('invitation'))).toContain('approval.not-done.no-sending');
});

test('the publisher is the manifest’s', () => {
  const manifest = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
  expect(/<ProviderName>([^<]+)<\/ProviderName>/.exec(manifest)?.[1]).toBe(PUBLISHER);
});

test('a language is loaded by the browser’s locale, and English takes the place of those that are not there', async () => {
  const english = { catalogue: en, approvalCatalogue: approvalEn };
  expect((await loadApprovalCatalogues('de-CH', english)).approvalCatalogue).toBe(approvalDe);
  expect((await loadApprovalCatalogues('nb-NO', english)).approvalCatalogue).toBe(approvalEn);
  expect(await loadApprovalCatalogues('???', english)).toEqual({ language: 'en', ...english });
});

test('the shell’s words are those of the screen that takes its place', () => {
  const html = readFileSync(path.join(ROOT, 'src/pages/approval/approval.html'), 'utf8');
  const [[, english], [, german]] = LANGUAGES;
  const opening = sampleScreen('opening');
  expect(html).toContain(english.tell(opening.title));
  for (const message of opening.lead) expect(html.replaceAll(/\s+/g, ' ')).toContain(english.tell(message));
  expect(approvalShellWordsFor('en-US')).toBeUndefined();
  expect(approvalShellWordsFor('de-AT')).toMatchObject({
    language: 'de',
    title: german.tell(opening.title),
    lead: opening.lead.map(german.tell)[0],
  });
});
