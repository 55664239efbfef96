import type { Organisation } from '../organisations';
import type { GraphPermission, Seed } from './seed';

/** Ids of the demo world. They are fixed, so that tests, panel and scenarios can name them. */
export const DEMO = {
  appId: 'e57e4d57-4c00-4a11-9a00-000000000001',
  clientSecret: 'simulated-secret-of-extendsync',
  tenants: {
    contoso: 'c0450000-0000-4000-8000-000000000001',
    fabrikam: 'fab21ca0-0000-4000-8000-000000000002',
    northwind: '40274b14-0000-4000-8000-000000000003',
    extendsync: 'e57e4d57-0000-4000-8000-000000000004',
  },
  users: {
    mia: '11a00000-0000-4000-8000-000000000011',
    adele: 'ade1e000-0000-4000-8000-000000000012',
    alex: 'a1e40000-0000-4000-8000-000000000013',
    priya: '9214a000-0000-4000-8000-000000000014',
    cleo: 'c1e00000-0000-4000-8000-000000000015',
    ira: '14a00000-0000-4000-8000-000000000016',
    rita: '417a0000-0000-4000-8000-000000000017',
    /** The account behind a shared mailbox. */
    support: '50990000-0000-4000-8000-000000000018',
    bo: 'b0000000-0000-4000-8000-000000000021',
    carl: 'ca210000-0000-4000-8000-000000000031',
    /** Carl's guest account in Contoso. */
    carlInContoso: 'ca210000-0000-4000-8000-000000000032',
    olga: '016a0000-0000-4000-8000-000000000041',
  },
} as const;

export interface DemoSeedOptions {
  /** What ExtendSync asks of Microsoft Graph (its required permissions in the app registration). */
  readonly permissions: readonly GraphPermission[];
  readonly spaRedirectUris?: readonly string[];
  readonly webRedirectUris?: readonly string[];
  readonly appId?: string;
  readonly clientSecret?: string;
  /** PEM certificate for client assertions. */
  readonly certificate?: string;
  /** Many more organisations, for the operators' page; the application then stands in its own tenant as well. */
  readonly organisations?: readonly Organisation[];
  /** Every domain that is nobody's belongs to Contoso: whoever's mailbox it is finds an organisation. */
  readonly anyDomainIsContoso?: true;
}

/**
 * The demo world: Contoso (with an alias domain), Fabrikam, the consultancy Northwind and ExtendSync's own tenant. Nobody has
 * consented to anything. Only reserved `.example` domains are used.
 */
export function demoSeed(options: DemoSeedOptions): Seed {
  const { tenants, users } = DEMO;
  const { organisations = [] } = options;
  const appId = options.appId ?? DEMO.appId;
  return {
    ...(options.anyDomainIsContoso === true ? { tenantOfAnyDomain: tenants.contoso } : {}),
    tenants: [
      { id: tenants.contoso, displayName: 'Contoso', domains: ['contoso.example', 'contoso-mail.example'] },
      { id: tenants.fabrikam, displayName: 'Fabrikam', domains: ['fabrikam.example'] },
      { id: tenants.northwind, displayName: 'Northwind Consulting', domains: ['northwind.example'] },
      { id: tenants.extendsync, displayName: 'ExtendSync', domains: ['extendsync.example'] },
      ...organisations.map(({ id, name, domain }) => ({ id, displayName: name, domains: [domain] })),
    ],
    users: [
      {
        id: users.mia,
        upn: 'mia@contoso.example',
        displayName: 'Mia Moreno',
        tenantId: tenants.contoso,
        role: 'user',
      },
      {
        id: users.adele,
        upn: 'adele@contoso.example',
        displayName: 'Adele Admin',
        tenantId: tenants.contoso,
        role: 'global-administrator',
      },
      {
        id: users.alex,
        upn: 'alex@contoso.example',
        displayName: 'Alex Apps',
        tenantId: tenants.contoso,
        role: 'application-administrator',
      },
      {
        id: users.priya,
        upn: 'priya@contoso.example',
        displayName: 'Priya Privileged',
        tenantId: tenants.contoso,
        role: 'privileged-role-administrator',
      },
      {
        id: users.cleo,
        upn: 'cleo@contoso.example',
        displayName: 'Cleo Cloud',
        tenantId: tenants.contoso,
        role: 'cloud-application-administrator',
      },
      {
        id: users.ira,
        upn: 'ira@contoso.example',
        displayName: 'Ira Intelligence',
        tenantId: tenants.contoso,
        role: 'ai-administrator',
      },
      {
        id: users.rita,
        upn: 'rita@contoso.example',
        displayName: 'Rita Reader',
        tenantId: tenants.contoso,
        role: 'global-reader',
      },
      {
        id: users.support,
        upn: 'support@contoso.example',
        displayName: 'Contoso Support',
        tenantId: tenants.contoso,
        role: 'user',
        signInBlocked: true,
      },
      {
        id: users.bo,
        upn: 'bo@fabrikam.example',
        displayName: 'Bo Admin',
        tenantId: tenants.fabrikam,
        role: 'global-administrator',
      },
      {
        id: users.carl,
        upn: 'carl@northwind.example',
        displayName: 'Carl Consultant',
        tenantId: tenants.northwind,
        role: 'user',
        guestIn: [{ tenantId: tenants.contoso, objectId: users.carlInContoso }],
      },
      {
        id: users.olga,
        upn: 'olga@extendsync.example',
        displayName: 'Olga Operator',
        tenantId: tenants.extendsync,
        role: 'global-administrator',
        appRoles: ['Consent.Operator'],
      },
      ...organisations.flatMap(({ id, person }) =>
        person === undefined
          ? []
          : [{ ...person, displayName: person.name, tenantId: id, role: 'user' as const }],
      ),
    ],
    application: {
      appId,
      displayName: 'ExtendSync',
      publisher: 'ExtendSync',
      homeTenantId: tenants.extendsync,
      ...(organisations.length === 0 ? {} : { installedInHomeTenant: true }),
      clientSecret: options.clientSecret ?? DEMO.clientSecret,
      ...(options.certificate === undefined ? {} : { certificate: options.certificate }),
      spaRedirectUris: options.spaRedirectUris ?? [],
      webRedirectUris: options.webRedirectUris ?? [],
      appIdUri: `api://${appId}`,
      exposedScope: 'access_as_user',
      preAuthorizedClients: [appId],
      groupMembershipClaims: 'DirectoryRole',
      appRoles: [
        {
          id: 'c0550e00-0000-4000-8000-0000000000a1',
          value: 'Consent.Operator',
          displayName: 'Reads the consent state of all tenants',
        },
      ],
      requestedPermissions: options.permissions,
    },
  };
}
