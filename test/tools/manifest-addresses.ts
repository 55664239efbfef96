import { PATHS } from '../../src/core/api/paths';
import { CLOUDS } from '../../src/core/cloud';
import { SettingsError } from '../../src/service/settings-error';
import { cloudOf, readFields } from '../../src/service/settings-fields';

/** What differs between installations in the manifest. Origins have no trailing slash. */
export interface ManifestAddresses {
  readonly paneOrigin: string;
  readonly loginOrigin: string;
  readonly supportUrl: string;
  /** One to four numbers with dots between. */
  readonly version: string;
  /** Where it is not the product's: Exchange takes one add-in of an id. */
  readonly id: string | undefined;
  /** The fourth number of the version: with the same version Outlook keeps the old manifest. */
  readonly revision: number | undefined;
}

/** What manifest.xml holds in the repository: a developer's machine. */
export const DEVELOPMENT: Pick<ManifestAddresses, 'paneOrigin' | 'loginOrigin' | 'supportUrl'> = {
  paneOrigin: 'https://localhost:3000',
  loginOrigin: CLOUDS.global.loginOrigin,
  supportUrl: 'https://extendsync.example/support',
};

/**
 * Reads the addresses from settings: PANE_ORIGIN (or the service's PUBLIC_ORIGIN), CLOUD, LOGIN_ORIGIN, SUPPORT_URL,
 * MANIFEST_ID, MANIFEST_REVISION.
 * Without an origin they are a developer's machine's; with one nothing of that machine is left, and people who need help
 * are sent to the installation's own page. Throws with the setting's name when a value cannot be used.
 */
export function addressesFrom(
  settings: Readonly<Record<string, string | undefined>>,
  version: string,
): ManifestAddresses {
  const { values, problems: all } = readFields(settings, [
    'PANE_ORIGIN',
    'PUBLIC_ORIGIN',
    'CLOUD',
    'LOGIN_ORIGIN',
    'GRAPH_ORIGIN',
    'SUPPORT_URL',
    'MANIFEST_ID',
    'MANIFEST_REVISION',
  ]);
  // A build may come before anything else is set.
  const problems = Object.fromEntries(Object.entries(all).filter(([name]) => settings[name]));
  const cloud = cloudOf(values, problems);
  if (Object.keys(problems).length > 0 || !cloud) {
    throw new SettingsError(problems, 'The manifest cannot be written');
  }
  // Microsoft's validation turns down what is below 1.0 ("Manifest Version Correct Value",
  // https://github.com/OfficeDev/generator-office/issues/590), and with it whoever deploys such a manifest.
  if (!/^[1-9]\d{0,4}(\.\d{1,5}){0,3}$/.test(version)) {
    throw new Error(
      `The version in package.json must be up to four numbers for a manifest, from 1.0 on, not ${version}.`,
    );
  }
  const { PUBLIC_ORIGIN: publicOrigin, PANE_ORIGIN: paneOrigin = publicOrigin } = values;
  const ownPage = publicOrigin ?? paneOrigin;
  return {
    paneOrigin: paneOrigin ?? DEVELOPMENT.paneOrigin,
    loginOrigin: cloud.loginOrigin,
    supportUrl: values.SUPPORT_URL ?? (ownPage ? ownPage + PATHS.approvalPage : DEVELOPMENT.supportUrl),
    version,
    id: values.MANIFEST_ID,
    revision: values.MANIFEST_REVISION,
  };
}

/**
 * Writes the addresses into the text of manifest.xml. Throws when one of the places is not there to be written. The note at its
 * head, which says whose addresses it holds, is true for a developer's machine alone.
 */
export function rewriteManifest(xml: string, addresses: ManifestAddresses): string {
  const isForHere = addresses.paneOrigin === DEVELOPMENT.paneOrigin;
  return [
    [`"${DEVELOPMENT.paneOrigin}/`, `"${addresses.paneOrigin}/`],
    [`<AppDomain>${DEVELOPMENT.paneOrigin}<`, `<AppDomain>${addresses.paneOrigin}<`],
    [`<AppDomain>${DEVELOPMENT.loginOrigin}<`, `<AppDomain>${addresses.loginOrigin}<`],
    [`"${DEVELOPMENT.supportUrl}"`, `"${escapeXml(addresses.supportUrl)}"`],
    [/<Version>[^<]*<\/Version>/, `<Version>${manifestVersion(addresses)}</Version>`],
    [/<Id>[^<]*<\/Id>/, addresses.id === undefined ? '$&' : `<Id>${addresses.id}</Id>`],
  ].reduce(
    (text, [place, value]) => {
      const found = typeof place === 'string' ? text.includes(place) : (place as RegExp).test(text);
      if (!found)
        throw new Error(`manifest.xml has no place for ${String(value)}: looked for ${String(place)}.`);
      return typeof place === 'string'
        ? text.replaceAll(place, () => String(value))
        : text.replace(place as RegExp, String(value));
    },
    isForHere ? xml : xml.replace(/<!--[^]*?-->\r?\n/, ''),
  );
}

/** Outlook compares versions number by number; four of them leave nothing to guess. */
export function manifestVersion({ version, revision }: ManifestAddresses): string {
  const parts = [...version.split('.'), '0', '0', '0'].slice(0, 4);
  return (revision === undefined ? parts : [...parts.slice(0, 3), String(revision)]).join('.');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
