import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { examine, exitCodeOf, printed } from '../../../src/service/doctor/doctor';
import { certificateAt } from '../../../src/service/doctor/certificate-at';
import { runDoctor } from '../../../src/service/doctor/command';
import type { DoctorWorld } from '../../../src/service/doctor/examination';
import type { CheckName, Finding } from '../../../src/service/doctor/finding';
import { DatabaseUnavailable, type Database } from '../../../src/service/database/database';
import { migrate } from '../../../src/service/database/migrations';
import { CLOUDS } from '../../../src/core/cloud';
import { parseTenantId } from '../../../src/core/tenant';
import { generate } from 'selfsigned';
import { DEMO } from '../../simulator/entra/demo-seed';
import { openEmbedded } from '../testing/embedded-database';
import { PUBLIC_ORIGIN, startServiceWorld, type ServiceWorld } from '../testing/service-world';
import { sourceHash } from '../testing/source-hash';

const START_LIMIT_MS = 90_000;
const DAY_MS = 24 * 60 * 60_000;
const HOST = 'https://outlook.example';
const CONTOSO = parseTenantId(DEMO.tenants.contoso)!;

let world: ServiceWorld;
let database: Database;
let certificate: X509Certificate;
const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-doctor-'));

beforeAll(async () => {
  [world, database] = await Promise.all([startServiceWorld(), openEmbedded()]);
  await migrate(database);
  certificate = await certificateFor('consent.example');
}, START_LIMIT_MS);
afterAll(async () => {
  await Promise.all([world.stop(), database.close()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  const { entra } = world;
  entra.reset();
  entra.directory.installApplication(DEMO.tenants.extendsync);
  const { registration } = entra.directory;
  entra.directory.register({
    ...registration,
    spa: { redirectUris: ['brk-multihub://consent.example', `${PUBLIC_ORIGIN}/redirect.html`] },
    verifiedPublisher: { displayName: 'ExtendSync Ltd' },
  });
});

const certificateFor = async (name: string): Promise<X509Certificate> =>
  new X509Certificate((await pairFor(name, 90)).cert);

const pairFor = (name: string, days: number): ReturnType<typeof generate> =>
  generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + days * DAY_MS),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  });

/** What stands at the service's own address. */
interface Served {
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: string;
  readonly ready?: Response;
}
const MANIFEST = (origin: string): string =>
  `<AppDomain>${world.entra.origin}</AppDomain> DefaultValue="${origin}/taskpane.html" DefaultValue="${origin}/commands.html"`;

/** An installation where all is well, changed by a test. */
async function findings(
  change: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly served?: Served;
    readonly world?: Partial<DoctorWorld>;
    readonly tenant?: typeof CONTOSO;
  } = {},
): Promise<readonly Finding[]> {
  const {
    headers = {
      'content-security-policy': `script-src 'self' ${sourceHash('begin()')}; frame-ancestors ${HOST}`,
    },
    html = '<html><script>begin()</script></html>',
    ready,
  } = change.served ?? {};
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== PUBLIC_ORIGIN) return world.fetch(input, init);
    if (url.pathname === '/readyz') return Promise.resolve(ready ?? Response.json({ status: 'ready' }));
    return Promise.resolve(new Response(html, { headers }));
  };
  return examine(
    () => ({
      PUBLIC_ORIGIN,
      CLIENT_ID: DEMO.appId,
      CLIENT_SECRET: DEMO.clientSecret,
      HOME_TENANT: DEMO.tenants.extendsync,
      CLOUD: 'custom',
      LOGIN_ORIGIN: world.entra.origin,
      GRAPH_ORIGIN: world.entra.origin,
      HOST_ORIGINS: HOST,
      ...change.environment,
    }),
    {
      clock: world.clock,
      fetch,
      certificateAt: () => Promise.resolve({ certificate, distrust: undefined }),
      openDatabase: () => Promise.resolve({ ...database, close: () => Promise.resolve() }),
      statusHere: () => Promise.resolve(undefined),
      fileText: () => MANIFEST(PUBLIC_ORIGIN),
      exists: () => true,
      mayWrite: () => true,
      ...change.world,
    },
    change.tenant,
  );
}

