import type { WantedRegistration } from './wanted';

/**
 * The registration as a Bicep file for Microsoft's Graph extension, deployed with
 * `az deployment group create`. What names the client id comes with the second deployment: Entra gives it at the first, and
 * a resource cannot name itself (https://learn.microsoft.com/en-us/graph/templates/bicep/reference/applications). Where it is
 * known it stands in the file, for a deployment without it would take out what names it.
 */
export function bicepOf(wanted: WantedRegistration, clientId = ''): string {
  const { displayName, uniqueName, signInAudience, groupMembershipClaims, spa, web, api, appRoles } = wanted;
  const [scope] = api.oauth2PermissionScopes;
  const body = {
    displayName,
    uniqueName,
    signInAudience,
    groupMembershipClaims,
    identifierUris: raw("empty(clientId) ? [] : [ 'api://${clientId}' ]"),
    spa,
    web,
    api: {
      ...api,
      preAuthorizedApplications: raw(
        `empty(clientId) ? [] : [ { appId: clientId, delegatedPermissionIds: [ '${scope.id}' ] } ]`,
      ),
    },
    appRoles,
    requiredResourceAccess: wanted.requiredResourceAccess,
  };
  return [
    "extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0'",
    '',
    "@description('Empty at the first deployment; then the output clientId of it, here, and deploy again.')",
    `param clientId string = ${quoted(clientId)}`,
    '',
    `resource application 'Microsoft.Graph/applications@v1.0' = ${bicepValue(body, 0)}`,
    '',
    "resource servicePrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {",
    '  appId: application.appId',
    '}',
    '',
    'output clientId string = application.appId',
    '',
  ].join('\n');
}

/** An expression that stands in the file as it is. */
interface Raw {
  readonly raw: string;
}
const raw = (expression: string): Raw => ({ raw: expression });
const isRaw = (value: object): value is Raw => 'raw' in value;

function bicepValue(value: unknown, depth: number): string {
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isRaw(value)) return value.raw;
  const isList = Array.isArray(value);
  const lines = isList
    ? value.map((one) => inner + bicepValue(one, depth + 1))
    : Object.entries(value).map(([name, one]) => `${inner}${name}: ${bicepValue(one, depth + 1)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join('\n')}\n${outer}${close}`;
}

/** `\\`, `'` and `${` have a meaning in a text of Bicep (https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/data-types). */
const quoted = (text: string): string =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('${', String.raw`\${`)}'`;
