import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanEnv, makeValidator, str } from 'envalid';
import { parseMailAddress } from '../core/api';
import { CLOUDS, type Cloud, type CloudName } from '../core/cloud';
import { parseTenantId, type TenantId } from '../core/tenant';
import { isProxyName, type TrustedProxies } from './http/client-address';
import { SettingsError } from './settings-error';
import type { Credential } from './tenant/entra-questions';

/** Everything that differs between two installations of the service. Read once, at start. */
export interface Settings {
  readonly version: string;
  readonly port: number;
  readonly host: string;
  /** Where the figures are served apart; without it at /metrics of the service, for one's own network. */
  readonly metricsPort?: number;
  /** The https origin under which browsers reach the service; no trailing slash. */
  readonly publicOrigin: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** The tenant in which the application is registered: it is asked whether the registration is there. */
  readonly homeTenant?: TenantId;
  readonly cloud: Cloud;
  /** Origins that may show the pane in a frame. */
  readonly hostOrigins: readonly string[];
  /** Where PGlite keeps its files, when there is no `databaseUrl`. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly trustProxy: TrustedProxies;
  readonly logLevel: LogLevel;
  readonly paneDir: string;
  /** Where the pane sends people who need help. */
  readonly supportAddress?: string;
  /** PEM texts; without them the service speaks http and something before it speaks https. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** The secret behind `state`; undefined: the database makes one and keeps it. */
  readonly stateKey?: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Where Outlook frames the pane: the web hosts that Microsoft lists for Exchange Online, per cloud. No page of Microsoft's
 * names origins for an add-in's frame-ancestors (https://github.com/OfficeDev/office-js-docs-pr/issues/4911).
 * - Worldwide, row 1 of https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges. A copy of 2022
 *   has the first two; outlook.cloud.microsoft stands in that row in later extracts of the same list.
 * - GCC High and DoD, row 1 each of .../microsoft-365-u-s-government-gcc-high-endpoints and -dod-endpoints.
 * - China, row 7 of .../urls-and-ip-address-ranges-21vianet.
 *
 * Left out: outlook.live.com, which serves personal mailboxes: no organisation can grant for them, and they have no nested
 * app authentication; officeapps.live.com, which hosts Word, Excel and PowerPoint; an Exchange of one's own. Classic Outlook
 * shows the pane as a page of its own; new Outlook on Windows frames it as the web does
 * (https://github.com/OfficeDev/office-js/issues/3835), from which of these hosts is not documented. HOST_ORIGINS takes the
 * place of this list.
 */
const OUTLOOK_ORIGINS: Readonly<Record<Exclude<CloudName, 'custom'>, readonly string[]>> = {
  global: ['https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.cloud.microsoft'],
  usgov: ['https://outlook.office365.us'],
  'usgov-dod': ['https://outlook-dod.office365.us', 'https://webmail.apps.mil'],
  china: ['https://partner.outlook.cn'],
};

const CLOUD_NAMES = [...(Object.keys(CLOUDS) as Exclude<CloudName, 'custom'>[]), 'custom'] as const;

/** A check that says what was wrong, for envalid. */
const checked = <T>(parse: (text: string) => T | undefined, wanted: string) =>
  makeValidator<T>((text) => {
    const value = parse(text.trim());
    if (value === undefined) throw new Error(`must be ${wanted}`);
    return value;
  });

const httpsOriginOf = (text: string): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' &&
    (url.pathname === '/' || url.pathname === '') &&
    !url.search &&
    !url.hash &&
    !url.username
    ? url.origin
    : undefined;
};
const httpsOrigin = checked(httpsOriginOf, 'an https origin, as https://consent.example.com');
const httpsUrl = checked(
  (text) => (URL.canParse(text) && new URL(text).protocol === 'https:' ? new URL(text).href : undefined),
  'an https address',
);
const portNumber = checked(
  (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  'a port number; 0 lets the system choose',
);
const guid = checked<string>(parseTenantId, 'a GUID, as the app registration shows it');
const filled = checked((text) => (text === '' ? undefined : text), 'filled in, or left out');
const postgresUrl = checked(
  (text) => (/^postgres(?:ql)?:\/\/./.test(text) ? text : undefined),
  'an address as postgres://user:password@host:5432/database',
);
const origins = checked((text): readonly string[] | undefined => {
  const all = text.split(',').map((part) => httpsOriginOf(part.trim()));
  return all.every((origin) => origin !== undefined) ? all : undefined;
}, 'https origins, separated by commas');
const longSecret = checked(
  (text) => (text.length >= 32 ? text : undefined),
  'at least 32 characters, the same for all instances',
);
const proxies = makeValidator<TrustedProxies>((text) => {
  const trimmed = text.trim();
  if (trimmed === 'false') return false;
  if (trimmed === 'true') {
    throw new Error(
      'true would let every client choose its address: give the number of proxies in front of the service, or their addresses',
    );
  }
  if (/^\d{1,2}$/.test(trimmed)) return Number(trimmed);
  const names = trimmed.split(',').map((name) => name.trim());
  if (names.every(isProxyName)) return names;
  throw new Error(
    'must be false, a number of proxies, or their addresses (10.0.0.1, 10.0.0.0/8, loopback, linklocal, uniquelocal) separated by commas',
  );
});

const supportAddress = checked<string>(parseMailAddress, 'a mail address');

const SPECS = {
  PORT: portNumber({ default: 3000 }),
  METRICS_PORT: portNumber({ default: undefined }),
  HOST: str({ default: '127.0.0.1' }),
  PUBLIC_ORIGIN: httpsOrigin({ desc: 'the https origin under which browsers reach the service' }),
  CLIENT_ID: guid({ desc: 'the application (client) id of the app registration' }),
  HOME_TENANT: guid({ default: undefined }),
  CLIENT_SECRET: filled({ default: undefined }),
  CLIENT_CERTIFICATE_FILE: filled({ default: undefined }),
  CLIENT_KEY_FILE: filled({ default: undefined }),
  CLOUD: str({ choices: CLOUD_NAMES, default: 'global' as const }),
  LOGIN_ORIGIN: httpsOrigin({ default: undefined }),
  GRAPH_ORIGIN: httpsOrigin({ default: undefined }),
  OFFICE_JS_URL: httpsUrl({ default: undefined }),
  HOST_ORIGINS: origins({ default: undefined }),
  DATA_DIR: filled({ default: '.data' }),
  DATABASE_URL: postgresUrl({ default: undefined }),
  TRUST_PROXY: proxies({ default: false }),
  LOG_LEVEL: str({ choices: LOG_LEVELS, default: 'info' as const }),
  PANE_DIR: filled({ default: 'dist/pane' }),
  TLS_CERT_FILE: filled({ default: undefined }),
  TLS_KEY_FILE: filled({ default: undefined }),
  STATE_KEY: longSecret({ default: undefined }),
  SUPPORT_ADDRESS: supportAddress({ default: undefined }),
};

/**
 * Reads the settings from the environment (and the files that it names). Throws a `SettingsError` that names every
 * setting that is missing or wrong. A variable that is set to nothing counts as left out.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const problems: Record<string, string> = {};
  const cleaned = cleanEnv(given, SPECS, {
    reporter: ({ errors }) => {
      for (const [name, error] of Object.entries(errors)) {
        problems[name] = given[name] === undefined ? `is missing: ${error.message}` : error.message;
      }
    },
  });

  // What is wrong is absent here; `cleaned` throws when asked for it.
  const env: Partial<typeof cleaned> = { ...cleaned };

  const fileText = (name: keyof typeof SPECS & `${string}_FILE`): string | undefined => {
    const file = env[name];
    if (file === undefined) return undefined;
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      problems[name] =
        `cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'})`;
      return undefined;
    }
  };
  const pair = (
    first: keyof typeof SPECS & `${string}_FILE`,
    second: keyof typeof SPECS & `${string}_FILE`,
  ) => {
    if ((env[first] === undefined) !== (env[second] === undefined)) {
      problems[env[first] === undefined ? first : second] =
        `is missing: ${first} and ${second} belong together`;
    }
    const one = fileText(first);
    const other = fileText(second);
    return one !== undefined && other !== undefined ? ([one, other] as const) : undefined;
  };

  const certificate = pair('CLIENT_CERTIFICATE_FILE', 'CLIENT_KEY_FILE');
  const tls = pair('TLS_CERT_FILE', 'TLS_KEY_FILE');
  const secret = env.CLIENT_SECRET;
  if (secret === undefined && env.CLIENT_CERTIFICATE_FILE === undefined) {
    problems['CLIENT_SECRET'] = 'is missing: give it, or CLIENT_CERTIFICATE_FILE and CLIENT_KEY_FILE';
  }
  if (secret !== undefined && env.CLIENT_CERTIFICATE_FILE !== undefined) {
    problems['CLIENT_SECRET'] = 'stands beside CLIENT_CERTIFICATE_FILE: give one of the two';
  }
  const cloud = cloudOf(env.CLOUD, env.LOGIN_ORIGIN, env.GRAPH_ORIGIN, env.OFFICE_JS_URL, problems);
  const credential: Credential | undefined =
    secret !== undefined
      ? { kind: 'secret', secret }
      : certificate && { kind: 'certificate', certificate: certificate[0], privateKey: certificate[1] };

  const homeTenant = parseTenantId(env.HOME_TENANT ?? '');
  if (Object.keys(problems).length > 0 || !cloud || !credential) throw new SettingsError(problems);
  return {
    version: packageVersion(),
    port: cleaned.PORT,
    host: cleaned.HOST,
    ...(cleaned.METRICS_PORT === undefined ? {} : { metricsPort: cleaned.METRICS_PORT }),
    publicOrigin: cleaned.PUBLIC_ORIGIN,
    clientId: cleaned.CLIENT_ID,
    credential,
    ...(homeTenant === undefined ? {} : { homeTenant }),
    cloud,
    hostOrigins: cleaned.HOST_ORIGINS ?? (cloud.name === 'custom' ? [] : OUTLOOK_ORIGINS[cloud.name]),
    dataDir: cleaned.DATA_DIR,
    ...(cleaned.DATABASE_URL === undefined ? {} : { databaseUrl: cleaned.DATABASE_URL }),
    trustProxy: cleaned.TRUST_PROXY,
    logLevel: cleaned.LOG_LEVEL,
    paneDir: cleaned.PANE_DIR,
    ...(tls ? { tls: { cert: tls[0], key: tls[1] } } : {}),
    ...(cleaned.STATE_KEY === undefined ? {} : { stateKey: cleaned.STATE_KEY }),
    ...(cleaned.SUPPORT_ADDRESS === undefined ? {} : { supportAddress: cleaned.SUPPORT_ADDRESS }),
  };
}

function cloudOf(
  name: CloudName | undefined,
  loginOrigin: string | undefined,
  graphOrigin: string | undefined,
  officeJsUrl: string | undefined,
  problems: Record<string, string>,
): Cloud | undefined {
  if (name === undefined) return undefined;
  if (name !== 'custom') {
    // A login origin beside a named cloud would send people somewhere else than the name says.
    if (loginOrigin !== undefined) problems['LOGIN_ORIGIN'] = 'belongs to CLOUD=custom only';
    if (graphOrigin !== undefined) problems['GRAPH_ORIGIN'] = 'belongs to CLOUD=custom only';
    return officeJsUrl === undefined ? CLOUDS[name] : { ...CLOUDS[name], officeJsUrl };
  }
  if (loginOrigin === undefined) problems['LOGIN_ORIGIN'] ??= 'is missing: CLOUD=custom needs it';
  if (graphOrigin === undefined) problems['GRAPH_ORIGIN'] ??= 'is missing: CLOUD=custom needs it';
  return loginOrigin === undefined || graphOrigin === undefined
    ? undefined
    : { name, loginOrigin, graphOrigin, officeJsUrl: officeJsUrl ?? CLOUDS.global.officeJsUrl };
}

/** The package's version; package.json lies two folders up from here, and from the bundle in dist/service as well. */
function packageVersion(): string {
  try {
    const text = readFileSync(path.join(__dirname, '../../package.json'), 'utf8');
    const parsed: unknown = JSON.parse(text);
    const version =
      typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'unknown';
  }
}
