import { cleanEnv, makeValidator, str, type CleanedEnv } from 'envalid';
import { parseMailAddress } from '../core/api/pane-settings';
import { CLOUDS, type Cloud, type CloudName } from '../core/cloud';
import { urlOf } from '../core/fields';
import { parseGuid } from '../core/tenant';
import { isProxyName, type TrustedProxies } from './http/client-address';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const CLOUD_NAMES = [...(Object.keys(CLOUDS) as Exclude<CloudName, 'custom'>[]), 'custom'] as const;

/** A check that says what was wrong, for envalid. */
const checked = <T>(parse: (text: string) => T | undefined, wanted: string) =>
  makeValidator<T>((text) => {
    const value = parse(text.trim());
    if (value === undefined) throw new Error(`must be ${wanted}`);
    return value;
  });

const httpsOriginOf = (text: string): string | undefined => {
  const url = urlOf(text);
  return url?.protocol === 'https:' &&
    (url.pathname === '/' || url.pathname === '') &&
    !url.search &&
    !url.hash &&
    !url.username
    ? url.origin
    : undefined;
};
const httpsOrigin = checked(httpsOriginOf, 'an https origin, as https://consent.example.com');
const httpsUrl = checked((text) => {
  const url = urlOf(text);
  return url?.protocol === 'https:' ? url.href : undefined;
}, 'an https address');
const portNumber = checked(
  (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  'a port number; 0 lets the system choose',
);
const guid = checked(parseGuid, 'a GUID, as the app registration shows it');
const ownGuid = checked(parseGuid, 'a GUID of its own');
const revision = checked(
  (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  'a whole number up to 65535',
);
const filled = checked((text) => (text === '' ? undefined : text), 'filled in, or left out');
const postgresUrl = checked(
  (text) => (/^postgres(?:ql)?:\/\/./.test(text) ? text : undefined),
  'an address as postgres://user:password@host:5432/database',
);
const origins = checked((text): readonly string[] | undefined => {
  const all = text.split(',').map((part) => httpsOriginOf(part.trim()));
  return all.every((origin) => origin !== undefined) ? all : undefined;
}, 'https origins, separated by commas');
const daysWithin = (most: number) =>
  checked(
    (text) =>
      /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined,
    `a whole number of days from 1 to ${String(most)}`,
  );
const hours = checked(
  (text) => (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 720 ? Number(text) : undefined),
  'a whole number of hours from 1 to 720',
);
const longSecret = checked(
  (text) => (text.length >= 32 ? text : undefined),
  'at least 32 characters, the same for all instances',
);
const proxies = makeValidator<TrustedProxies>((text) => {
  const trimmed = text.trim();
  if (trimmed === 'false') return false;
  if (/^\d{1,2}$/.test(trimmed)) return Number(trimmed);
  const names = trimmed.split(',').map((name) => name.trim());
  // A range of no bits holds every address there is.
  const everybody = names.find((name) => name === 'true' || (isProxyName(name) && /\/0+$/.test(name)));
  if (everybody !== undefined) {
    throw new Error(
      `${everybody} would let every client choose its address: give the number of proxies in front of the service, or their addresses`,
    );
  }
  if (names.every(isProxyName)) return names;
  throw new Error(
    'must be false, a number of proxies, or their addresses (10.0.0.1, 10.0.0.0/30, loopback, linklocal, uniquelocal) separated by commas',
  );
});

const webhookUrls = checked((text): readonly string[] | undefined => {
  const all = text.split(',').map((part) => part.trim());
  const areFine = all.every((address) => {
    const url = urlOf(address);
    return url?.protocol === 'https:' && !url.username && !url.password && !url.hash;
  });
  return areFine ? [...new Set(all.map((address) => new URL(address).href))] : undefined;
}, 'https addresses without a user or a fragment, separated by commas');
/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
const webhookSecret = checked((text) => {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64').length;
  return bytes >= 24 && bytes <= 64 ? text : undefined;
}, 'whsec_ and the base64 of 24 to 64 random bytes');

const supportAddress = checked<string>(parseMailAddress, 'a mail address');

const SPECS = {
  /** Taken before all others, by `withEnvFile`. */
  ENV_FILE: str({ default: '.env' }),
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
  NESTED_APP_AUTH: str({ choices: ['on', 'off'] as const, default: 'on' as const }),
  HOST_ORIGINS: origins({ default: undefined }),
  DATA_DIR: filled({ default: '.data' }),
  DATABASE_URL: postgresUrl({ default: undefined }),
  TRUST_PROXY: proxies({ default: false }),
  LOG_LEVEL: str({ choices: LOG_LEVELS, default: 'info' as const }),
  PANE_DIR: filled({ default: 'dist/pane' }),
  TLS_CERT_FILE: filled({ default: undefined }),
  TLS_KEY_FILE: filled({ default: undefined }),
  STATE_KEY: longSecret({ default: undefined }),
  CHECK_EVERY_HOURS: hours({ default: 24 }),
  HISTORY_DAYS: daysWithin(3_650)({ default: 730 }),
  WEBHOOK_URLS: webhookUrls({ default: undefined }),
  WEBHOOK_SECRET: webhookSecret({ default: undefined }),
  SUPPORT_ADDRESS: supportAddress({ default: undefined }),
  PANE_ORIGIN: httpsOrigin({ default: undefined }),
  SUPPORT_URL: httpsUrl({ default: undefined }),
  MANIFEST_ID: ownGuid({ default: undefined }),
  MANIFEST_REVISION: revision({ default: undefined }),
};

export type SettingName = keyof typeof SPECS;
/** By name, what is wrong with a setting. */
export type Problems = Record<string, string>;
export interface ReadFields {
  /** What is wrong or missing is absent. */
  readonly values: Partial<CleanedEnv<typeof SPECS>>;
  /** With defaults; throws when asked for what is wrong or missing. */
  readonly cleaned: CleanedEnv<typeof SPECS>;
  /** Only of the settings that were asked for. */
  readonly problems: Problems;
}

/**
 * Every setting of the product, wherever it is read: the service, the build of the manifest, the registration. A variable
 * that is set to nothing counts as left out.
 */
export function readFields(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly SettingName[] = Object.keys(SPECS) as SettingName[],
): ReadFields {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const problems: Problems = {};
  const cleaned = cleanEnv(given, SPECS, {
    reporter: ({ errors }) => {
      for (const name of names) {
        const error = errors[name];
        if (error)
          problems[name] = given[name] === undefined ? `is missing: ${error.message}` : error.message;
      }
    },
  });
  // `cleaned` throws when asked for what is wrong; a copy does not.
  return { values: { ...cleaned }, cleaned, problems };
}

/** The cloud that the settings name; what is wrong with them is added to the problems. */
export function cloudOf(
  {
    CLOUD: name,
    LOGIN_ORIGIN: loginOrigin,
    GRAPH_ORIGIN: graphOrigin,
    OFFICE_JS_URL: officeJsUrl,
  }: ReadFields['values'],
  problems: Problems,
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