/** The present, and so much more. */
const clockAt = (offMs: number): DoctorWorld['clock'] => ({
  now: () => Date.now() + offMs,
  after: (ms, task) => world.clock.after(ms, task),
});

type Change = Parameters<typeof findings>[0];
const seenOf = (all: readonly Finding[], check: CheckName): string => {
  const found = all.find((one) => one.check === check);
  return `${found?.result ?? 'not looked at'}: ${found?.says ?? ''} ${(found?.details ?? []).join(' ')}`;
};
const cureOf = (all: readonly Finding[], check: CheckName): string =>
  all.find((one) => one.check === check)?.cure ?? '';
/** The database, where statements with these parts have these answers. */
const answering = (answers: Readonly<Record<string, readonly object[]>>): Database => ({
  ...database,
  query: <Row extends object>(sql: string, values?: readonly unknown[]) => {
    const told = Object.entries(answers).find(([part]) => sql.includes(part))?.[1];
    return told === undefined ? database.query<Row>(sql, values) : Promise.resolve(told as readonly Row[]);
  },
  close: () => Promise.resolve(),
});
const STEPS = 'md5 from';

/** For each check what makes it fail: a check without one does not compile. */
const FAILURES: Readonly<
  Record<CheckName, readonly (readonly [what: string, prepare: () => Change, says: RegExp])[]>
