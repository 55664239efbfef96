import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { parseApplication } from '../../src/core/registration/application';
import { compareRegistration } from '../../src/core/registration/compare';
import { wantedRegistration, withOwnApi } from '../../src/core/registration/wanted';
import { withEnvFile } from '../../src/service/env-file';
import { readSettings } from '../../src/service/settings';
import { createGraphApplications } from '../../src/setup/graph-applications';
import { inSettings } from '../../src/setup/client-certificate';
import type { CredentialWishes } from '../../src/setup/credential-step';
import { printedRegistration } from '../../src/setup/printed-registration';
import { register } from '../../src/setup/register';
import { readRegistrationSettings } from '../../src/setup/registration-settings';
import { addSettings } from '../../src/setup/env-text';
import { onEachDatabase } from '../service/testing/on-each-database';
import {
  PUBLIC_ORIGIN,
  attempt,
  byState,
  consentOf,
  get,
  makeRequest,
  type ServiceWorld,
} from '../service/testing/service-world';
import { DEMO } from '../simulator/entra/demo-seed';
import { runRegister, type RegisterEnded } from './testing/register-process';

const ROOT = path.resolve(__dirname, '../..');
const ADELE = 'Adele Admin adele@contoso.example';
const OLGA = 'Olga Operator olga@extendsync.example';
const MIA = 'Mia Moreno mia@contoso.example';
/** A process with a sign-in of its own; the machine may be busy. */
const PROCESS_LIMIT_MS = 90_000;

const INSTALLATION = { publicOrigin: PUBLIC_ORIGIN, paneOrigin: PUBLIC_ORIGIN };

const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFolder = (): string => mkdtempSync(path.join(folder, `${String((files += 1))}-`));

/** Somebody enters the code of a device in their browser. */
async function enterCode(world: ServiceWorld, code: string, button: string): Promise<void> {
  const browser = world.browser();
  await browser.open(`${world.entra.origin}/devicelogin?otc=${code}`);
  await browser.press(button);
}

