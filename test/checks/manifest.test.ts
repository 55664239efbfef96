import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { convert } from 'office-addin-manifest-converter';
import { type Element, allOf, only, readManifestTree } from './manifest-tree';

const ROOT = path.resolve(__dirname, '../..');
const FILE = path.join(ROOT, 'manifest.xml');
/**
 * Outlook takes an override for its own language and region alone, and English for every other region
 * (https://github.com/OfficeDev/office-js/issues/6799): each of Office's display languages in which the pane speaks one of its own.
 */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-SA'],
  de: ['de-DE'],
  es: ['es-ES', 'es-MX'],
  fr: ['fr-FR', 'fr-CA'],
  ja: ['ja-JP'],
  pt: ['pt-BR', 'pt-PT'],
};
const LOCALES = Object.values(REGIONS).flat().toSorted();

const app = readManifestTree(readFileSync(FILE, 'utf8'));
const oldest = only(app, 'VersionOverrides');
const newest = only(oldest, 'VersionOverrides');
const LEVELS: readonly (readonly [string, Element])[] = [
  ['1.0', { ...oldest, children: oldest.children.filter((child) => child !== newest) }],
  ['1.1', newest],
];

const names = (element: Element): readonly string[] => element.children.map((child) => child.name);
const named = (element: Element, name: string): readonly Element[] =>
  allOf(element).filter((one) => one.name === name);

