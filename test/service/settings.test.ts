import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { CLOUDS } from '../../src/core/cloud';
import { withEnvFile, withEnvFileThere } from '../../src/service/env-file';
import { readSettings } from '../../src/service/settings';
import { SettingsError } from '../../src/service/settings-error';

const ENOUGH = {
  PUBLIC_ORIGIN: 'https://consent.example.com',
  CLIENT_ID: 'E57E4D57-4C00-4A11-9A00-000000000001',
  CLIENT_SECRET: 'secret',
};
const problemsOf = (
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return {};
};

test('three settings are enough', () => {
  expect(readSettings(ENOUGH)).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    port: 3000,
    host: '127.0.0.1',
    publicOrigin: 'https://consent.example.com',
    clientId: 'e57e4d57-4c00-4a11-9a00-000000000001',
    credential: { kind: 'secret', secret: 'secret' },
    cloud: CLOUDS.global,
    hostOrigins: [
      'https://outlook.office.com',
      'https://outlook.office365.com',
      'https://outlook.cloud.microsoft',
    ],
    dataDir: '.data',
    checkEveryMs: 24 * 60 * 60_000,
    historyKeptMs: 730 * 24 * 60 * 60_000,
    trustProxy: false,
    logLevel: 'info',
    paneDir: 'dist/pane',
  });
});

test('a start without settings names everything that is missing, in one go', () => {
  expect(Object.keys(problemsOf({})).toSorted()).toEqual(['CLIENT_ID', 'CLIENT_SECRET', 'PUBLIC_ORIGIN']);
  expect(() => readSettings({})).toThrow(/PUBLIC_ORIGIN: is missing/);
});

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['METRICS_PORT', 'yes'],
  ['CHECK_EVERY_HOURS', '0'],
  ['CHECK_EVERY_HOURS', 'daily'],
  ['HISTORY_DAYS', '-1'],
  ['HISTORY_DAYS', '36500'],
  ['PUBLIC_ORIGIN', 'http://consent.example.com'],
  ['PUBLIC_ORIGIN', 'https://consent.example.com/pane'],
  ['PUBLIC_ORIGIN', 'https://user:password@consent.example.com'],
  ['PUBLIC_ORIGIN', 'consent.example.com'],
  ['CLIENT_ID', 'extendsync'],
  ['CLIENT_ID', '00000000-0000-0000-0000-000000000000'],
  ['CLOUD', 'moon'],
  ['LOGIN_ORIGIN', 'https://login.example.com'],
  ['GRAPH_ORIGIN', 'https://graph.example.com'],
  ['OFFICE_JS_URL', 'office.js'],
  ['HOST_ORIGINS', 'https://outlook.office.com, http://outlook.example'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['TRUST_PROXY', 'perhaps!'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', '10.0.0.1, cafe'],
  ['LOG_LEVEL', 'loud'],
  ['SUPPORT_ADDRESS', 'help@example.com?bcc=mia@contoso.example'],
  ['STATE_KEY', 'short'],
  ['WEBHOOK_URLS', 'http://hooks.example.com/in'],
  ['WEBHOOK_URLS', 'https://hooks.example.com, hooks.example.net'],
  ['WEBHOOK_URLS', 'https://user:password@hooks.example.com'],
  ['WEBHOOK_SECRET', 'a-secret-without-its-mark-in-front-of-it'],
  ['WEBHOOK_SECRET', `whsec_${Buffer.from('too short').toString('base64')}`],
  ['TLS_CERT_FILE', '/no/such/file'],
])('%s=%s is named', (name, value) => {
  expect(Object.keys(problemsOf({ ...ENOUGH, [name]: value }))).toContain(name);
});

test('secrets are not repeated in the message', () => {
  const environment = {
    ...ENOUGH,
    CLIENT_ID: 'x',
    STATE_KEY: 'too-short-secret',
    DATABASE_URL: 'mysql://u:hidden@h/d',
    WEBHOOK_SECRET: 'whsec_hidden',
  };
  expect(() => readSettings(environment)).toThrow(SettingsError);
  const message = Object.values(problemsOf(environment)).join(' ');
  expect(message).not.toMatch(/too-short-secret|hidden/);
});

test('webhooks need their addresses and their secret, both or none', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const urls = 'https://hooks.example.com/in?key=a, https://hooks.example.net/';
  expect(problemsOf({ ...ENOUGH, WEBHOOK_URLS: urls })).toEqual({
    WEBHOOK_SECRET: 'is missing: WEBHOOK_URLS and WEBHOOK_SECRET belong together',
  });
  expect(problemsOf({ ...ENOUGH, WEBHOOK_SECRET: secret })).toEqual({
    WEBHOOK_URLS: 'is missing: WEBHOOK_URLS and WEBHOOK_SECRET belong together',
  });
  expect(readSettings({ ...ENOUGH, WEBHOOK_URLS: urls, WEBHOOK_SECRET: secret }).webhooks).toEqual({
    urls: ['https://hooks.example.com/in?key=a', 'https://hooks.example.net/'],
    secret,
  });
});