/** The token of a sign-in by device code, asked for by hand. */
async function tokenByCode(world: ServiceWorld, button: string): Promise<string> {
  const post = async (
    what: string,
    form: Readonly<Record<string, string>>,
  ): Promise<Record<string, string>> => {
    const answer = await world.fetch(`${world.entra.origin}/organizations/oauth2/v2.0/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', ...form }).toString(),
    });
    return (await answer.json()) as Record<string, string>;
  };
  const { device_code = '', user_code = '' } = await post('devicecode', {
    scope: `${world.entra.origin}/.default openid`,
  });
  const redeem = (): Promise<Record<string, string>> =>
    post('token', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code });
  expect((await redeem())['error']).toBe('authorization_pending');
  await enterCode(world, user_code, button);
  return (await redeem())['access_token'] ?? '';
}

onEachDatabase(
  (scene) => {
    const environmentOf = (): Record<string, string> => ({
      PUBLIC_ORIGIN,
      CLOUD: 'custom',
      LOGIN_ORIGIN: scene.world.entra.origin,
      GRAPH_ORIGIN: scene.world.entra.origin,
    });

    /** Runs the command's core with the sign-in of a person; answers what was said and kept. */
    async function run(
      person: string,
      options: {
        readonly environment?: Readonly<Record<string, string>>;
        readonly wishes?: Partial<CredentialWishes>;
        /** The answer to a question, and what happens while it stands. */
        readonly agrees?: (question: string) => boolean;
        readonly envText?: string;
        readonly fetch?: typeof globalThis.fetch;
        /** Where each pause of the command is noted. */
        readonly pausesMs?: number[];
      } = {},
    ) {
      const { world } = scene;
      const token = await tokenByCode(world, person);
      let envText = options.envText ?? '';
      const said: string[] = [];
      const isDone = await register(
        readRegistrationSettings({ ...environmentOf(), ...parseEnv(envText), ...options.environment }),
        { secret: false, folder: newFolder(), ...options.wishes },
        {
          graph: createGraphApplications({
            graphOrigin: world.entra.origin,
            getToken: () => Promise.resolve(token),
            fetch: options.fetch ?? world.fetch,
            pause(ms) {
              options.pausesMs?.push(ms);
              return Promise.resolve();
            },
          }),
          now: () => new Date(world.clock.now()),
          say: (line) => said.push(line),
          agree(question) {
            said.push(question);
            return Promise.resolve(options.agrees?.(question) ?? true);
          },
          keep(values) {
            const { text, added } = addSettings(envText, values);
            envText = text;
            return added;
          },
        },
      );
      return { isDone, said: said.join('\n'), envText };
    }

    test(
      'from nothing to green: registered by the command, the service started with what it wrote, approved',
      async () => {
        const { world } = scene;
        const { entra } = world;
        entra.directory.setApplicationDeleted(true);
        const place = newFolder();
        const caFile = path.join(place, 'ca.pem');
        writeFileSync(caFile, world.certificate);
        const envFile = path.join(place, '.env');
        // Made by hand, so that all on this machine may read it.
        writeFileSync(envFile, 'LOG_LEVEL=warn\n', { mode: 0o644 });
        const command = (): Promise<RegisterEnded> =>
          runRegister({
            args: ['--folder', place],
            environment: { NODE_EXTRA_CA_CERTS: caFile, ENV_FILE: envFile, ...environmentOf() },
            enterCode: (code) => enterCode(world, code, OLGA),
          });

        const first = await command();
        expect(first).toEqual({
          code: 0,
          output: expect.stringContaining('Signed in to ExtendSync') as unknown,
        });
        expect(statSync(envFile).mode & 0o777).toBe(0o600);
        expect(statSync(path.join(place, 'client-key.pem')).mode & 0o777).toBe(0o600);
        const written = readFileSync(envFile, 'utf8');
        expect(written).toMatch(/^LOG_LEVEL=warn\n/);
        expect(written).not.toContain('PRIVATE KEY');

        const again = await command();
        expect(again).toEqual({
          code: 0,
          output: expect.stringContaining('nothing is changed') as unknown,
        });
        expect(readFileSync(envFile, 'utf8')).toBe(written);

        const settings = readSettings(withEnvFile({ ENV_FILE: envFile }));
        expect(settings.clientId).not.toBe(DEMO.appId);
        await world.stopServices();
        const app = await world.startService(
          scene.empty.database,
          {},
          { ...settings, paneDir: world.settings.paneDir },
        );
        const { id } = await makeRequest(app);
        const browser = world.browser();
        await browser.open((await attempt(app, id)).href);
        await browser.press(ADELE);
        await browser.press('Accept');
        const { pathname, search } = browser.landedAt;
        expect((await get(app, pathname + search)).statusCode).toBe(303);

        const token = await world.tokenOf(DEMO.users.mia, undefined, settings.clientId);
        const states = byState(await consentOf(app, token));
        expect(Object.keys(states)).toEqual(['tenant']);
      },
      PROCESS_LIMIT_MS,
    );

    test('a registration made by hand is brought up to date, and what the organisation added stays', async () => {
      const { directory } = scene.world.entra;
      const { registration } = directory;
      directory.register({
        ...registration,
        signInAudience: 'AzureADMyOrg',
        groupMembershipClaims: 'SecurityGroup',
        spa: { redirectUris: ['https://their.example/own'] },
        web: { redirectUris: [`${PUBLIC_ORIGIN}/redirect.html`] },
        api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
      });
      const before = environmentOf();
      const { said, envText } = await run(OLGA, {
        environment: { CLIENT_ID: DEMO.appId },
        wishes: { secret: true },
      });
      expect(said).toContain('AADSTS650059');
      expect(said).toContain('redirect.html is registered as web');
      expect(directory.registration).toMatchObject({
        signInAudience: 'AzureADMultipleOrgs',
        groupMembershipClaims: 'SecurityGroup,DirectoryRole',
        web: { redirectUris: expect.not.arrayContaining([`${PUBLIC_ORIGIN}/redirect.html`]) as unknown },
        spa: { redirectUris: expect.arrayContaining(['https://their.example/own']) as unknown },
      });
      const kept = parseEnv(envText);
      expect(kept).toMatchObject({ ...before, CLIENT_ID: DEMO.appId, HOME_TENANT: DEMO.tenants.extendsync });
      expect(directory.application.clientSecret).toBe(kept['CLIENT_SECRET']);
      expect(said).not.toContain(kept['CLIENT_SECRET']);

      const again = await run(OLGA, { envText });
      expect(again.said).toContain('nothing is changed');
      expect(again.envText).toBe(envText);
    });

    test('a certificate that is there already is added beside the others, once', async () => {
      const first = await run(OLGA, { environment: { CLIENT_ID: DEMO.appId } });
      const { CLIENT_CERTIFICATE_FILE = '' } = parseEnv(first.envText);
      const second = await run(OLGA, { environment: { CLIENT_ID: DEMO.appId } });
      expect(scene.world.entra.directory.registration['keyCredentials']).toHaveLength(2);
      const third = await run(OLGA, {
        environment: { CLIENT_ID: DEMO.appId, CLIENT_CERTIFICATE_FILE },
      });
      expect(third.said).toContain('nothing is changed');
      expect(second.said).toContain('A certificate is made');
    });

    test.each(['client-key.pem', 'client-certificate.pem'])(
      '13.1: a %s that no setting names is told of before anything is asked or made',
      async (name) => {
        const { directory } = scene.world.entra;
        directory.setApplicationDeleted(true);
        const place = newFolder();
        const file = path.join(place, name);
        writeFileSync(file, 'all that there is of it');
        await expect(run(OLGA, { wishes: { folder: place } })).rejects.toThrow(
          `${file}: there already, and no setting names it. Move it away`,
        );
        expect(directory.applicationDeleted).toBe(true);
        expect(readFileSync(file, 'utf8')).toBe('all that there is of it');
      },
    );

    test('a registration found by a name that its installation has left is not taken by another', async () => {
      const { directory } = scene.world.entra;
      directory.setApplicationDeleted(true);
      const { envText } = await run(OLGA, { wishes: { secret: true } });
      const moved = { PUBLIC_ORIGIN: 'https://new.example' };
      await run(OLGA, { envText, environment: moved });
      const { appId } = directory.application;
      const before = directory.registration;
      await expect(run(OLGA, { wishes: { secret: true } })).rejects.toThrow(
        new RegExp(`back to new\\.example as well.*CLIENT_ID=${appId}`),
      );
      expect(directory.registration).toEqual(before);
      // Whoever names it means it; the name that was left is told.
      const named = await run(OLGA, { envText, environment: moved });
      expect(named.said).toContain('Left as it is: People are sent back to consent.example too');
    });

    test('a scope and a role that were renamed, or not for people, are brought back with their ids', async () => {
      const { directory } = scene.world.entra;
      directory.setApplicationDeleted(true);
      const { envText } = await run(OLGA, { wishes: { secret: true } });
      const made = directory.registration as {
        api: { oauth2PermissionScopes: object[] };
        appRoles: object[];
      };
      const renamed = (list: readonly object[]): readonly object[] =>
        list.map((one) => ({ ...one, value: 'theirs' }));
      directory.register({
        ...made,
        api: { ...made.api, oauth2PermissionScopes: renamed(made.api.oauth2PermissionScopes) },
        appRoles: renamed(made.appRoles),
      });
      const { said } = await run(OLGA, { envText });
      expect(said).toMatch(/scope access_as_user is called theirs.*renamed back/);
      expect(said).toMatch(/role Consent\.Operator is called theirs.*renamed back/);
      expect(directory.registration).toMatchObject({ api: made.api, appRoles: made.appRoles });

      directory.register({
        ...made,
        appRoles: made.appRoles.map((role) => ({ ...role, allowedMemberTypes: ['Application'] })),
      });
      expect((await run(OLGA, { envText })).said).toContain('made assignable to people');
      expect(directory.registration).toMatchObject({
        appRoles: [{ isEnabled: true, allowedMemberTypes: ['Application', 'User'] }],
      });
    });

    describe('what the settings name as the proof of the service', () => {
      const certificateFile = (text: string): Readonly<Record<string, string>> => {
        const file = path.join(newFolder(), 'client-certificate.pem');
        if (text !== '') writeFileSync(file, text);
        return { CLIENT_CERTIFICATE_FILE: file, CLIENT_KEY_FILE: 'client-key.pem' };
      };

      test.each([
        [
          'the secret of another registration',
          () => ({ CLIENT_SECRET: 'old8Q~x' }),
          /CLIENT_SECRET is none of/,
        ],
        ['a file that is not here', () => certificateFile(''), /CLIENT_CERTIFICATE_FILE is .*\(ENOENT\)/],
        [
          'a file with something else',
          () => certificateFile('x'),
          /CLIENT_CERTIFICATE_FILE is .*no certificate/,
        ],
      ])('%s is told, and the rest brought up to date; none is registered so', async (_what, named, told) => {
        const { directory } = scene.world.entra;
        directory.register({ ...directory.registration, signInAudience: 'AzureADMyOrg' });
        const { isDone, said } = await run(OLGA, { environment: { CLIENT_ID: DEMO.appId, ...named() } });
        expect(said.match(/Left as it is: .*/g)).toEqual([expect.stringMatching(told)]);
        expect(directory.registration['signInAudience']).toBe('AzureADMultipleOrgs');
        expect(isDone).toBe(true);

        directory.setApplicationDeleted(true);
        await expect(run(OLGA, { environment: named() })).rejects.toThrow(told);
        expect(directory.applicationDeleted).toBe(true);
      });

      test('a secret is not made beside a certificate', async () => {
        const environment = { CLIENT_ID: DEMO.appId, ...certificateFile('') };
        await expect(run(OLGA, { environment, wishes: { secret: true } })).rejects.toThrow(
          /--secret asks for a secret: take CLIENT_CERTIFICATE_FILE/,
        );
      });
    });

    test('whoever does not agree changes nothing', async () => {
      const { directory } = scene.world.entra;
      directory.setApplicationDeleted(true);
      const { isDone, envText, said } = await run(OLGA, { agrees: () => false });
      expect(isDone).toBe(false);
      expect(said).toContain('There is no registration for https://consent.example yet');
      expect(envText).toBe('');
      expect(directory.applicationDeleted).toBe(true);
    });

    describe('a registration that was deleted is kept by Entra for 30 days, and its name with it', () => {
      /** Registered by the command, used by its own organisation, and deleted; answers what was kept. */
      const registeredAndDeleted = async (): Promise<string> => {
        const { directory } = scene.world.entra;
        directory.setApplicationDeleted(true);
        const { envText } = await run(OLGA, { wishes: { secret: true } });
        directory.grantForTenant(DEMO.tenants.extendsync);
        directory.setApplicationDeleted(true);
        return envText;
      };

      test.each([
        ['by its client id', (envText: string) => envText],
        ['by its name, where the settings are lost', () => ''],
      ])('it is offered, and restored with its client id and its grants: %s', async (_what, kept) => {
        const { directory } = scene.world.entra;
        const before = await registeredAndDeleted();
        const { CLIENT_ID = '' } = parseEnv(before);
        const { said, envText } = await run(OLGA, { envText: kept(before), wishes: { secret: true } });
        expect(said).toContain(`Restore ExtendSync (${CLIENT_ID})?`);
        expect(said).toContain('The application was deleted in ExtendSync itself: it is restored');
        expect(parseEnv(envText)['CLIENT_ID']).toBe(CLIENT_ID);
        expect(directory.applicationDeleted).toBe(false);
        expect(directory.latestConsent(DEMO.tenants.extendsync).apiForTenant).toBe(true);
        expect((await run(OLGA, { envText })).said).toContain('nothing is changed');
      });

      test('found by a name that its installation has left, it is restored and not taken by another', async () => {
        const { directory } = scene.world.entra;
        const envText = await registeredAndDeleted();
        directory.setApplicationDeleted(false);
        await run(OLGA, { envText, environment: { PUBLIC_ORIGIN: 'https://new.example' } });
        directory.setApplicationDeleted(true);
        const before = directory.registration;
        const { CLIENT_ID = '' } = parseEnv(envText);
        await expect(run(OLGA, { wishes: { secret: true } })).rejects.toThrow(
          new RegExp(`back to new\\.example as well.*CLIENT_ID=${CLIENT_ID}`),
        );
        expect(directory.registration).toEqual(before);
      });

      test('whoever does not want it back is told how to have a new one', async () => {
        const { isDone, said } = await run(OLGA, {
          envText: await registeredAndDeleted(),
          agrees: () => false,
        });
        expect(isDone).toBe(false);
        expect(said).toMatch(/delete it for good[^]*Nothing was changed\./);
        expect(scene.world.entra.directory.applicationDeleted).toBe(true);
      });
    });

    describe('a colleague changes the registration while the question stands', () => {
      const theirs = 'https://theirs.example/callback';
      const keyNames = (): readonly unknown[] =>
        (scene.world.entra.directory.registration['keyCredentials'] as { displayName?: string }[]).map(
          ({ displayName }) => displayName,
        );
      const addsAddressAndCertificate = (): void => {
        const { directory } = scene.world.entra;
        const { web, keyCredentials } = directory.registration as {
          web: { redirectUris: string[] };
          keyCredentials: object[];
        };
        directory.register({
          ...directory.registration,
          web: { redirectUris: [...web.redirectUris, theirs] },
          keyCredentials: [
            ...keyCredentials,
            { displayName: 'theirs', key: 'AAAA', customKeyIdentifier: 'ABCD' },
          ],
        });
      };

      test('what they have added stays, addresses and certificates', async () => {
        const { directory } = scene.world.entra;
        directory.register({ ...directory.registration, web: { redirectUris: [] } });
        let asked = 0;
        await run(OLGA, {
          environment: { CLIENT_ID: DEMO.appId },
          agrees() {
            asked += 1;
            addsAddressAndCertificate();
            return true;
          },
        });
        expect(asked).toBe(1);
        expect(directory.registration['web']).toEqual({
          redirectUris: [theirs, ...wantedRegistration(INSTALLATION).web.redirectUris],
        });
        expect(keyNames()).toEqual(['theirs', 'ExtendSync consent service']);
      });

      test('a certificate that they add before ours is made stays too', async () => {
        const { directory } = scene.world.entra;
        directory.register({ ...directory.registration, signInAudience: 'AzureADMyOrg' });
        await run(OLGA, {
          environment: { CLIENT_ID: DEMO.appId },
          fetch(input, init) {
            if (String(init?.body).includes('signInAudience')) addsAddressAndCertificate();
            return scene.world.fetch(input, init);
          },
        });
        expect(keyNames()).toContain('theirs');
      });

      test('what they have done already is not done again', async () => {
        const { directory } = scene.world.entra;
        directory.register({ ...directory.registration, signInAudience: 'AzureADMyOrg' });
        const { said, isDone } = await run(OLGA, {
          environment: { CLIENT_ID: DEMO.appId, CLIENT_SECRET: DEMO.clientSecret },
          agrees() {
            directory.installApplication(DEMO.tenants.extendsync);
            directory.register({
              ...directory.registration,
              ...withOwnApi(wantedRegistration(INSTALLATION), DEMO.appId),
            });
            return true;
          },
        });
        expect(said).toMatch(/Somebody has changed[^]*nothing is changed/);
        expect(isDone).toBe(true);
      });

      test('who agreed to other changes is asked anew', async () => {
        const { directory } = scene.world.entra;
        const questions: string[] = [];
        const { isDone, said } = await run(OLGA, {
          environment: { CLIENT_ID: DEMO.appId },
          agrees(question) {
            questions.push(question);
            directory.register({ ...directory.registration, signInAudience: 'AzureADMyOrg' });
            return questions.length === 1;
          },
        });
        expect(questions).toHaveLength(2);
        expect(said).toMatch(/changed the registration meanwhile[^]*AADSTS650059[^]*Nothing was changed/);
        expect(isDone).toBe(false);
        expect(directory.registration['signInAudience']).toBe('AzureADMyOrg');
      });
    });

    test('a run that stops half-way is taken up by the next one', async () => {
      const { world } = scene;
      world.entra.directory.setApplicationDeleted(true);
      let envText = '';
      const stopping = register(
        readRegistrationSettings(environmentOf()),
        { secret: true, folder },
        {
          graph: {
            ...createGraphApplications({
              graphOrigin: world.entra.origin,
              getToken: () => tokenByCode(world, OLGA),
              fetch: world.fetch,
              pause: () => Promise.resolve(),
            }),
            addServicePrincipal: () => Promise.reject(new Error('the network went away')),
          },
          now: () => new Date(world.clock.now()),
          say: () => undefined,
          agree: () => Promise.resolve(true),
          keep(values) {
            const { text, added } = addSettings(envText, values);
            envText = text;
            return added;
          },
        },
      );
      await expect(stopping).rejects.toThrow('the network went away');
      const { appId } = world.entra.directory.application;
      const next = await run(OLGA, { envText, wishes: { secret: true } });
      expect(next.said).toContain('put into ExtendSync itself');
      expect(parseEnv(next.envText)).toMatchObject({ CLIENT_ID: appId });
      expect(world.entra.directory.application.appId).toBe(appId);
    });

    test('somebody without the right role is told which it takes', async () => {
      scene.world.entra.directory.setRole(DEMO.users.mia, 'user');
      await expect(run(MIA)).rejects.toThrow(/Application Administrator/);
    });

    test('the wrong organisation is noticed before anything is asked', async () => {
      await expect(run(ADELE, { environment: { CLIENT_ID: DEMO.appId } })).rejects.toThrow(
        /no registration in Contoso/,
      );
      await expect(run(ADELE, { environment: { HOME_TENANT: DEMO.tenants.extendsync } })).rejects.toThrow(
        /sign in there/,
      );
    });

    describe('what has just been made is not everywhere yet', () => {
      const refused = (
        status: number,
        message: string,
        code = 'Request_ResourceNotFound',
      ): Promise<Response> => Promise.resolve(Response.json({ error: { code, message } }, { status }));
      /** A network in which so many of the requests that begin like this meet a server that knows nothing yet. */
      const lagging = (begins: string, misses: number, answer = () => refused(404, 'not there')) => {
        const pausesMs: number[] = [];
        let left = misses;
        const fetch: typeof globalThis.fetch = (input, init) => {
          const { pathname } = new URL(input instanceof Request ? input.url : input);
          if (left === 0 || !`${init?.method ?? 'GET'} ${pathname}`.startsWith(begins)) {
            return scene.world.fetch(input, init);
          }
          left -= 1;
          return answer();
        };
        return { fetch, pausesMs };
      };
      const registered = async (): Promise<string> => {
        scene.world.entra.directory.setApplicationDeleted(true);
        return (await run(OLGA, { wishes: { secret: true } })).envText;
      };

      test.each([
        [2, [1_000, 2_000]],
        [5, [1_000, 2_000, 4_000, 8_000, 15_000]],
      ])('the command waits and asks again: %i misses', async (misses, pauses) => {
        const { directory } = scene.world.entra;
        directory.setApplicationDeleted(true);
        const lag = lagging('PATCH', misses);
        await run(OLGA, { wishes: { secret: true }, ...lag });
        expect(lag.pausesMs).toEqual(pauses);
        expect(directory.isPreAuthorized).toBe(true);
      });

      test('a registration that the settings name is waited for before it is said to be nowhere', async () => {
        const envText = await registered();
        const lag = lagging('GET /v1.0/applications(appId=', 2);
        expect((await run(OLGA, { envText, ...lag })).said).toContain('nothing is changed');
        expect(lag.pausesMs).toEqual([1_000, 2_000]);
      });

      test('a service principal that is not shown yet is there all the same', async () => {
        const envText = await registered();
        const lag = lagging('GET /v1.0/servicePrincipals', 2);
        expect((await run(OLGA, { envText, ...lag })).isDone).toBe(true);
      });

      test('a registration that is not shown under its name yet is not taken for a fault', async () => {
        await registered();
        const lag = lagging('GET /v1.0/applications(uniqueName=', 9);
        await expect(run(OLGA, lag)).rejects.toThrow(/run this again in a minute.*Deleted applications/);
      });

      test('one that was restored and is not shown yet is not said to be nowhere', async () => {
        const envText = await registered();
        scene.world.entra.directory.setApplicationDeleted(true);
        const lag = lagging('GET /v1.0/applications(appId=', 9);
        await expect(run(OLGA, { envText, ...lag })).rejects.toThrow(
          /is restored.*run this again in a minute/,
        );
        expect((await run(OLGA, { envText })).isDone).toBe(true);
      });

      test('what a policy forbids is not put down to a role', async () => {
        const message = "Credential type not allowed as per assigned policy 'x'.";
        const denied = lagging('POST /v1.0/applications/', 1, () =>
          refused(403, message, 'CredentialTypeNotAllowedAsPerAppPolicy'),
        );
        const options = { environment: { CLIENT_ID: DEMO.appId }, wishes: { secret: true }, ...denied };
        await expect(run(OLGA, options)).rejects.toThrow(/policy 'x'\.$/);
      });
    });
  },
  { kinds: ['pglite'] },
);

test(
  'without signing in, the registration is written as JSON and as Bicep',
  async () => {
    const out = newFolder();
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        path.join(ROOT, 'src/setup/main.ts'),
        '--print',
        '--origin',
        PUBLIC_ORIGIN,
        '--out',
        out,
      ],
      { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', ENV_FILE: '' }, stdio: 'ignore' },
    );
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    const body = JSON.parse(readFileSync(path.join(out, 'registration.json'), 'utf8')) as unknown;
    expect(body).toEqual(wantedRegistration(INSTALLATION));
    expect(readFileSync(path.join(out, 'registration.bicep'), 'utf8')).toContain(
      "resource application 'Microsoft.Graph/applications@v1.0'",
    );
  },
  PROCESS_LIMIT_MS,
);

test('a mistyped option is named, with those that there are, and nothing is done', () => {
  const ran = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'src/setup/main.ts'), '--orgin', PUBLIC_ORIGIN],
    { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', ENV_FILE: '' }, encoding: 'utf8' },
  );
  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/^Unknown option '--orgin'[^]*--origin <https origin>/);
});

test('printed with its client id the registration is whole, and what the files cannot do is said', () => {
  const environment = { PUBLIC_ORIGIN };
  const without = printedRegistration(readRegistrationSettings(environment));
  expect(without.files['registration.bicep']).toContain("param clientId string = ''");
  expect(without.notes.join('\n')).toMatch(/names the client id is missing[^]*replaces whole lists/);

  const whole = printedRegistration(readRegistrationSettings({ ...environment, CLIENT_ID: DEMO.appId }));
  expect(whole.files['registration.bicep']).toContain(`param clientId string = '${DEMO.appId}'`);
  const application = parseApplication({
    id: 'x',
    appId: DEMO.appId,
    ...(JSON.parse(whole.files['registration.json'] ?? '') as object),
  });
  expect(compareRegistration(wantedRegistration(INSTALLATION), application!).differences).toEqual([]);
  expect(whole.notes.join('\n')).toMatch(/^Written over .* replaces whole lists.*$/);

  const china = printedRegistration(readRegistrationSettings({ ...environment, CLOUD: 'china' }));
  expect(Object.keys(china.files)).toEqual(['registration.json']);
  expect(china.notes.join('\n')).toContain('global cloud only');
});

describe('what is written into the env file', () => {
  test('never stands over a value that is there, and reads back as it was', () => {
    const secret = `a#b "c" 'd' ~e`;
    const before = '# mine\nCLIENT_ID=mine\nHOME_TENANT=';
    const { text, added } = addSettings(before, {
      CLIENT_ID: 'theirs',
      HOME_TENANT: 'x',
      CLIENT_SECRET: secret,
    });
    expect(added).toEqual(['HOME_TENANT', 'CLIENT_SECRET']);
    expect(text.startsWith(`${before}\n`)).toBe(true);
    expect(parseEnv(text)).toEqual({ CLIENT_ID: 'mine', HOME_TENANT: 'x', CLIENT_SECRET: secret });
  });

  test('a path from Windows is one that Linux takes as well', () => {
    const file = inSettings(path.win32.join('secrets', 'client-certificate.pem'), path.win32.sep);
    const { text } = addSettings('', { CLIENT_CERTIFICATE_FILE: file });
    expect(text).toBe('CLIENT_CERTIFICATE_FILE=secrets/client-certificate.pem\n');
    expect(inSettings('a\\b/c.pem', path.posix.sep)).toBe('a\\b/c.pem');
  });

  test('an origin is needed before anything else', () => {
    expect(() => readRegistrationSettings({})).toThrow(/PUBLIC_ORIGIN: is missing.*--origin/);
    expect(() => readRegistrationSettings({ PUBLIC_ORIGIN, CLIENT_ID: 'x' })).toThrow(
      /CLIENT_ID: must be a GUID/,
    );
  });
});