> = {
  settings: [
    ['a setting is wrong', () => ({ environment: { CLIENT_ID: 'x' } }), /failed: .*CLIENT_ID must be a GUID/],
    [
      'the TLS files hold nothing',
      () => {
        const file = path.join(folder, 'not-a-certificate.pem');
        writeFileSync(file, 'nothing');
        return { environment: { TLS_CERT_FILE: file, TLS_KEY_FILE: file } };
      },
      /failed: .*TLS_CERT_FILE holds no certificate in PEM TLS_KEY_FILE holds no private key/,
    ],
  ],
  tls: [
    [
      'nothing answers',
      () => ({ world: { certificateAt: () => Promise.resolve(undefined) } }),
      /failed: Nothing shows/,
    ],
    [
      'nobody trusts it',
      () => ({ world: { certificateAt: () => Promise.resolve({ certificate, distrust: 'SELF_SIGNED' }) } }),
      /failed: .*not trusted: SELF_SIGNED/,
    ],
    [
      'it is for another name',
      () => ({ environment: { PUBLIC_ORIGIN: 'https://other.example' } }),
      /failed: .*not for other/,
    ],
    ['it has ended', () => ({ world: { clock: clockAt(91 * DAY_MS) } }), /failed: The TLS certificate ended/],
    [
      'it ends soon',
      () => ({ world: { clock: clockAt(80 * DAY_MS) } }),
      /warning: The TLS certificate is good for [89] more days/,
    ],
  ],
  login: [
    [
      'it is away',
      () => ({ environment: { LOGIN_ORIGIN: 'https://localhost:1' } }),
      /failed: .*cannot be reached: ECONNREFUSED/,
    ],
    ['the tenant is none', () => ({ environment: { HOME_TENANT: DEMO.users.mia } }), /failed: .*answers 400/],
  ],
  graph: [
    [
      'it is away',
      () => ({ environment: { GRAPH_ORIGIN: 'https://localhost:1' } }),
      /failed: .*cannot be reached/,
    ],
    [
      'something else answers',
      () => ({ environment: { GRAPH_ORIGIN: PUBLIC_ORIGIN } }),
      /failed: .*not how Microsoft Graph/,
    ],
  ],
  clock: [
    [
      'it is six minutes ahead',
      () => ({ world: { clock: clockAt(360_000) } }),
      /failed: The clock is 3(59|60|61) s ahead/,
    ],
    [
      'it is a minute behind',
      () => ({ world: { clock: clockAt(-60_000) } }),
      /warning: The clock is (59|60|61) s behind/,
    ],
  ],
  token: [
    ['the secret is wrong', () => ({ environment: { CLIENT_SECRET: 'other' } }), /failed: .*AADSTS7000215/],
    [
      'the tenant is not told',
      () => ({ environment: { HOME_TENANT: '' } }),
      /warning: HOME_TENANT is not set/,
    ],
    [
      'the registration is gone',
      () => {
        world.entra.directory.setApplicationDeleted(true);
        return {};
      },
      /failed: .*AADSTS700016/,
    ],
  ],
  registration: [
    [
      'an address is missing',
      () => ({ environment: { PANE_ORIGIN: 'https://pane.example' } }),
      /failed: .*pane\.example\/redirect\.html is not registered/,
    ],
    [
      'a permission is too many',
      () => {
        const { registration } = world.entra.directory;
        const [graph] = registration['requiredResourceAccess'] as [{ resourceAccess: object[] }];
        const resourceAccess = [
          ...graph.resourceAccess,
          { id: '570282fd-fa5c-430d-a7fd-fc8dc98a9dca', type: 'Scope' },
        ];
        world.entra.directory.register({
          ...registration,
          requiredResourceAccess: [{ ...graph, resourceAccess }],
        });
        return {};
      },
      /warning: .*more than the product needs.*570282fd/,
    ],
  ],
  credential: [
    [
      'the secret has ended',
      () => {
        const { registration } = world.entra.directory;
        const passwordCredentials = [
          { hint: DEMO.clientSecret.slice(0, 3), endDateTime: '2020-01-01T00:00:00Z' },
        ];
        world.entra.directory.register({ ...registration, passwordCredentials });
        return {};
      },
      /failed: The secret ended on 2020-01-01/,
    ],
    ['the registration is not read', () => ({ environment: { HOME_TENANT: '' } }), /warning: How long/],
  ],
  publisher: [
    [
      'nobody verified it',
      () => {
        world.entra.directory.register({ ...world.entra.directory.registration, verifiedPublisher: null });
        return {};
      },
      /warning: Microsoft has not verified/,
    ],
  ],
  manifest: [
    [
      'there is none',
      () => ({ world: { fileText: () => undefined } }),
      /warning: There is no .*manifest\.xml/,
    ],
    [
      'it is a developer’s',
      () => ({ world: { fileText: () => MANIFEST('https://localhost:3000') } }),
      /failed: .*should be https:\/\/consent\.example\/taskpane/,
    ],
  ],
  service: [
    [
      'it is not ready',
      () => ({ served: { ready: new Response('', { status: 503 }) } }),
      /failed: .*not ready: 503/,
    ],
    [
      'it is deaf',
      () => ({
        served: {
          ready: Response.json({ status: 'degraded', because: 'LISTEN hears nothing', change: 'name it' }),
        },
      }),
      /warning: The service runs, but LISTEN hears nothing\./,
    ],
    [
      'it is ready, and what stands before it does not pass requests on',
      () => ({
        served: { ready: new Response('', { status: 502 }) },
        world: { statusHere: () => Promise.resolve(200) },
      }),
      /failed: The service is ready on this machine, but not at https:\/\/consent\.example: 502\./,
    ],
    [
      'it is not all there, and something has changed its words',
      () => ({ served: { ready: new Response('<p>"degraded"</p>') } }),
      /warning: The service runs, but something does not work\./,
    ],
  ],
  pane: [
    [
      'a proxy forbids framing',
      () => ({ served: { headers: { 'x-frame-options': 'DENY' } } }),
      /failed: .*X-Frame-Options is DENY/,
    ],
    [
      'a proxy adds a policy',
      () => ({
        served: { headers: { 'content-security-policy': `frame-ancestors ${HOST}, frame-ancestors 'self'` } },
      }),
      /failed: .*keeps out https:\/\/outlook\.example/,
    ],
    [
      'dialogs cannot talk',
      () => ({ served: { headers: { 'cross-origin-opener-policy': 'same-origin' } } }),
      /failed: .*Cross-Origin-Opener-Policy/,
    ],
    [
      '15.3: a proxy adds a policy that knows no script in a page',
      () => ({
        served: {
          headers: {
            'content-security-policy': `script-src ${sourceHash('begin()')}; frame-ancestors ${HOST}, script-src 'self'`,
          },
        },
      }),
      /failed: .*stops the script in the pane’s page/,
    ],
    [
      '15.3: a proxy makes the page smaller',
      () => ({ served: { html: '<html><script>begin( )</script></html>' } }),
      /failed: .*stops the script in the pane’s page/,
    ],
    [
      '15.3: a proxy takes scripts out of pages',
      () => ({ served: { html: '<html></html>' } }),
      /failed: .*holds no script/,
    ],
    [
      'A6: the service was not started again after a setting changed',
      () => ({
        served: {
          html: `<html><script>begin()</script>{"clientId":"${DEMO.tenants.contoso}","loginOrigin":"${world.entra.origin}"}</html>`,
        },
      }),
      /warning: The running service has other settings than these\. clientId is \S+, and here \S+\.$/,
    ],
    ['a proxy drops the policy', () => ({ served: { headers: {} } }), /warning: .*any page may frame/],
  ],
  database: [
    [
      'it is away',
      () => ({
        environment: { DATABASE_URL: 'postgres://x@localhost:1/x' },
        world: { openDatabase: () => Promise.reject(new Error('refused')) },
      }),
      /failed: The database cannot be opened: refused/,
    ],
    [
      'the folder cannot be used, and no service holds it',
      () => ({
        served: { ready: new Response('', { status: 502 }) },
        world: { openDatabase: () => Promise.reject(new Error('no right')) },
      }),
      /failed: .*no right/,
    ],
    [
      'A3: it is a standby, or is set to be read',
      () => ({
        world: {
          openDatabase: () => Promise.resolve(answering({ transaction_read_only: [{ is_read_only: 'on' }] })),
        },
      }),
      /failed: The database opens \(.*\), but takes no writes\./,
    ],
    [
      'D2: its disk is nearly full',
      () => ({
        world: {
          openDatabase: () =>
            Promise.resolve({ ...database, freeBytes: () => 1000, close: () => Promise.resolve() }),
        },
      }),
      /warning: The database opens \(.*\), but the disk of DATA_DIR is nearly full/,
    ],
  ],
  migrations: [
    [
      'a newer version has been there',
      () => ({
        world: { openDatabase: () => Promise.resolve(answering({ [STEPS]: [{ version: 99, md5: 'x' }] })) },
      }),
      /warning: A newer version/,
    ],
    [
      'the tables are another’s',
      () => ({
        world: { openDatabase: () => Promise.resolve(answering({ [STEPS]: [{ version: 1, md5: 'x' }] })) },
      }),
      /failed: .*something else \(step 1\)/,
    ],
    [
      'a step is to come',
      () => ({ world: { openDatabase: () => Promise.resolve(answering({ [STEPS]: [] })) } }),
      /warning: The tables are at step 0/,
    ],
    [
      'they may not be read',
      () => ({
        world: {
          openDatabase: () =>
            Promise.resolve({
              ...database,
              query: () => Promise.reject(new Error('permission denied for table extendsync_migrations')),
              close: () => Promise.resolve(),
            }),
        },
      }),
      /failed: The tables cannot be looked at: permission denied for table/,
    ],
    [
      'there are none, and the role may not make any',
      () => ({
        world: {
          openDatabase: () =>
            Promise.resolve(answering({ to_regclass: [], has_schema_privilege: [{ may: false }] })),
        },
      }),
      /failed: There are no tables, and this role may not make any/,
    ],
  ],
  jobs: [
    [
      'the role may not make their schema',
      () => ({
        world: {
          openDatabase: () =>
            Promise.resolve(answering({ has_database_privilege: [{ there: false, may: false }] })),
        },
      }),
      /failed: The role of DATABASE_URL may not make the schema extendsync_jobs: organisations are not asked/,
    ],
  ],
  listen: [
    [
      'a pooler delivers nothing',
      () => ({
        world: {
          // The five seconds pass at once.
          clock: {
            now: () => world.clock.now(),
            after: (ms, task) => (ms === 5_000 ? (task(), () => undefined) : world.clock.after(ms, task)),
          },
          openDatabase: () =>
            Promise.resolve({
              ...database,
              listen: () => Promise.resolve(() => Promise.resolve()),
              close: () => Promise.resolve(),
            }),
        },
      }),
      /failed: LISTEN hears nothing/,
    ],
    [
      'it gets no connection',
      () => ({
        world: {
          openDatabase: () =>
            Promise.resolve({
              ...database,
              listen: () =>
                Promise.reject(
                  new DatabaseUnavailable('the database cannot be reached', {
                    cause: new Error('too many connections for role "nor"'),
                  }),
                ),
              close: () => Promise.resolve(),
            }),
        },
      }),
      /failed: LISTEN gets no connection: too many connections/,
    ],
  ],
  'tenant-token': [
    ['the organisation has never seen it', () => ({ tenant: CONTOSO }), /failed: .*AADSTS700016/],
  ],
  'tenant-permissions': [
    [
      'nothing reads grants there',
      () => {
        world.entra.directory.setTenantGrant('contoso.example', [{ scope: 'User.Read', kind: 'delegated' }]);
        return { tenant: CONTOSO };
      },
      /warning: .*with no application permission: .*oauth2PermissionGrants\?\$filter=clientId: denied/,
    ],
  ],
  'tenant-grants': [
    [
      'only single people have granted',
      () => {
        world.entra.directory.setTenantGrant('contoso.example', [
          { scope: 'Directory.Read.All', kind: 'application' },
        ]);
        world.entra.directory.setApiGrant('contoso.example', false);
        world.entra.directory.grantForUser(
          DEMO.users.mia,
          [{ scope: 'User.Read', kind: 'delegated' }],
          undefined,
          false,
        );
        return { tenant: CONTOSO };
      },
      /failed: Nothing is granted for everybody.* grants for single people: 1/,
    ],
  ],
};

