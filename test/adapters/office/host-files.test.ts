import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hostFilesAhead } from '../../../src/adapters/office/host-files';

/*
 * 15.3: which files office.js will ask for after itself, the host has said before any script runs.
 */

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const PACKAGE = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const LOCALES = ['ar-SA', 'de-DE', 'en-US', 'es-ES', 'fr-FR', 'ja-JP', 'pt-BR'];

interface Told {
  readonly query?: string;
  readonly name?: string;
  readonly before?: string;
}

const ahead = ({ query = '', name = '', before }: Told): readonly string[] =>
  hostFilesAhead(
    {
      location: { search: query },
      name,
      sessionStorage: { getItem: (key: string) => (key === 'hostInfoValue' ? (before ?? null) : null) },
    } as unknown as Window,
    `${CDN}office.js`,
  ).map(({ href }) => href.replace(CDN, ''));

const hostInfo = (locale: string): string => `Outlook$Web$16.01$${locale}$telemetry$$$16`;
const IN_ENGLISH = ['outlook-web-16.01.js', 'en-us/office_strings.js', 'en-us/outlook_strings.js'];

test('15.3: they are told by the address, by the name of the frame, or by the page before in it', () => {
  expect(ahead({ query: `?x=1&_host_Info=${hostInfo('en-US')}` })).toEqual(IN_ENGLISH);
  expect(ahead({ query: `?_host_Info=${encodeURIComponent(hostInfo('en-US'))}` })).toEqual(IN_ENGLISH);
  expect(ahead({ name: JSON.stringify({ hostInfo: hostInfo('en-US') }) })).toEqual(IN_ENGLISH);
  expect(ahead({ before: hostInfo('en-US').replaceAll('$', '|') })).toEqual(IN_ENGLISH);
});

test.each(LOCALES)('15.3: office.js has every file that is fetched ahead in "%s"', (locale) => {
  const files = ahead({ name: JSON.stringify({ hostInfo: hostInfo(locale) }) });
  expect(files).toHaveLength(3);
  expect(files.filter((file) => !existsSync(path.join(PACKAGE, file)))).toEqual([]);
});

test('15.3: a later version of the host still gets the part that office.js caps it to', () => {
  expect(ahead({ name: '{"hostInfo":"Outlook$Web$16.02$en-US"}' })).toEqual(IN_ENGLISH);
  const map = /HostSpecificFileVersionMap = (\{[^;]*\});/.exec(
    readFileSync(path.join(PACKAGE, 'office.debug.js'), 'utf8'),
  )?.[1];
  expect((JSON.parse(map ?? '{}') as Record<string, object>)['outlook']).toMatchObject({ web: '16.01' });
});

test('15.3: words in a language that is not the pane’s are left to office.js', () => {
  expect(ahead({ name: '{"hostInfo":"Outlook$Web$16.01$nb-NO"}' })).toEqual(['outlook-web-16.01.js']);
});

test.each([
  { why: 'another host', told: { name: '{"hostInfo":"Word$Web$16.01$en-US"}' } },
  { why: 'Outlook on a computer', told: { name: '{"hostInfo":"Outlook$Win32$16.02$en-US"}' } },
  { why: 'no host', told: {} },
  { why: 'a name that is no JSON', told: { name: 'pane' } },
  { why: 'a name that says something else', told: { name: 'null' } },
  { why: 'a host’s word that is no text', told: { name: '{"hostInfo":5}' } },
  {
    why: 'an address with a path in the place of a locale',
    told: { query: '?_host_Info=Outlook$Web$16.01$../..$' },
  },
] satisfies readonly { readonly why: string; readonly told: Told }[])(
  '15.3: nothing is fetched ahead for $why',
  ({ told }) => expect(ahead(told)).toEqual([]),
);

test('15.3: a frame that may keep nothing has no page before', () => {
  const window = {
    location: { search: '' },
    name: '',
    get sessionStorage(): Storage {
      throw new DOMException('denied', 'SecurityError');
    },
  } as unknown as Window;
  expect(hostFilesAhead(window, `${CDN}office.js`)).toEqual([]);
});
