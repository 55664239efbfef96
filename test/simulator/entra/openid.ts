import { errorBody, refusal } from './errors';
import type { Exchange } from './exchange';
import type { EntraState } from './state';

/** Paths that name no tenant. */
export const GENERIC_TENANTS: ReadonlySet<string> = new Set(['organizations', 'common', 'consumers']);

/** Tenant documents are public and readable from any page, as at Microsoft. */
export const PUBLIC_CORS: Readonly<Record<string, string>> = { 'Access-Control-Allow-Origin': '*' };

/**
 * `/{tenant}/v2.0/.well-known/openid-configuration` (learn.microsoft.com/entra/identity-platform/v2-protocols-oidc). A domain answers
 * with the id of its tenant; an unknown one is refused with AADSTS90002; organizations and common answer the `{tenantid}` template.
 */
export function answerOpenIdConfiguration(state: EntraState, exchange: Exchange, tenantText: string): void {
  const { origin } = state;
  const generic = GENERIC_TENANTS.has(tenantText.toLowerCase());
  const tenant = state.directory.findTenant(tenantText);
  if (!generic && tenant === undefined) {
    const refused = refusal(90002, { tenant: tenantText }, { error: 'invalid_tenant' });
    exchange.outcome = 'AADSTS90002';
    exchange.sendJson(400, errorBody(refused, origin, state.clock), PUBLIC_CORS);
    return;
  }
  const segment = tenant?.id ?? tenantText.toLowerCase();
  const base = `${origin}/${segment}`;
  exchange.outcome = 'configuration';
  exchange.sendJson(
    200,
    {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      issuer: `${origin}/${tenant?.id ?? '{tenantid}'}/v2.0`,
      request_uri_parameter_supported: false,
      userinfo_endpoint: `${origin}/oidc/userinfo`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      http_logout_supported: true,
      frontchannel_logout_supported: true,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      claims_supported: [
        'sub',
        'iss',
        'aud',
        'exp',
        'iat',
        'nonce',
        'preferred_username',
        'name',
        'tid',
        'ver',
        'email',
      ],
      tenant_region_scope: null,
      cloud_instance_name: new URL(origin).host,
      cloud_graph_host_name: new URL(state.graphOrigin).host,
      msgraph_host: new URL(state.graphOrigin).host,
    },
    PUBLIC_CORS,
  );
}

/** The tenant of personal accounts (learn.microsoft.com/entra/identity-platform/access-tokens). */
const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * `/{tenant}/discovery/v2.0/keys`: the public keys (RFC 7517). Each names whose tokens it signs: a tenant's, by the template of
 * its issuer every organisation's, or those of personal accounts (github.com/panva/wellknown keeps Microsoft's own document).
 */
export function answerKeys(state: EntraState, exchange: Exchange, tenantText: string): void {
  const signed = state.directory.has('key-of-personal-accounts')
    ? PERSONAL
    : (state.directory.findTenant(tenantText)?.id ?? '{tenantid}');
  const issuer = `${state.origin}/${signed}/v2.0`;
  exchange.outcome = 'keys';
  exchange.sendJson(200, { keys: state.keys.published.map((key) => ({ ...key, issuer })) }, PUBLIC_CORS);
}

/** `/common/discovery/instance`: which hosts are one cloud. Ours is a cloud of one host. */
export function answerInstanceDiscovery(state: EntraState, exchange: Exchange): void {
  const { host } = new URL(state.origin);
  exchange.outcome = 'instance';
  exchange.sendJson(
    200,
    {
      tenant_discovery_endpoint: `${state.origin}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    },
    PUBLIC_CORS,
  );
}