test('an installation where all is well has nothing to cure', async () => {
  world.entra.directory.grantForTenant('contoso.example');
  const all = await findings({ tenant: CONTOSO });
  expect(all.filter(({ result }) => result !== 'ok')).toEqual([]);
  expect(all.map(({ check }) => check)).toEqual(Object.keys(FAILURES));
  expect(exitCodeOf(all)).toBe(0);
  expect(seenOf(all, 'tenant-grants')).toContain('Mail.ReadWrite');
});

describe.each(Object.entries(FAILURES) as [CheckName, (typeof FAILURES)[CheckName]][])(
  '%s',
  (check, rows) => {
    test.each(rows)('is told when %s', async (_what, prepare, says) => {
      const all = await findings(prepare());
      expect(seenOf(all, check)).toMatch(says);
      expect(cureOf(all, check)).not.toBe('');
      const found = all.find((one) => one.check === check);
      expect(exitCodeOf([found!])).toBe(found?.result === 'failed' ? 1 : 0);
    });
  },
);

describe('what is done about a refusal of Entra depends on whose it is', () => {
  const told = async (check: CheckName, change?: Change): Promise<string> => {
    const all = await findings(change);
    return `${seenOf(all, check)} ${cureOf(all, check)}`;
  };

  test('at home the installation is to be mended, elsewhere the organisation has to act', async () => {
    const { directory } = world.entra;
    expect(await told('tenant-token', { tenant: CONTOSO })).toMatch(
      /AADSTS700016.*has not approved it, or has deleted it.*administrator there/,
    );
    directory.grantForTenant('contoso.example');
    directory.setApplicationEnabled('contoso.example', false);
    expect(await told('tenant-token', { tenant: CONTOSO })).toMatch(
      /AADSTS7000112.*has switched the application off/,
    );
    const nobody = parseTenantId('00000000-0000-4000-8000-00000000dead')!;
    expect(await told('tenant-token', { tenant: nobody })).toMatch(/AADSTS90002.*check --tenant/);

    directory.setApplicationEnabled('extendsync.example', false);
    expect(await told('token')).toMatch(/AADSTS7000112.*disabled in HOME_TENANT/);
    directory.setApplicationDeleted(true);
    expect(await told('token')).toMatch(/AADSTS700016.*npm run register/);
  });

  test('a certificate that has ended is not taken for one that was never registered', async () => {
    const DAYS_AGO = new Date(Date.now() - 2 * DAY_MS);
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'x' }], {
      keySize: 2048,
      algorithm: 'sha256',
      notBeforeDate: DAYS_AGO,
      notAfterDate: new Date(Date.now() - DAY_MS),
    });
    const [CLIENT_CERTIFICATE_FILE, CLIENT_KEY_FILE] = ['ended.pem', 'ended-key.pem'].map((name) =>
      path.join(folder, name),
    ) as [string, string];
    writeFileSync(CLIENT_CERTIFICATE_FILE, cert);
    writeFileSync(CLIENT_KEY_FILE, key);
    const environment = { CLIENT_SECRET: '', CLIENT_CERTIFICATE_FILE, CLIENT_KEY_FILE };
    expect(await told('token', { environment })).toMatch(
      /AADSTS700027.*does not know the certificate\. Run npm run register/,
    );
    const { directory } = world.entra;
    const keyCredentials = [{ key: new X509Certificate(cert).raw.toString('base64') }];
    directory.register({ ...directory.registration, keyCredentials });
    expect(await told('token', { environment })).toMatch(/AADSTS700027.*has ended: see credential/);
    expect(await told('credential', { environment })).toMatch(
      /certificate ended.*Take CLIENT_CERTIFICATE_FILE/,
    );
  });
});