describe('the manifest, by Microsoft’s own tools', () => {
  test('is read by office-addin-manifest', async () => {
    const info = await OfficeAddinManifest.readManifestFile(FILE);
    expect(info).toMatchObject({
      officeAppType: 'MailApp',
      displayName: 'ExtendSync',
      permissions: 'ReadItem',
      hosts: ['Mailbox'],
      defaultLocale: 'en-US',
      // It reads no more than the first.
      appDomains: ['https://localhost:3000'],
    });
  });

  test('converts to the unified manifest with every place, language and the pin', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'manifest-'));
    // The converter talks of its progress on the console, and of nothing else.
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      await convert(FILE, folder);
      const text = await readFile(path.join(folder, 'manifest.json'), 'utf8');
      const json = JSON.parse(text) as UnifiedManifest;
      expect(text).not.toContain('TRUNCATED');
      expect(json.id).toBe(only(app, 'Id').text);
      expect(json.authorization.permissions.resourceSpecific).toEqual([
        { name: 'MailboxItem.Read.User', type: 'Delegated' },
        // Items of shared mailboxes and folders: what SupportsSharedFolders stands for there.
        { name: 'Mailbox.AccessSharedFolders.User', type: 'Delegated' },
      ]);
      expect((await readdir(folder)).filter((name) => name !== 'manifest.json').toSorted()).toEqual(
        LOCALES.map((locale) => `${locale.toLowerCase()}.json`),
      );
      const [extension] = json.extensions;
      const contexts = new Set(extension?.ribbons.flatMap((ribbon) => ribbon.contexts ?? []));
      for (const context of [
        'mailRead',
        'mailCompose',
        'meetingDetailsOrganizer',
        'meetingDetailsAttendee',
      ]) {
        expect(contexts).toContain(context);
      }
      const actions = extension?.runtimes.flatMap((runtime) => runtime.actions ?? []) ?? [];
      expect(actions.some((action) => action.type === 'openPage' && action.pinnable === true)).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('the manifest, by its structure', () => {
  test('has its elements in the order of the schema', () => {
    expect(names(app)).toEqual([
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'FormSettings',
      'Permissions',
      'Rule',
      'DisableEntityHighlighting',
      'VersionOverrides',
    ]);
    expect(names(oldest)).toEqual(['Requirements', 'Hosts', 'Resources', 'VersionOverrides']);
    expect(names(newest)).toEqual(['Requirements', 'Hosts', 'Resources']);
    for (const [, level] of LEVELS) {
      expect(names(only(level, 'Resources'))).toEqual([
        'bt:Images',
        'bt:Urls',
        'bt:ShortStrings',
        'bt:LongStrings',
      ]);
    }
  });

  test('is an add-in of its own, for mailboxes, with the least permission that shows a profile', () => {
    expect(only(app, 'Id').text).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    // Microsoft's validator turns down what is below 1.0 (https://github.com/OfficeDev/generator-office/issues/590).
    expect(only(app, 'Version').text).toMatch(/^[1-9]\d{0,4}(\.\d{1,5}){3}$/);
    expect(app.attributes['xsi:type']).toBe('MailApp');
    expect(only(app, 'Permissions').text).toBe('ReadItem');
    expect(oldest.attributes['xsi:type']).toBe('VersionOverridesV1_0');
    expect(newest.attributes['xsi:type']).toBe('VersionOverridesV1_1');
  });

  test('lets the pane open its own pages and the sign-in', () => {
    // Outlook on the web and new Outlook open no dialog of localhost that is not listed
    // (https://learn.microsoft.com/en-us/javascript/api/manifest/appdomain, https://github.com/OfficeDev/office-js/issues/3926).
    expect(only(app, 'AppDomains').children.map(({ text }) => text)).toEqual([
      'https://localhost:3000',
      'https://login.microsoftonline.com',
    ]);
  });

  test.each(LEVELS)('shows its button in all four places (%s)', (version, level) => {
    const desktop = only(only(only(level, 'Hosts'), 'Host'), 'DesktopFormFactor');
    const places = desktop.children.filter((child) => child.name === 'ExtensionPoint');
    expect(places.map((place) => place.attributes['xsi:type'])).toEqual([
      'MessageReadCommandSurface',
      'MessageComposeCommandSurface',
      'AppointmentOrganizerCommandSurface',
      'AppointmentAttendeeCommandSurface',
    ]);
    for (const place of places) {
      const [action, ...more] = named(place, 'Action');
      expect(more).toEqual([]);
      expect(action?.attributes['xsi:type']).toBe('ShowTaskpane');
      // Outlook pins panes beside messages only, and knows pinning since 1.1.
      const pinned = version === '1.1' && (place.attributes['xsi:type'] ?? '').startsWith('Message');
      expect(named(place, 'SupportsPinning').map((one) => one.text)).toEqual(pinned ? ['true'] : []);
      expect(named(place, 'bt:Image').map((image) => image.attributes['size'])).toEqual(['16', '32', '80']);
    }
    const ids = [...named(desktop, 'Group'), ...named(desktop, 'Control')].map((one) => one.attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is there in shared mailboxes and folders too, which Outlook knows since 1.1', () => {
    for (const [version, level] of LEVELS) {
      const desktop = only(only(only(level, 'Hosts'), 'Host'), 'DesktopFormFactor');
      const shared = desktop.children.filter((child) => child.name === 'SupportsSharedFolders');
      expect(shared.map((one) => one.text)).toEqual(version === '1.1' ? ['true'] : []);
      // The schema wants it before everything else
      // (https://learn.microsoft.com/en-us/javascript/api/manifest/supportssharedfolders).
      if (shared.length > 0) expect(desktop.children[0]).toBe(shared[0]);
    }
  });

  test.each(LEVELS)(
    'names only resources that it has, and has none that it does not name (%s)',
    (_version, level) => {
      const resources = allOf(only(level, 'Resources')).flatMap((one) => one.attributes['id'] ?? []);
      const uses = allOf(only(level, 'Hosts')).flatMap((one) => one.attributes['resid'] ?? []);
      expect(new Set(uses)).toEqual(new Set(resources));
      expect(new Set(resources).size).toBe(resources.length);
      for (const id of resources) expect(id.length).toBeLessThanOrEqual(32);
    },
  );

  test.each(LEVELS)(
    'speaks every language, within the lengths that Office allows (%s)',
    (_version, level) => {
      const resources = only(level, 'Resources');
      const texts = [
        ...only(resources, 'bt:ShortStrings').children.map((one) => [one, 125] as const),
        ...only(resources, 'bt:LongStrings').children.map((one) => [one, 250] as const),
        [only(app, 'DisplayName'), 125] as const,
        [only(app, 'Description'), 80] as const,
      ];
      for (const [element, longest] of texts) {
        const all = [
          element.attributes['DefaultValue'] ?? '',
          ...element.children.map((one) => one.attributes['Value'] ?? ''),
        ];
        for (const text of all) {
          expect(text).not.toBe('');
          expect(text.length).toBeLessThanOrEqual(longest);
        }
        // The name of the product is the same everywhere; every sentence is translated.
        const isName = element.attributes['DefaultValue'] === 'ExtendSync';
        expect(element.children.map((one) => one.attributes['Locale'] ?? '').toSorted()).toEqual(
          isName ? [] : LOCALES,
        );
        if (isName) continue;
        const inLocale = new Map(
          element.children.map((one) => [one.attributes['Locale'], one.attributes['Value']]),
        );
        const sentences = Object.values(REGIONS).map((locales) => {
          const [sentence, ...others] = new Set(locales.map((locale) => inLocale.get(locale)));
          expect(others).toEqual([]);
          return sentence;
        });
        expect(new Set([all[0], ...sentences]).size).toBe(sentences.length + 1);
      }
    },
  );

  test('has https addresses of pages and icons that are there, in the sizes that they claim', () => {
    const addresses = allOf(app)
      .flatMap((one) => one.attributes['DefaultValue'] ?? [])
      .filter((value) => value.includes('://'))
      .map((value) => new URL(value));
    expect(addresses.map((url) => url.protocol)).toEqual(addresses.map(() => 'https:'));

    const own = addresses.filter((url) => url.origin === 'https://localhost:3000').map((url) => url.pathname);
    const icons = own.flatMap((name) => /^\/assets\/icon-(\d+)\.png$/.exec(name)?.[1] ?? []);
    const pages = own.flatMap((name) => /^\/([a-z]+)\.html$/.exec(name)?.[1] ?? []);
    expect(icons.length + pages.length).toBe(own.length);
    expect(icons.map((size) => pngSize(path.join(ROOT, `assets/icon-${size}.png`)))).toEqual(
      icons.map((size) => [Number(size), Number(size)]),
    );
    expect(new Set(pages)).toEqual(new Set(['taskpane', 'commands']));
    expect(pages.filter((page) => !existsSync(path.join(ROOT, `src/pages/${page}/${page}.html`)))).toEqual(
      [],
    );
    expect(only(app, 'IconUrl').attributes['DefaultValue']).toContain('icon-64.png');
    expect(only(app, 'HighResolutionIconUrl').attributes['DefaultValue']).toContain('icon-128.png');
  });

  test('gives every icon the resource of its size', () => {
    for (const image of named(app, 'bt:Image').filter((one) => one.attributes['resid'] !== undefined)) {
      const pixels = Number(image.attributes['size']) * Number(image.attributes['scale'] ?? '1');
      expect(image.attributes['resid']).toBe(`icon${String(pixels)}`);
    }
    for (const image of named(app, 'bt:Image').filter((one) => one.attributes['id'] !== undefined)) {
      expect(image.attributes['DefaultValue']).toMatch(
        new RegExp(`/icon-${(image.attributes['id'] ?? '').replace('icon', '')}\\.png$`),
      );
    }
  });
});

interface UnifiedManifest {
  readonly id: string;
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly unknown[] } };
  readonly extensions: readonly {
    readonly ribbons: readonly { readonly contexts?: readonly string[] }[];
    readonly runtimes: readonly {
      readonly actions?: readonly { readonly type: string; readonly pinnable?: boolean }[];
    }[];
  }[];
}

/** Width and height from the header of a PNG (https://www.w3.org/TR/png-3/#11IHDR). */
function pngSize(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
