/** One of Microsoft's clouds: where people sign in, where Graph is, where office.js comes from. Origins have no trailing slash. */
export interface Cloud {
  readonly name: CloudName;
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  readonly officeJsUrl: string;
}

export const CLOUD_NAMES = ['global', 'usgov', 'usgov-dod', 'china', 'custom'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

const WORLD_OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * Microsoft's clouds (https://learn.microsoft.com/en-us/graph/deployments and
 * https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud). China's sign-in has a second, older
 * name, `login.chinacloudapi.cn`, which leads on to this one. Its operator names this one
 * (https://docs.azure.cn/entra/identity-platform/authentication-national-cloud), MSAL knows no other by heart, and a page of
 * ours lets nothing through to a host that it does not name.
 */
export const CLOUDS: Readonly<Record<Exclude<CloudName, 'custom'>, Cloud>> = {
  global: {
    name: 'global',
    loginOrigin: 'https://login.microsoftonline.com',
    graphOrigin: 'https://graph.microsoft.com',
    officeJsUrl: WORLD_OFFICE_JS,
  },
  usgov: {
    name: 'usgov',
    loginOrigin: 'https://login.microsoftonline.us',
    graphOrigin: 'https://graph.microsoft.us',
    officeJsUrl: WORLD_OFFICE_JS,
  },
  'usgov-dod': {
    name: 'usgov-dod',
    loginOrigin: 'https://login.microsoftonline.us',
    graphOrigin: 'https://dod-graph.microsoft.us',
    officeJsUrl: WORLD_OFFICE_JS,
  },
  china: {
    name: 'china',
    loginOrigin: 'https://login.partner.microsoftonline.cn',
    graphOrigin: 'https://microsoftgraph.chinacloudapi.cn',
    officeJsUrl: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  },
};
