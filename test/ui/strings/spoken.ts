import { approverRolesFor } from '../../../src/core/permissions';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { Catalogue } from '../../../src/ui/strings/catalogue';
import { en } from '../../../src/ui/strings/en';
import type { Format } from '../../../src/ui/strings/format';
import type { ApprovalCatalogue } from '../../../src/ui/strings/approval/catalogue';
import { approvalEn } from '../../../src/ui/strings/approval/en';
import { loadApprovalCatalogues } from '../../../src/ui/strings/approval/words';
import type { Language } from '../../../src/ui/strings/language';
import type { LaterCatalogue } from '../../../src/ui/strings/later/later-messages';

/*
 * Everything that a language says, wherever it is said, under one kind of name: `pane:`, `label:`, `approval:`,
 * `approval-label:`, `later:`, and the letters' parts. So a test of words looks at all of them.
 */

export const SPOKEN_AT_MS = Date.UTC(2026, 10, 24, 10, 42);

/** A value for everything that any sentence asks for. `count` stands for all the numbers that people are counted in. */
export const valuesWith = (count: number) => ({
  organisation: 'Contoso',
  mailDomain: 'contoso.example',
  domain: 'contoso.example',
  accountDomain: 'fabrikam.example',
  requesterName: 'Mia Berger',
  withWhom: 'Ada Lind',
  tenant: 'fabrikam.example',
  group: 'Autopilot pilots',
  code: 'AADSTS65001',
  correlationId: 'b2f0d1de-1f0b-4b52-8a0b-0d4ad0a4a8f1',
  clientId: '1b0e7f6c-3c44-4a57-9f2d-0f2f7f1f8a11',
  fileName: 'extendsync-2026-11-24.json',
  paneVersion: '1.4.0',
  link: 'https://extendsync.example/1',
  workAlone: true,
  scopes: ['Mail.ReadWrite', 'Calendars.ReadWrite'],
  // Exchange's names.
  exchangeRoles: ['Application Mail.ReadWrite', 'Application Calendars.ReadWrite'],
  roles: approverRolesFor(PERMISSION_SET),
  atMs: SPOKEN_AT_MS - 2 * 60 * 60_000,
  time: '2026-11-24, 08:42:00 (+00:00)',
  returnedAtMs: SPOKEN_AT_MS - 3 * 60_000,
  untilMs: SPOKEN_AT_MS + 25_000,
  fromMinutes: 30,
  toMinutes: 120,
  missing: count,
  count,
  granted: count,
  failed: count,
  straightToMicrosoft: false,
  kind: 'delegated' as const,
  required: false,
});
export type SpokenValues = ReturnType<typeof valuesWith>;

/** The same where nothing is known: no name, no domain, no time. */
export const valuesWithoutNames = (): SpokenValues => {
  const {
    organisation: _1,
    mailDomain: _2,
    accountDomain: _3,
    requesterName: _4,
    withWhom: _5,
    returnedAtMs: _6,
    untilMs,
    paneVersion: _7,
    ...rest
  } = valuesWith(12);
  // `untilMs` can be missing in one message only, and is needed by others.
  return { ...rest, untilMs } as SpokenValues;
};

export type Spoken = ReadonlyMap<string, (values: SpokenValues, format: Format) => string>;

interface Catalogues {
  readonly pane: Catalogue;
  readonly approval: ApprovalCatalogue;
  readonly later: LaterCatalogue;
}

/** All catalogues of a language, by the ways in which the product loads them. */
export async function cataloguesOf(language: Language): Promise<Catalogues> {
  const { catalogue, approvalCatalogue } = await loadApprovalCatalogues(language, {
    catalogue: en,
    approvalCatalogue: approvalEn,
  });
  return { pane: catalogue, approval: approvalCatalogue, later: await LATER[language]() };
}

const LATER: Readonly<Record<Language, () => Promise<LaterCatalogue>>> = {
  en: async () => (await import('../../../src/ui/strings/later/en')).laterEn,
  de: async () => (await import('../../../src/ui/strings/later/de')).laterDe,
  es: async () => (await import('../../../src/ui/strings/later/es')).laterEs,
  fr: async () => (await import('../../../src/ui/strings/later/fr')).laterFr,
  ja: async () => (await import('../../../src/ui/strings/later/ja')).laterJa,
  'pt-BR': async () => (await import('../../../src/ui/strings/later/pt-br')).laterPtBR,
  ar: async () => (await import('../../../src/ui/strings/later/ar')).laterAr,
};

/** Every sentence of a language. */
export async function spokenIn(language: Language): Promise<Spoken> {
  const { pane, approval, later } = await cataloguesOf(language);
  type Say = (values: SpokenValues, format: Format) => string;
  const named = (prefix: string, sentences: object): readonly (readonly [string, Say])[] =>
    Object.entries(sentences as Record<string, Say>).map(([key, say]) => [`${prefix}:${key}`, say]);
  const letter = (prefix: string, make: (format: Format) => object): readonly (readonly [string, Say])[] =>
    Object.keys(make(NO_FORMAT)).map((part) => [
      `${prefix}:${part}`,
      (values, format) => (make(format) as Record<string, (parts: SpokenValues) => string>)[part]!(values),
    ]);
  return new Map<string, Say>([
    ...named('pane', pane.messages),
    ...named('label', pane.labels),
    ...named('approval', approval.messages),
    ...named('approval-label', approval.labels),
    // One message names Exchange's roles, not those of people.
    ...named('later', later.messages).map(([key, say]): readonly [string, Say] => [
      key,
      (values, format) => say({ ...values, roles: values.exchangeRoles } as unknown as SpokenValues, format),
    ]),
    ...letter('request', () => later.request),
    ...letter('support', later.support),
    ...letter('deletion', later.deletion),
    ...letter('admin', () => later.admin),
  ]);
}

/** Only names are read from a letter that is made with it. */
const NO_FORMAT: Format = new Proxy({} as Format, { get: () => () => '' });

/** Says what a sentence puts where, instead of the numbers and times themselves: `[moment]`, `[number 5]`. */
export const tellTaleFormat = (language: Language): Format => {
  const rules = new Intl.PluralRules(language);
  return {
    moment: () => '[moment]',
    day: () => '[day]',
    from: () => '[from]',
    number: (value) => `[number ${String(value)}]`,
    list: (items) => items.join(' + '),
    choice: (items) => `[choice of ${String(items.length)}]`,
    named: (name, value = '') => `${name}[colon] ${value}`,
    plural: (value, forms) => forms[rules.select(value)] ?? forms.other,
  };
};