test('a variable that is set to nothing counts as left out', () => {
  expect(problemsOf({ ...ENOUGH, CLIENT_ID: '', PORT: '' })).toHaveProperty('CLIENT_ID');
  expect(readSettings({ ...ENOUGH, PORT: '' }).port).toBe(3000);
});

test("a cloud of one's own needs both origins", () => {
  expect(Object.keys(problemsOf({ ...ENOUGH, CLOUD: 'custom' }))).toEqual(['LOGIN_ORIGIN', 'GRAPH_ORIGIN']);
  const settings = readSettings({
    ...ENOUGH,
    CLOUD: 'custom',
    LOGIN_ORIGIN: 'https://localhost:1234/',
    GRAPH_ORIGIN: 'https://localhost:1235',
    HOST_ORIGINS: 'https://localhost:1236, https://outlook.example',
  });
  expect(settings.cloud).toMatchObject({
    loginOrigin: 'https://localhost:1234',
    graphOrigin: 'https://localhost:1235',
  });
  expect(settings.hostOrigins).toEqual(['https://localhost:1236', 'https://outlook.example']);
});

test('13.4: Outlook’s broker is switched off for a Microsoft of one’s own alone', () => {
  const own = {
    ...ENOUGH,
    CLOUD: 'custom',
    LOGIN_ORIGIN: 'https://localhost:1234',
    GRAPH_ORIGIN: 'https://localhost:1235',
  };
  expect(readSettings({ ...own, NESTED_APP_AUTH: 'off' }).nestedAppAuth).toBe('off');
  expect(readSettings({ ...own, NESTED_APP_AUTH: 'on' }).nestedAppAuth).toBeUndefined();
  expect(problemsOf({ ...ENOUGH, NESTED_APP_AUTH: 'off' })).toEqual({
    NESTED_APP_AUTH: 'off belongs to CLOUD=custom only',
  });
  expect(Object.keys(problemsOf({ ...own, NESTED_APP_AUTH: 'never' }))).toEqual(['NESTED_APP_AUTH']);
});

test.each([
  ['usgov', ['https://outlook.office365.us']],
  ['usgov-dod', ['https://outlook-dod.office365.us', 'https://webmail.apps.mil']],
  ['china', ['https://partner.outlook.cn']],
])('in the cloud %s, Outlook’s own hosts there may show the pane, and no other', (CLOUD, origins) => {
  expect(readSettings({ ...ENOUGH, CLOUD }).hostOrigins).toEqual(origins);
});

test.each([
  ['false', false],
  ['1', 1],
  ['loopback, uniquelocal', ['loopback', 'uniquelocal']],
  ['10.0.0.1, fc00::/7', ['10.0.0.1', 'fc00::/7']],
])('TRUST_PROXY=%s', (text, trust) => {
  expect(readSettings({ ...ENOUGH, TRUST_PROXY: text }).trustProxy).toEqual(trust);
});

test.each(['true', '0.0.0.0/0', '::/0', '10.0.0.1, 0.0.0.0/00'])(
  'S18, A7: TRUST_PROXY=%s, which means everybody, is refused, with the reason',
  (text) => {
    expect(problemsOf({ ...ENOUGH, TRUST_PROXY: text })).toEqual({
      TRUST_PROXY: expect.stringMatching(/let every client choose its address/) as string,
    });
  },
);

test('A12: a METRICS_PORT that is PORT is told before anything listens', () => {
  expect(problemsOf({ ...ENOUGH, METRICS_PORT: '3000' })).toEqual({
    METRICS_PORT: expect.stringMatching(/^is the service’s own PORT/) as string,
  });
  expect(readSettings({ ...ENOUGH, PORT: '0', METRICS_PORT: '0' }).metricsPort).toBe(0);
});