test('a publisher that a national cloud cannot verify is not missed', async () => {
  const { directory } = world.entra;
  directory.register({ ...directory.registration, verifiedPublisher: null });
  const environment = { CLOUD: 'china', LOGIN_ORIGIN: '', GRAPH_ORIGIN: '' };
  const { origin } = world.entra;
  const { loginOrigin, graphOrigin } = CLOUDS.china;
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    return world.fetch(url.replace(loginOrigin, origin).replace(graphOrigin, origin), init);
  };
  const all = await findings({ environment, world: { fetch } });
  expect(seenOf(all, 'publisher')).toBe('ok: Microsoft verifies no publishers in this cloud. ');
});

test('what is seen of an organisation names nobody', async () => {
  world.entra.directory.grantForTenant('contoso.example');
  world.entra.directory.grantForUser(DEMO.users.mia);
  const text = printed(await findings({ tenant: CONTOSO }));
  for (const secret of [DEMO.users.mia, 'Mia', 'contoso.example', DEMO.clientSecret]) {
    expect(text).not.toContain(secret);
  }
});

test('a check that breaks is told like the others, and the others are made', async () => {
  const all = await findings({
    world: { certificateAt: () => Promise.reject(new Error('no sockets left')) },
  });
  expect(seenOf(all, 'tls')).toBe('failed: This could not be looked at: no sockets left. ');
  expect(seenOf(all, 'login')).toMatch(/^ok/);
});

