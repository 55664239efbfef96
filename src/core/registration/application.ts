import { type Fields, isFields } from '../fields';

/**
 * An application's registration as Microsoft Graph writes it, as far as the product needs it
 * (https://learn.microsoft.com/en-us/graph/api/resources/application). Made of Graph's answer by `parseApplication`.
 */
export interface Application {
  /** The object's own id; the client id is `appId`. */
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly signInAudience: string;
  /** Words with commas between them, as `SecurityGroup, DirectoryRole`. */
  readonly groupMembershipClaims: string;
  readonly identifierUris: readonly string[];
  readonly spa: Redirects;
  readonly web: Redirects;
  readonly publicClient: Redirects;
  readonly api: ExposedApi;
  readonly appRoles: readonly AppRole[];
  readonly requiredResourceAccess: readonly ResourceAccess[];
  readonly keyCredentials: readonly KeyCredential[];
  readonly passwordCredentials: readonly PasswordCredential[];
  /** Who Microsoft has verified as the publisher; empty where nobody is. */
  readonly verifiedPublisher: string;
}

export interface Redirects {
  readonly redirectUris: readonly string[];
}

export interface ExposedApi {
  readonly requestedAccessTokenVersion: number | null;
  readonly oauth2PermissionScopes: readonly ExposedScope[];
  readonly preAuthorizedApplications: readonly PreAuthorized[];
}

/** Beside what is named here a scope has texts, which are kept as they came. */
export interface ExposedScope extends Fields {
  readonly id: string;
  readonly value: string;
  readonly isEnabled: boolean;
}

export interface PreAuthorized {
  readonly appId: string;
  readonly delegatedPermissionIds: readonly string[];
}

export interface AppRole extends Fields {
  readonly id: string;
  readonly value: string;
  readonly isEnabled: boolean;
  readonly allowedMemberTypes: readonly string[];
}

export interface ResourceAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: 'Scope' | 'Role' }[];
}

/**
 * A certificate. `key` (its DER, in base64) comes only where it is selected by name; the thumbprint of SHA-1 comes always,
 * in base64 or in hex (https://learn.microsoft.com/en-us/graph/api/resources/keycredential).
 */
export interface KeyCredential extends Fields {
  readonly thumbprint: string;
  readonly key: string;
  readonly endDateTime: string;
}

/** A secret, without the secret: Entra tells it once. */
export interface PasswordCredential {
  readonly hint: string;
  readonly endDateTime: string;
}

/** What is asked for by `$select`: keys come only where they are selected by name. */
export const APPLICATION_FIELDS = [
  'id',
  'appId',
  'displayName',
  'signInAudience',
  'groupMembershipClaims',
  'identifierUris',
  'spa',
  'web',
  'publicClient',
  'api',
  'appRoles',
  'requiredResourceAccess',
  'keyCredentials',
  'passwordCredentials',
  'verifiedPublisher',
].join(',');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const fields = (value: unknown): Fields => (isFields(value) ? value : {});
const redirects = (value: unknown): Redirects => ({ redirectUris: texts(fields(value)['redirectUris']) });

/** Graph's answer as an application; undefined where it is none. */
export function parseApplication(answer: unknown): Application | undefined {
  if (!isFields(answer) || text(answer['id']) === '' || text(answer['appId']) === '') return undefined;
  const api = fields(answer['api']);
  const version = api['requestedAccessTokenVersion'];
  return {
    id: text(answer['id']),
    appId: text(answer['appId']).toLowerCase(),
    displayName: text(answer['displayName']),
    signInAudience: text(answer['signInAudience']),
    groupMembershipClaims: text(answer['groupMembershipClaims']),
    identifierUris: texts(answer['identifierUris']),
    spa: redirects(answer['spa']),
    web: redirects(answer['web']),
    publicClient: redirects(answer['publicClient']),
    api: {
      requestedAccessTokenVersion: typeof version === 'number' ? version : null,
      oauth2PermissionScopes: list(api['oauth2PermissionScopes']).map((scope) => ({
        ...scope,
        id: text(scope['id']),
        value: text(scope['value']),
        isEnabled: scope['isEnabled'] === true,
      })),
      preAuthorizedApplications: list(api['preAuthorizedApplications']).map((one) => ({
        appId: text(one['appId']).toLowerCase(),
        delegatedPermissionIds: texts(one['delegatedPermissionIds']),
      })),
    },
    appRoles: list(answer['appRoles']).map((role) => ({
      ...role,
      id: text(role['id']),
      value: text(role['value']),
      isEnabled: role['isEnabled'] === true,
      allowedMemberTypes: texts(role['allowedMemberTypes']),
    })),
    requiredResourceAccess: list(answer['requiredResourceAccess']).map((resource) => ({
      resourceAppId: text(resource['resourceAppId']).toLowerCase(),
      resourceAccess: list(resource['resourceAccess']).map((access) => ({
        id: text(access['id']).toLowerCase(),
        type: access['type'] === 'Role' ? 'Role' : 'Scope',
      })),
    })),
    keyCredentials: list(answer['keyCredentials']).map((key) => ({
      ...key,
      thumbprint: text(key['customKeyIdentifier']),
      key: text(key['key']),
      endDateTime: text(key['endDateTime']),
    })),
    passwordCredentials: list(answer['passwordCredentials']).map((password) => ({
      hint: text(password['hint']),
      endDateTime: text(password['endDateTime']),
    })),
    verifiedPublisher: text(fields(answer['verifiedPublisher'])['displayName']),
  };
}