describe('a certificate in place of the secret', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-settings-'));
  const certificate = path.join(folder, 'app.crt');
  const key = path.join(folder, 'app.key');
  const others = path.join(folder, 'others.key');
  let pair: { readonly cert: string; readonly private: string };
  beforeAll(async () => {
    const make = () =>
      generate([{ name: 'commonName', value: 'consent.example' }], { keyType: 'ec', curve: 'P-256' });
    pair = await make();
    writeFileSync(certificate, pair.cert);
    writeFileSync(key, pair.private);
    writeFileSync(others, (await make()).private);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const { CLIENT_SECRET: _secret, ...without } = ENOUGH;

  test('is read from its files', () => {
    const settings = readSettings({ ...without, CLIENT_CERTIFICATE_FILE: certificate, CLIENT_KEY_FILE: key });
    expect(settings.credential).toEqual({
      kind: 'certificate',
      certificate: pair.cert,
      privateKey: pair.private,
    });
  });

  test.each([
    ['CLIENT_CERTIFICATE_FILE', 'CLIENT_KEY_FILE'],
    ['TLS_CERT_FILE', 'TLS_KEY_FILE'],
  ])('13.3: %s and %s are a pair, and whoever mixes up files is told which one is wrong', (first, second) => {
    const enough = first === 'TLS_CERT_FILE' ? ENOUGH : without;
    const told = (one: string, other: string) => problemsOf({ ...enough, [first]: one, [second]: other });
    expect(() => readSettings({ ...enough, [first]: certificate, [second]: key })).not.toThrow();
    expect(told(certificate, others)).toEqual({ [second]: 'is not the key of this certificate' });
    expect(told(key, certificate)).toEqual({
      [first]: expect.stringMatching(/^holds no certificate/) as string,
      [second]: expect.stringMatching(/^holds no private key/) as string,
    });
    const empty = path.join(folder, 'empty.pem');
    writeFileSync(empty, '');
    expect(Object.keys(told(certificate, empty))).toEqual([second]);
  });

  test('its two files belong together, and it excludes the secret', () => {
    expect(problemsOf({ ...without, CLIENT_CERTIFICATE_FILE: certificate })).toHaveProperty(
      'CLIENT_KEY_FILE',
    );
    expect(
      problemsOf({ ...ENOUGH, CLIENT_CERTIFICATE_FILE: certificate, CLIENT_KEY_FILE: key }),
    ).toHaveProperty('CLIENT_SECRET');
  });
});

describe('settings from a file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-env-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a .env file gives what the environment does not, and the environment has the last word', () => {
    const file = path.join(folder, '.env');
    writeFileSync(
      file,
      '# written by hand\nPUBLIC_ORIGIN=https://file.example\nCLIENT_SECRET="with # and spaces"\n',
    );
    const { publicOrigin, credential } = readSettings(
      withEnvFile(
        { CLIENT_ID: ENOUGH.CLIENT_ID, PUBLIC_ORIGIN: 'https://process.example', CLIENT_SECRET: '' },
        folder,
      ),
    );
    expect(publicOrigin).toBe('https://process.example');
    expect(credential).toEqual({ kind: 'secret', secret: 'with # and spaces' });
  });

  test('without the file nothing changes, and one that cannot be read is not passed over', () => {
    expect(withEnvFile(ENOUGH, path.join(folder, 'nowhere'))).toEqual(ENOUGH);
    expect(() => withEnvFile({ ...ENOUGH, ENV_FILE: folder })).toThrow(/EISDIR/);
    expect(withEnvFile({ ...ENOUGH, ENV_FILE: '' })).toEqual({ ...ENOUGH, ENV_FILE: '' });
  });

  test('13.3: a file that was written on Windows loses none of its settings', () => {
    const file = path.join(folder, 'windows.env');
    writeFileSync(file, '\uFEFFPUBLIC_ORIGIN=https://file.example\r\nCLIENT_SECRET=secret\r\n');
    expect(withEnvFile({ ENV_FILE: file })).toMatchObject({
      PUBLIC_ORIGIN: 'https://file.example',
      CLIENT_SECRET: 'secret',
    });
  });

  test('13.3: the service and the doctor name a file that ENV_FILE names in vain', () => {
    const nowhere = path.join(folder, 'nowhere.env');
    expect(() => withEnvFileThere({ ...ENOUGH, ENV_FILE: nowhere })).toThrow(
      `ENV_FILE: names ${nowhere}, where there is no file`,
    );
    expect(withEnvFileThere({ ...ENOUGH, ENV_FILE: '' })).toMatchObject(ENOUGH);
  });

  test('13.5: ENV_FILE names another file, whichever folder is looked in', () => {
    writeFileSync(path.join(folder, '.env'), 'CLIENT_SECRET=usual\n');
    const named = path.join(folder, 'named.env');
    writeFileSync(named, 'CLIENT_SECRET=named\n');
    expect(withEnvFile({}, folder)['CLIENT_SECRET']).toBe('usual');
    for (const file of [named, 'named.env']) {
      expect(withEnvFile({ ENV_FILE: file }, folder)['CLIENT_SECRET']).toBe('named');
    }
    expect(withEnvFile({ ENV_FILE: '' }, folder)).toEqual({ ENV_FILE: '' });
  });

  test('a setting of the build is checked with the others', () => {
    expect(problemsOf({ ...ENOUGH, PANE_ORIGIN: 'http://pane.example' })).toEqual({
      PANE_ORIGIN: 'must be an https origin, as https://consent.example.com',
    });
  });
});