test('13.2: a database that breaks off takes nothing away from what was found', async () => {
  const breaksOff = { ...database, close: () => Promise.reject(new Error('connection terminated')) };
  const all = await findings({ world: { openDatabase: () => Promise.resolve(breaksOff) } });
  expect(seenOf(all, 'database')).toBe('failed: This could not be looked at: connection terminated. ');
  expect(seenOf(all, 'registration')).toMatch(/^ok/);
});

test('a running service holds its embedded database, and that is well', async () => {
  const held = { openDatabase: () => Promise.reject(new Error('held')) };
  expect(seenOf(await findings({ world: held }), 'database')).toMatch(/^ok: The running service holds/);
});

test('13.2: it holds it also where its public address does not lead to it from here, as from a container', async () => {
  const asked: string[] = [];
  const all = await findings({
    served: { ready: new Response('', { status: 502 }) },
    world: {
      openDatabase: () => Promise.reject(new Error('held')),
      statusHere: (_, at) => {
        asked.push(at);
        return Promise.resolve(200);
      },
    },
  });
  expect(seenOf(all, 'database')).toMatch(/^ok: The running service holds/);
  expect(asked).toEqual(['/readyz']);
});

test('13.2: a pane under a name of its own has its certificate looked at too', async () => {
  const shown = await Promise.all([90, 5].map((days) => pairFor('consent.example', days)));
  const [good, ending] = shown.map(({ cert }) => new X509Certificate(cert));
  const showing = (atPane: X509Certificate): Partial<DoctorWorld> => ({
    certificateAt: (origin) =>
      Promise.resolve({ certificate: origin === PUBLIC_ORIGIN ? good! : atPane, distrust: undefined }),
  });
  const environment = { PANE_ORIGIN: 'https://pane.example' };
  const forPane = async (days: number) => new X509Certificate((await pairFor('pane.example', days)).cert);
  const tlsWith = async (atPane: X509Certificate) =>
    seenOf(await findings({ environment, world: showing(atPane) }), 'tls');
  expect(await tlsWith(await forPane(90))).toMatch(/^ok/);
  expect(await tlsWith(await forPane(5))).toMatch(
    /^warning: PANE_ORIGIN, https:\/\/pane\.example: .*[45] more days/,
  );
  expect(await tlsWith(ending!)).toMatch(/^failed: PANE_ORIGIN, .*not for pane\.example/);
});

