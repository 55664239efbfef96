import type { CloudName } from '../cloud';
import type { TenantId } from '../tenant';

// https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud, "App registration endpoints".
const PORTALS: Readonly<Record<Exclude<CloudName, 'custom'>, string>> = {
  global: 'https://portal.azure.com',
  usgov: 'https://portal.azure.us',
  'usgov-dod': 'https://portal.azure.us',
  china: 'https://portal.azure.cn',
};

// https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/myapps-overview; elsewhere the portal's own help leads.
const MY_APPS: Readonly<Partial<Record<CloudName, string>>> = {
  global: 'https://myapps.microsoft.com',
  usgov: 'https://myapps.microsoft.us',
  'usgov-dod': 'https://myapps.microsoft.us',
};

/** Where users see, and take back, what they granted for themselves; undefined where a cloud has no such page. */
export const myAppsUrl = (cloud: CloudName): string | undefined => MY_APPS[cloud];

/**
 * The list of enterprise applications of a tenant in Entra's portal. An application's own page needs the object id that
 * it has in that tenant, which the pane does not know. Undefined in a cloud of the installation's own.
 *
 * The view is the one that Microsoft's documentation links to (New-ServicePrincipal, parameter AppId); a tenant's id as
 * first part of the path makes the portal open in that tenant.
 */
export function applicationsUrl(cloud: CloudName, tenant: TenantId | undefined): string | undefined {
  if (cloud === 'custom') return undefined;
  const start = tenant === undefined ? PORTALS[cloud] : `${PORTALS[cloud]}/${tenant}`;
  return `${start}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
}
