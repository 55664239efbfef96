import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cloud, CloudName } from '../core/cloud';
import { parseTenantId, type TenantId } from '../core/tenant';
import { codeOf } from './error-code';
import type { TrustedProxies } from './http/client-address';
import { problemsOfPair } from './key-pair';
import { SettingsError } from './settings-error';
import { cloudOf, readFields, type LogLevel, type SettingName } from './settings-fields';
import type { Credential } from './tenant/entra-questions';

/** Everything that differs between two installations of the service. Read once, at start. */
export interface Settings {
  readonly version: string;
  readonly port: number;
  readonly host: string;
  /** Where the figures are served apart; without it at /metrics of the service, for one's own network. */
  readonly metricsPort?: number | undefined;
  /** The https origin under which browsers reach the service; no trailing slash. */
  readonly publicOrigin: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** The tenant in which the application is registered: it is asked whether the registration is there. */
  readonly homeTenant?: TenantId | undefined;
  readonly cloud: Cloud;
  /** Origins that may show the pane in a frame. */
  readonly hostOrigins: readonly string[];
  /** Where PGlite keeps its files, when there is no `databaseUrl`. */
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly trustProxy: TrustedProxies;
  readonly logLevel: LogLevel;
  readonly paneDir: string;
  /** Where the pane sends people who need help. */
  readonly supportAddress?: string | undefined;
  /** Outlook's broker asks the real Microsoft: without it the pane signs in at the `cloud` itself. */
  readonly nestedAppAuth?: 'off' | undefined;
  /** PEM texts; without them the service speaks http and something before it speaks https. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** After how long Microsoft is asked again about an organisation of the ledger. */
  readonly checkEveryMs: number;
  /** How long the changes of the ledger are kept. */
  readonly historyKeptMs: number;
  /** Where changes of the ledger are told, and the secret that signs them. */
  readonly webhooks?: { readonly urls: readonly string[]; readonly secret: string } | undefined;
  /** The secret behind `state`; undefined: the database makes one and keeps it. */
  readonly stateKey?: string | undefined;
}

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
export const OUTLOOK_ORIGINS: Readonly<Record<Exclude<CloudName, 'custom'>, readonly string[]>> = {
  global: ['https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.cloud.microsoft'],
  usgov: ['https://outlook.office365.us'],
  'usgov-dod': ['https://outlook-dod.office365.us', 'https://webmail.apps.mil'],
  china: ['https://partner.outlook.cn'],
};

const HOUR_MS = 60 * 60_000;

type FileSetting = SettingName & `${string}_FILE`;

/**
 * Reads the settings from the environment (and the files that it names). Throws a `SettingsError` that names every
 * setting that is missing or wrong. A variable that is set to nothing counts as left out.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { values: env, cleaned, problems } = readFields(environment);

  const fileText = (name: FileSetting): string | undefined => {
    const file = env[name];
    if (file === undefined) return undefined;
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      problems[name] = `cannot be read (${codeOf(error) ?? 'unknown reason'})`;
      return undefined;
    }
  };
  const pair = (first: FileSetting, second: FileSetting) => {
    if ((env[first] === undefined) !== (env[second] === undefined)) {
      problems[env[first] === undefined ? first : second] =
        `is missing: ${first} and ${second} belong together`;
    }
    const one = fileText(first);
    const other = fileText(second);
    if (one === undefined || other === undefined) return undefined;
    const wrong = problemsOfPair(one, other);
    if (wrong.certificate !== undefined) problems[first] = wrong.certificate;
    if (wrong.key !== undefined) problems[second] = wrong.key;
    return [one, other] as const;
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
  const cloud = cloudOf(env, problems);
  const credential: Credential | undefined =
    secret !== undefined
      ? { kind: 'secret', secret }
      : certificate && { kind: 'certificate', certificate: certificate[0], privateKey: certificate[1] };

  const { WEBHOOK_URLS: urls, WEBHOOK_SECRET: webhookSecret } = env;
  const together = 'is missing: WEBHOOK_URLS and WEBHOOK_SECRET belong together';
  if (urls === undefined && webhookSecret !== undefined) problems['WEBHOOK_URLS'] ??= together;
  if (urls !== undefined && webhookSecret === undefined) problems['WEBHOOK_SECRET'] ??= together;

  // Two zeros are two ports, which the system chooses.
  if (env.METRICS_PORT !== undefined && env.METRICS_PORT === env.PORT && env.PORT !== 0)
    problems['METRICS_PORT'] = 'is the service’s own PORT: give the figures another one';

  const isBrokerOff = env.NESTED_APP_AUTH === 'off';
  // At Microsoft the standard sign-in is the worse way: it needs windows, and cookies of a third party.
  if (isBrokerOff && env.CLOUD !== 'custom') problems['NESTED_APP_AUTH'] = 'off belongs to CLOUD=custom only';

  const homeTenant = parseTenantId(env.HOME_TENANT);
  if (Object.keys(problems).length > 0 || !cloud || !credential) throw new SettingsError(problems);
  return {
    version: packageVersion(),
    port: cleaned.PORT,
    host: cleaned.HOST,
    metricsPort: cleaned.METRICS_PORT,
    publicOrigin: cleaned.PUBLIC_ORIGIN,
    clientId: cleaned.CLIENT_ID,
    credential,
    homeTenant,
    cloud,
    hostOrigins: cleaned.HOST_ORIGINS ?? (cloud.name === 'custom' ? [] : OUTLOOK_ORIGINS[cloud.name]),
    dataDir: cleaned.DATA_DIR,
    databaseUrl: cleaned.DATABASE_URL,
    trustProxy: cleaned.TRUST_PROXY,
    logLevel: cleaned.LOG_LEVEL,
    paneDir: cleaned.PANE_DIR,
    checkEveryMs: cleaned.CHECK_EVERY_HOURS * HOUR_MS,
    historyKeptMs: cleaned.HISTORY_DAYS * 24 * HOUR_MS,
    tls: tls && { cert: tls[0], key: tls[1] },
    webhooks: urls && webhookSecret ? { urls, secret: webhookSecret } : undefined,
    stateKey: cleaned.STATE_KEY,
    supportAddress: cleaned.SUPPORT_ADDRESS,
    nestedAppAuth: isBrokerOff ? 'off' : undefined,
  };
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