test('13.2: a folder that is not there is made at the first start, and is another one where a service runs', async () => {
  // A folder that is there and empty, as a volume is: the doctor makes no database in it.
  const nothing = {
    exists: (at: string) => path.basename(at) !== 'postgres',
    openDatabase: () => Promise.reject(new Error('it is opened')),
  };
  const away = (): Served => ({ ready: new Response('', { status: 502 }) });
  expect(seenOf(await findings({ world: nothing, served: away() }), 'database')).toMatch(
    /^ok: .*will be made/,
  );
  expect(seenOf(await findings({ world: nothing }), 'database')).toMatch(/^warning: .*has other settings/);
  // Of a folder that is another user's nobody can say what is in it.
  const closed = { ...nothing, mayWrite: () => false };
  expect(seenOf(await findings({ world: closed, served: away() }), 'database')).toMatch(
    /^failed: .*may not use the folder/,
  );
  expect(seenOf(await findings({ world: closed }), 'database')).toMatch(/^ok: The running service holds/);
});

test('13.2: a service that was not started again still shows the certificate from before its renewal', async () => {
  const renewed = await pairFor('consent.example', 90);
  const [TLS_CERT_FILE, TLS_KEY_FILE] = ['renewed.pem', 'renewed-key.pem'].map((name) =>
    path.join(folder, name),
  );
  writeFileSync(TLS_CERT_FILE!, renewed.cert);
  writeFileSync(TLS_KEY_FILE!, renewed.private);
  const environment = { TLS_CERT_FILE: TLS_CERT_FILE!, TLS_KEY_FILE: TLS_KEY_FILE! };
  const showing = async (days: number): Promise<string> => {
    const shown = new X509Certificate((await pairFor('consent.example', days)).cert);
    const shows = { certificateAt: () => Promise.resolve({ certificate: shown, distrust: undefined }) };
    const all = await findings({ environment, world: shows });
    return `${seenOf(all, 'tls')} ${cureOf(all, 'tls')}`;
  };
  expect(await showing(90)).toMatch(/^ok/);
  expect(await showing(3)).toMatch(
    /^warning: The TLS certificate is good for [23] more days.*start it again/,
  );
  expect(await showing(-1)).toMatch(/^failed: The TLS certificate ended.*start it again/);
  const nobody = { certificateAt: () => Promise.resolve(undefined) };
  expect(seenOf(await findings({ environment, world: nobody }), 'tls')).toMatch(/^ok/);
});

