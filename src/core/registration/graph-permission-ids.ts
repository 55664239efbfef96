import type { ListedPermission } from '../permission-set';

/** Microsoft Graph's application id, the same in every tenant and cloud. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/**
 * Graph's ids of the permissions, which a registration names instead of the words. The compiler asks for one for each
 * permission of the set. Source: microsoftgraph/microsoft-graph-devx-content, permissions/new/provisioningInfo.json, of
 * August 2026. The four words of OpenID Connect are not in that file: `profile` stands in Graph's sample of
 * servicePrincipal-get, and public scripts of Terraform, Azure CLI and PowerShell agree on all four.
 */
export const GRAPH_PERMISSION_IDS: Readonly<Record<ListedPermission, string>> = {
  'delegated:openid': '37f7f235-527c-4136-accd-4a02d197296e',
  'delegated:profile': '14dad69e-099b-42c9-810b-d002981feec1',
  'delegated:email': '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  'delegated:offline_access': '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
  'delegated:User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'delegated:Mail.ReadWrite': '024d486e-b451-40bb-833d-3e66d98c5c73',
  'delegated:MailboxSettings.ReadWrite': '818c620a-27a9-40bd-a6a5-d96f7d610b4b',
  'delegated:Mail.ReadWrite.Shared': '5df07973-7d5d-46ed-9847-1271055cbd51',
  'delegated:Directory.Read.All': '06da0dbc-49e2-44d2-8312-53f166ab848a',
  'application:Mail.ReadWrite': 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  'application:User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'application:Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  'application:Calendars.ReadWrite': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
};
