import { PATHS } from '../api/paths';
import { OWN_SCOPE } from '../consent/own-api';
import { PERMISSION_SET, type ListedPermission } from '../permission-set';
import { permissionId } from '../permissions';
import type { AppRole, ExposedScope, ResourceAccess } from './application';
import { GRAPH_APP_ID, GRAPH_PERMISSION_IDS } from './graph-permission-ids';

/** Where an installation stands; origins have no trailing slash. */
export interface Installation {
  /** The service's origin, and the approval page's. */
  readonly publicOrigin: string;
  /** The pane's origin, where it is another one. */
  readonly paneOrigin: string;
}

/** The registration that the product needs, apart from what takes the client id (see `ownApi`). */
export interface WantedRegistration {
  readonly displayName: string;
  /** A key of one's own choice, by which Graph and Bicep find the registration again. Entra never lets it change. */
  readonly uniqueName: string;
  readonly signInAudience: 'AzureADMultipleOrgs';
  readonly groupMembershipClaims: 'DirectoryRole';
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly web: { readonly redirectUris: readonly string[] };
  readonly api: {
    readonly requestedAccessTokenVersion: 2;
    readonly oauth2PermissionScopes: readonly [ExposedScope];
  };
  readonly appRoles: readonly [AppRole];
  readonly requiredResourceAccess: readonly [ResourceAccess];
}

/** What of the registration names its own client id, which Entra gives when the registration is made. */
export interface OwnApi {
  readonly identifierUri: string;
  /** The pane gets a token for our service before anybody has consented (Office-Add-in-samples, Outlook-Add-in-SSO-NAA-Identity). */
  readonly preAuthorized: string;
}

export const ownApi = (clientId: string): OwnApi => ({
  identifierUri: `api://${clientId}`,
  preAuthorized: clientId,
});

/** The registration's whole body for Graph, where its client id is known. */
export function withOwnApi(wanted: WantedRegistration, clientId: string): object {
  const { identifierUri, preAuthorized } = ownApi(clientId);
  const [{ id }] = wanted.api.oauth2PermissionScopes;
  return {
    ...wanted,
    identifierUris: [identifierUri],
    api: {
      ...wanted.api,
      preAuthorizedApplications: [{ appId: preAuthorized, delegatedPermissionIds: [id] }],
    },
  };
}

/** Ids within one registration: any GUID will do, and the same in every installation keeps scripts simple. */
const SCOPE_ID = '0b1d7a52-51c6-4b0e-9f3a-6c1f6e3f0a01';
const OPERATOR_ROLE_ID = '0b1d7a52-51c6-4b0e-9f3a-6c1f6e3f0a02';
/** The role that lists all organisations' consent (`GET /api/tenants`). */
export const OPERATOR_ROLE = 'Consent.Operator';

/** The registration that the permission set and the addresses of an installation ask for. */
export function wantedRegistration({ publicOrigin, paneOrigin }: Installation): WantedRegistration {
  const origins = [...new Set([paneOrigin, publicOrigin])];
  return {
    displayName: 'ExtendSync',
    uniqueName: `extendsync-outlook-${new URL(publicOrigin).host.replaceAll(/[^a-z0-9.-]/g, '-')}`,
    signInAudience: 'AzureADMultipleOrgs',
    // Directory roles stand in tokens (`wids`), so that the pane knows whether the user may approve
    // (https://learn.microsoft.com/en-us/entra/identity-platform/optional-claims).
    groupMembershipClaims: 'DirectoryRole',
    spa: {
      redirectUris: [
        // Nested app authentication: the host's part of the address only (Office's page on it, 12/15/2025).
        ...origins.map((origin) => `brk-multihub://${new URL(origin).host}`),
        ...origins.map((origin) => origin + PATHS.redirectPage),
      ],
    },
    web: {
      redirectUris: [PATHS.consentReturn, PATHS.consentLook, PATHS.approvalPage].map(
        (path) => publicOrigin + path,
      ),
    },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [
        {
          id: SCOPE_ID,
          value: OWN_SCOPE,
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Ask the ExtendSync service',
          adminConsentDescription:
            'Lets the add-in ask its own service whether the organisation has approved it.',
          userConsentDisplayName: 'Ask the ExtendSync service',
          userConsentDescription:
            'Lets the add-in ask its own service whether your organisation has approved it.',
        },
      ],
    },
    appRoles: [
      {
        id: OPERATOR_ROLE_ID,
        value: OPERATOR_ROLE,
        displayName: 'Consent operator',
        description: 'Reads which organisations have approved ExtendSync.',
        allowedMemberTypes: ['User'],
        isEnabled: true,
      },
    ],
    requiredResourceAccess: [
      {
        resourceAppId: GRAPH_APP_ID,
        resourceAccess: PERMISSION_SET.map((permission) => ({
          id: GRAPH_PERMISSION_IDS[permissionId(permission) as ListedPermission],
          type: permission.kind === 'application' ? 'Role' : 'Scope',
        })),
      },
    ],
  };
}

/** The permission's name for an id of Graph, as people read it; the id itself where it is none of ours. */
export function nameOfGraphPermission(id: string, type: 'Scope' | 'Role'): string {
  const known = Object.entries(GRAPH_PERMISSION_IDS).find(([, one]) => one === id)?.[0];
  const kind = type === 'Role' ? 'application' : 'delegated';
  return known === undefined ? `${id} (${kind})` : `${known.slice(known.indexOf(':') + 1)} (${kind})`;
}