test('A5: a service that speaks https itself and lacks the certificates in between is told, and nothing else is blamed', async () => {
  const leaf = await pairFor('consent.example', 90);
  const [TLS_CERT_FILE = '', TLS_KEY_FILE = ''] = ['leaf.pem', 'leaf-key.pem'].map((name) =>
    path.join(folder, name),
  );
  writeFileSync(TLS_CERT_FILE, leaf.cert);
  writeFileSync(TLS_KEY_FILE, leaf.private);
  const distrust = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
  const all = await findings({
    environment: { TLS_CERT_FILE, TLS_KEY_FILE },
    world: {
      certificateAt: () => Promise.resolve({ certificate: new X509Certificate(leaf.cert), distrust }),
      statusHere: () => Promise.resolve(200),
      fetch: (input, init) =>
        new URL(input instanceof Request ? input.url : input).origin === PUBLIC_ORIGIN
          ? Promise.reject(new TypeError('fetch failed', { cause: { code: distrust } }))
          : world.fetch(input, init),
    },
  });
  expect(`${seenOf(all, 'tls')} ${cureOf(all, 'tls')}`).toMatch(
    /^failed: .*is not trusted: UNABLE_TO_VERIFY_LEAF_SIGNATURE.*fullchain\.pem/,
  );
  for (const check of ['service', 'pane'] as const)
    expect(`${seenOf(all, check)} ${cureOf(all, check)}`).toMatch(
      /^failed: .*UNABLE_TO_VERIFY_LEAF_SIGNATURE.*See tls above\./,
    );
});

test('the command prints for people and for monitors, and its exit code says whether all is well', async () => {
  const said: string[] = [];
  const print = (text: string): void => void said.push(text);
  expect(await runDoctor([], () => ({}), print)).toBe(1);
  expect(said[0]).toMatch(/^FAILED {3}settings: .*\n {11}- PUBLIC_ORIGIN is missing/);
  expect(await runDoctor(['--json'], () => ({}), print)).toBe(1);
  expect(JSON.parse(said[1] ?? '')).toMatchObject({ findings: [{ check: 'settings', result: 'failed' }] });
  expect(await runDoctor(['--tenant', 'contoso'], () => ({}), print)).toBe(2);
  expect(await runDoctor(['--bogus'], () => ({}), print)).toBe(2);
  expect(await runDoctor(['--help'], () => ({}), print)).toBe(0);
  expect(new Set(said.slice(2)).size).toBe(1);
});

test('the certificate of a server is read by a handshake, trusted or not', async () => {
  const shown = await certificateAt(world.entra.origin);
  expect(shown?.certificate.checkHost('localhost')).toBe('localhost');
  expect(shown?.distrust).toMatch(/SELF_SIGNED/);
  expect(await certificateAt('https://localhost:1')).toBeUndefined();
});
