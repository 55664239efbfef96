import { scopesIn } from '../../core/permissions';
import { parseGuid } from '../../core/tenant';

/*
 * What the service reads of Microsoft Graph's objects. Each function answers undefined for what is not such an object.
 * Ids are compared in lower case: Graph writes them so, a script may not have.
 */

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** https://learn.microsoft.com/en-us/graph/api/resources/serviceprincipal */
export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly accountEnabled: boolean | undefined;
  readonly appRoleAssignmentRequired: boolean | undefined;
  readonly appRoles: readonly { readonly id: string; readonly value: string }[];
}

export function parseServicePrincipal(item: unknown): ServicePrincipal | undefined {
  const fields = fieldsOf(item);
  // An object id has the shape of a tenant's.
  const id = parseGuid(textOf(fields?.['id']));
  const appId = textOf(fields?.['appId'])?.toLowerCase();
  if (!fields || !id || !appId) return undefined;
  const { accountEnabled, appRoleAssignmentRequired, appRoles } = fields;
  return {
    id,
    appId,
    accountEnabled: flagOf(accountEnabled),
    appRoleAssignmentRequired: flagOf(appRoleAssignmentRequired),
    appRoles: Array.isArray(appRoles) ? appRoles.flatMap((role: unknown) => parseAppRole(role) ?? []) : [],
  };
}

function parseAppRole(item: unknown): { readonly id: string; readonly value: string } | undefined {
  const fields = fieldsOf(item);
  const id = textOf(fields?.['id'])?.toLowerCase();
  const value = textOf(fields?.['value']);
  return id !== undefined && value !== undefined ? { id, value } : undefined;
}

/** https://learn.microsoft.com/en-us/graph/api/resources/oauth2permissiongrant; `clientId` is the object id of a service principal. */
export interface Grant {
  readonly clientId: string | undefined;
  readonly resourceId: string | undefined;
  readonly reach: 'everybody' | 'one-user' | undefined;
  readonly principalId: string | undefined;
  readonly scopes: readonly string[];
}

export function parseGrant(item: unknown): Grant | undefined {
  const fields = fieldsOf(item);
  if (!fields) return undefined;
  const idOf = (name: string): string | undefined => textOf(fields[name])?.toLowerCase();
  const consentType = textOf(fields['consentType'])?.toLowerCase();
  return {
    clientId: idOf('clientId'),
    resourceId: idOf('resourceId'),
    reach:
      consentType === 'allprincipals' ? 'everybody' : consentType === 'principal' ? 'one-user' : undefined,
    principalId: idOf('principalId'),
    // One text of names; Entra's own pages write spaces, scripts write what they like.
    scopes: scopesIn(textOf(fields['scope']) ?? ''),
  };
}

/** https://learn.microsoft.com/en-us/graph/api/resources/approleassignment */
export interface Assignment {
  readonly appRoleId: string;
  readonly resourceId: string;
}

export function parseAssignment(item: unknown): Assignment | undefined {
  const fields = fieldsOf(item);
  const appRoleId = textOf(fields?.['appRoleId'])?.toLowerCase();
  const resourceId = textOf(fields?.['resourceId'])?.toLowerCase();
  return appRoleId !== undefined && resourceId !== undefined ? { appRoleId, resourceId } : undefined;
}

/** https://learn.microsoft.com/en-us/graph/api/resources/directoryrole */
export interface DirectoryRole {
  readonly roleTemplateId: string;
}

export function parseDirectoryRole(item: unknown): DirectoryRole | undefined {
  const roleTemplateId = textOf(fieldsOf(item)?.['roleTemplateId']);
  return roleTemplateId === undefined ? undefined : { roleTemplateId };
}

/** The name of an organisation (https://learn.microsoft.com/en-us/graph/api/resources/organization). */
export const parseOrganisation = (item: unknown): string | undefined =>
  textOf(fieldsOf(item)?.['displayName']) || undefined;
