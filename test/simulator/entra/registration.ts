import { createHash } from 'node:crypto';
import { GRAPH_APP_ID, guidFrom, offeredPermissions, permissionId } from './graph-permissions';
import type { GraphPermission, SeedApplication } from './seed';

/** Microsoft Graph's application object, as it is written and read (learn.microsoft.com/graph/api/resources/application). */
export type ApplicationObject = Readonly<Record<string, unknown>>;

type Json = Readonly<Record<string, unknown>>;
export const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : []);
export const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The scope's id in a registration that was not made by Graph's call. */
export const seededScopeId = (application: SeedApplication): string => guidFrom(`scope:${application.appId}`);

/** The registration that the world begins with, as Graph shows it. */
export function objectOf(application: SeedApplication): ApplicationObject {
  const scopeId = seededScopeId(application);
  const { certificate } = application;
  return {
    id: guidFrom(`application:${application.appId}`),
    appId: application.appId,
    displayName: application.displayName,
    publisherDomain: 'extendsync.example',
    signInAudience: 'AzureADMultipleOrgs',
    groupMembershipClaims:
      application.groupMembershipClaims === 'none' ? null : application.groupMembershipClaims,
    identifierUris: [application.appIdUri],
    spa: { redirectUris: application.spaRedirectUris },
    web: { redirectUris: application.webRedirectUris },
    publicClient: { redirectUris: [] },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [
        { id: scopeId, value: application.exposedScope, type: 'User', isEnabled: true },
      ],
      preAuthorizedApplications: application.preAuthorizedClients.map((appId) => ({
        appId,
        delegatedPermissionIds: [scopeId],
      })),
    },
    appRoles: application.appRoles.map((role) => ({
      ...role,
      allowedMemberTypes: ['User'],
      isEnabled: true,
    })),
    requiredResourceAccess: [
      {
        resourceAppId: GRAPH_APP_ID,
        resourceAccess: application.requestedPermissions.map((permission) => ({
          id: permissionId(permission),
          type: permission.kind === 'application' ? 'Role' : 'Scope',
        })),
      },
    ],
    keyCredentials: certificate === undefined ? [] : [keyCredentialOf(certificate)],
    passwordCredentials: [
      {
        keyId: guidFrom('password'),
        hint: application.clientSecret.slice(0, 3),
        endDateTime: '2099-01-01T00:00:00Z',
      },
    ],
    verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
  };
}

const bare = (pem: string): string => pem.replaceAll(/-----[^-]+-----|\s/g, '');

function keyCredentialOf(certificate: string): Json {
  return {
    keyId: guidFrom(certificate),
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    key: bare(certificate),
    customKeyIdentifier: thumbprintOf(bare(certificate)),
    endDateTime: '2099-01-01T00:00:00Z',
  };
}

/** "When not provided in the payload, defaults to the thumbprint of the certificate" (graph/api/resources/keycredential). */
export const thumbprintOf = (key: string): string =>
  createHash('sha1').update(Buffer.from(key, 'base64')).digest('hex').toUpperCase();

/** What a registration means to the rest of the world; `before`: what Graph's object does not hold. */
export function applicationOf(registered: ApplicationObject, before: SeedApplication): SeedApplication {
  const api = object(registered['api']);
  const appId = String(registered['appId']);
  const scope = objects(api['oauth2PermissionScopes']).find((one) => one['isEnabled'] === true);
  const claims = String(registered['groupMembershipClaims'] ?? 'None');
  const key = objects(registered['keyCredentials']).at(-1)?.['key'];
  const certificate =
    typeof key === 'string'
      ? `-----BEGIN CERTIFICATE-----\n${key.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
      : undefined;
  return {
    appId,
    displayName: String(registered['displayName']),
    publisher: before.publisher,
    homeTenantId: before.homeTenantId,
    clientSecret: before.clientSecret,
    ...(certificate === undefined ? {} : { certificate }),
    spaRedirectUris: texts(object(registered['spa'])['redirectUris']),
    webRedirectUris: texts(object(registered['web'])['redirectUris']),
    appIdUri: texts(registered['identifierUris'])[0] ?? `api://${appId}`,
    exposedScope: String(scope?.['value'] ?? 'no-scope-is-exposed'),
    preAuthorizedClients: objects(api['preAuthorizedApplications'])
      .filter((one) => texts(one['delegatedPermissionIds']).includes(String(scope?.['id'])))
      .map((one) => String(one['appId'])),
    groupMembershipClaims: /\b(DirectoryRole|All)\b/.test(claims) ? 'DirectoryRole' : 'none',
    appRoles: objects(registered['appRoles']).map((role) => ({
      id: String(role['id']),
      value: String(role['value']),
      displayName: String(role['displayName']),
    })),
    requestedPermissions: objects(registered['requiredResourceAccess'])
      .filter((resource) => resource['resourceAppId'] === GRAPH_APP_ID)
      .flatMap((resource) => objects(resource['resourceAccess']))
      .flatMap((access) => permissionOf(String(access['id']))),
  };
}

function permissionOf(id: string): readonly GraphPermission[] {
  return offeredPermissions([]).filter((permission) => permissionId(permission) === id);
}
