/**
 * Ways in which Microsoft's side differs from what its pages lead one to expect. Each was told by somebody or is documented without
 * saying when it applies; all are off until they are switched on.
 */
export const QUIRKS = {
  'own-api-needs-consent': {
    title: 'Our own API is not pre-authorised',
    source: 'Office-Add-in-samples, Outlook-Add-in-SSO-NAA-Identity/README.md; OfficeDev/office-js#4767',
  },
  'roles-not-in-tokens': {
    title: 'Tokens do not name directory roles (no groupMembershipClaims)',
    source: 'learn.microsoft.com/entra/identity-platform/optional-claims',
  },
  'consent-replaces': {
    title: 'A smaller consent takes a larger one away',
    source:
      'entra/identity/enterprise-apps/grant-admin-consent: "may revoke permissions that have already been granted"',
  },
  'consent-known-late': {
    title: 'Not even the same browser knows of a consent before it has spread',
    source: 'AzureAD/microsoft-authentication-library-for-dotnet#2612: 65001 for about 30 s after a grant',
  },
  'cancelled-without-number': {
    title: 'Whoever cancels an admin consent comes back with permission_denied and no number',
    source: 'learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow, "Error response"',
  },
  'sign-in-words-absent': {
    title: 'Grants do not list openid, profile, email and offline_access',
    source:
      'MicrosoftDocs/SupportArticles-docs, troubleshoot-consent-issues; MicrosoftDocs/azure-docs#101648',
  },
  'grants-need-consistency-level': {
    title: 'Grants are listed only with the header ConsistencyLevel',
    source: 'F16, microsoftgraph/msgraph-metadata#116',
  },
  'members-read-grants': {
    title: 'Whoever holds no directory role may read applications and what is granted to them',
    source:
      'learn.microsoft.com/entra/fundamentals/users-default-permissions, "List permissions granted to applications"; graph/api/oauth2permissiongrant-list asks for a role',
  },
  'smaller-permission-shows-grants': {
    title: 'DelegatedPermissionGrant.Read.All shows the grants, and the service principals that they name',
    source: 'no page of Microsoft’s: microsoftgraph/microsoft-graph-docs#18616 and #20986, closed unmerged',
  },
  'opener-kept': {
    title: 'A window keeps its opener at Microsoft’s pages (no Cross-Origin-Opener-Policy)',
    source:
      'learn.microsoft.com/graph/applications-authenticationbehaviors: coopEnforcement can be switched off for an application; OfficeDev/office-js#6548: everybody’s before 23 February 2026',
  },
  'third-party-cookies-blocked': {
    title: 'Browsers block third-party cookies: no silent frame finds a session',
    source: 'AzureAD/microsoft-authentication-library-for-js#7280',
  },
  'version-1-tokens': {
    title: 'Tokens for our own API are of version 1',
    source: 'F19, AzureAD/microsoft-authentication-library-for-js#560 and #2109',
  },
  'tokens-for-another': {
    title: 'Tokens for our own API name another application as their audience',
    source: 'F19, MicrosoftDocs/entra-docs#1086',
  },
  'application-only-key': {
    title: 'Tokens for our own API are signed with a key that is published for the application alone',
    source: 'F19, learn.microsoft.com/entra/identity-platform/access-tokens (claims-mapping, ?appid=)',
  },
  'key-of-personal-accounts': {
    title: 'The key that signs an organisation’s tokens is published as one for personal accounts',
    source:
      'learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer, "the issuer of the signing key"; what the attackers of July 2023 (Storm-0558) had',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly source: string }>>;

export type Quirk = keyof typeof QUIRKS;
