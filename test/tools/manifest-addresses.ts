import { CLOUDS } from '../../src/core/cloud';

/** What differs between installations in the manifest. Origins have no trailing slash. */
export interface ManifestAddresses {
  readonly paneOrigin: string;
  readonly loginOrigin: string;
  readonly supportUrl: string;
  /** One to four numbers with dots between. */
  readonly version: string;
}

/** What manifest.xml holds in the repository: a developer's machine. */
export const DEVELOPMENT: Omit<ManifestAddresses, 'version'> = {
  paneOrigin: 'https://localhost:3000',
  loginOrigin: CLOUDS.global.loginOrigin,
  supportUrl: 'https://extendsync.example/support',
};

/**
 * Reads the addresses from settings: PANE_ORIGIN (or the service's PUBLIC_ORIGIN), CLOUD, LOGIN_ORIGIN, SUPPORT_URL.
 * What is not set is as on a developer's machine. Throws with the setting's name when a value cannot be used.
 */
export function addressesFrom(
  settings: Readonly<Record<string, string | undefined>>,
  version: string,
): ManifestAddresses {
  const cloud = settings['CLOUD'] ?? 'global';
  const loginOfCloud = Object.values(CLOUDS).find((one) => one.name === cloud)?.loginOrigin;
  if (loginOfCloud === undefined && settings['LOGIN_ORIGIN'] === undefined) {
    throw new Error(
      `CLOUD is ${JSON.stringify(cloud)}: it must be ${Object.keys(CLOUDS).join(', ')}, or custom with LOGIN_ORIGIN.`,
    );
  }
  const pane = settings['PANE_ORIGIN'] === undefined ? 'PUBLIC_ORIGIN' : 'PANE_ORIGIN';
  const supportUrl = settings['SUPPORT_URL'] ?? DEVELOPMENT.supportUrl;
  if (httpsUrl(supportUrl) === undefined) throw new Error(`SUPPORT_URL is no https address: ${supportUrl}`);
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version)) {
    throw new Error(`The version in package.json must be up to four numbers for a manifest, not ${version}.`);
  }
  return {
    paneOrigin: origin(pane, settings[pane] ?? DEVELOPMENT.paneOrigin),
    loginOrigin: origin('LOGIN_ORIGIN', settings['LOGIN_ORIGIN'] ?? loginOfCloud ?? ''),
    supportUrl,
    version,
  };
}

/** Writes the addresses into the text of manifest.xml. Throws when one of the places is not there to be written. */
export function rewriteManifest(xml: string, addresses: ManifestAddresses): string {
  return [
    [`"${DEVELOPMENT.paneOrigin}/`, `"${addresses.paneOrigin}/`],
    [`<AppDomain>${DEVELOPMENT.loginOrigin}<`, `<AppDomain>${addresses.loginOrigin}<`],
    [`"${DEVELOPMENT.supportUrl}"`, `"${escapeXml(addresses.supportUrl)}"`],
    [/<Version>[^<]*<\/Version>/, `<Version>${fourParts(addresses.version)}</Version>`],
  ].reduce((text, [place, value]) => {
    const found = typeof place === 'string' ? text.includes(place) : (place as RegExp).test(text);
    if (!found)
      throw new Error(`manifest.xml has no place for ${String(value)}: looked for ${String(place)}.`);
    return typeof place === 'string'
      ? text.replaceAll(place, () => String(value))
      : text.replace(place as RegExp, String(value));
  }, xml);
}

/** Outlook compares versions number by number; four of them leave nothing to guess. */
function fourParts(version: string): string {
  return [...version.split('.'), '0', '0', '0'].slice(0, 4).join('.');
}

function origin(name: string, text: string): string {
  const url = httpsUrl(text);
  if (url === undefined || url.origin !== text.replace(/\/$/, '')) {
    throw new Error(`${name} must be an https origin like https://addin.example.com, not ${text}.`);
  }
  return url.origin;
}

function httpsUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
