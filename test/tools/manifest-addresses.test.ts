import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readManifestTree, allOf, only } from '../checks/manifest-tree';
import { addressesFrom, rewriteManifest } from './manifest-addresses';

const ROOT = path.resolve(__dirname, '../..');
const XML = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');

test('an installation gets its own addresses everywhere and nothing else changes', () => {
  const addresses = addressesFrom(
    {
      PANE_ORIGIN: 'https://addin.contoso.example',
      CLOUD: 'usgov',
      SUPPORT_URL: 'https://contoso.example/help?a=1&b=2',
    },
    '2.3.4',
  );
  const rewritten = rewriteManifest(XML, addresses);
  const app = readManifestTree(rewritten);
  expect(only(app, 'Version').text).toBe('2.3.4.0');
  expect(only(app, 'AppDomains').children.map(({ text }) => text)).toEqual([
    'https://addin.contoso.example',
    'https://login.microsoftonline.us',
  ]);
  expect(rewritten).not.toContain('localhost');
  expect(rewritten).toContain('https://contoso.example/help?a=1&amp;b=2');
  const before = allOf(readManifestTree(XML)).map((one) => one.name);
  expect(allOf(app).map((one) => one.name)).toEqual(before);
});

test('a developer who sets nothing gets the file as it is', () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(rewriteManifest(XML, addressesFrom({}, version))).toBe(XML);
});

test('a second installation gets an id of its own, and a changed manifest of one version a revision', () => {
  const settings = { PUBLIC_ORIGIN: 'https://test.example' };
  const app = (more: Readonly<Record<string, string>>) =>
    readManifestTree(rewriteManifest(XML, addressesFrom({ ...settings, ...more }, '2.3.4')));
  const id = '0F2C7D3A-1111-4222-8333-444444444444';
  const own = app({ MANIFEST_ID: id, MANIFEST_REVISION: '7' });
  expect(only(own, 'Id').text).toBe(id.toLowerCase());
  expect(only(own, 'Version').text).toBe('2.3.4.7');
  // Those that are deployed keep theirs.
  expect(only(app({}), 'Id').text).toBe(only(readManifestTree(XML), 'Id').text);
  expect(only(app({}), 'Version').text).toBe('2.3.4.0');
});

test('the address of the service is the address of the pane, unless the pane has one of its own', () => {
  expect(addressesFrom({ PUBLIC_ORIGIN: 'https://a.example' }, '1').paneOrigin).toBe('https://a.example');
  expect(
    addressesFrom({ PUBLIC_ORIGIN: 'https://a.example', PANE_ORIGIN: 'https://b.example' }, '1').paneOrigin,
  ).toBe('https://b.example');
});

test('nothing of a developer’s machine is shipped to an installation', () => {
  const written = rewriteManifest(XML, addressesFrom({ PUBLIC_ORIGIN: 'https://a.example' }, '1'));
  // An administrator may read the file before it is uploaded: its first lines are about the repository's own.
  expect(written).not.toMatch(/localhost|extendsync\.example|developer/);
  expect(written).toContain('"https://a.example/grant.html"');
});

test.each([
  [{ PANE_ORIGIN: 'http://addin.example' }, 'PANE_ORIGIN'],
  [{ PANE_ORIGIN: 'https://addin.example/path' }, 'PANE_ORIGIN'],
  [{ PUBLIC_ORIGIN: 'addin' }, 'PUBLIC_ORIGIN'],
  [{ LOGIN_ORIGIN: 'https://login.example/common' }, 'LOGIN_ORIGIN'],
  [{ CLOUD: 'mars' }, 'CLOUD'],
  [{ CLOUD: 'custom' }, 'CLOUD'],
  [{ SUPPORT_URL: 'javascript:alert(1)' }, 'SUPPORT_URL'],
  [{ MANIFEST_ID: 'mine' }, 'MANIFEST_ID'],
  [{ MANIFEST_REVISION: '65536' }, 'MANIFEST_REVISION'],
  [{ MANIFEST_REVISION: '1.2' }, 'MANIFEST_REVISION'],
])('%j is turned down by name', (settings, name) => {
  expect(() => addressesFrom(settings, '1.0.0')).toThrow(name);
});

test.each(['1.0.0-beta.1', '0.1.0', '0.9', '0'])(
  'the version %s, which no manifest may have, is turned down',
  (version) => {
    expect(() => addressesFrom({}, version)).toThrow(version);
  },
);

test('a manifest without a place for an address is an error, not a silence', () => {
  expect(() => rewriteManifest(XML.replaceAll('https://localhost:3000', ''), addressesFrom({}, '1'))).toThrow(
    'no place',
  );
});

describe('13.5: the build takes its settings from the file that ENV_FILE names', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-manifest-'));
  const envFile = path.join(folder, 'production.env');
  writeFileSync(envFile, 'PUBLIC_ORIGIN=https://production.example\n');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const build = (file: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'test/tools/write-manifest.ts', folder], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', ENV_FILE: file },
      encoding: 'utf8',
    });

  test('and puts them into the manifest', () => {
    expect(build(envFile).status).toBe(0);
    const written = readFileSync(path.join(folder, 'manifest.xml'), 'utf8');
    expect(written).toContain('"https://production.example/taskpane.html"');
  });

  test('and makes no manifest for another installation where there is none', () => {
    const { status, stderr } = build(path.join(folder, 'prodution.env'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/ENV_FILE: names \S+prodution\.env, where there is no file/);
  });
});
