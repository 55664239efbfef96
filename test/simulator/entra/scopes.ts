import { GRAPH_APP_ID, OPENID_SCOPES, offeredPermissions } from './graph-permissions';
import { refusal, type Refusal } from './errors';
import type { SeedApplication } from './seed';

/** What a `scope` parameter asks for, sorted by resource. */
export interface ScopeRequest {
  readonly openid: readonly string[];
  /** Delegated Graph scopes by their canonical names. */
  readonly graph: readonly string[];
  readonly graphDefault: boolean;
  /** How the caller writes Graph scopes, e.g. `https://graph.microsoft.com/` or nothing; answers use the same form. */
  readonly graphPrefix: string;
  readonly api: boolean;
  readonly apiDefault: boolean;
  readonly apiPrefix: string;
}

const GRAPH_PREFIXES = [
  'https://graph.microsoft.com/',
  'https://graph.microsoft.us/',
  'https://dod-graph.microsoft.us/',
  'https://microsoftgraph.chinacloudapi.cn/',
  `${GRAPH_APP_ID}/`,
];

function prefixOf(scope: string, prefixes: readonly string[]): string | undefined {
  const lower = scope.toLowerCase();
  return prefixes.find((prefix) => lower.startsWith(prefix.toLowerCase()));
}

/**
 * Reads a space separated `scope` parameter (learn.microsoft.com/entra/identity-platform/scopes-oidc). A scope without a resource
 * belongs to Microsoft Graph. `origin` is the simulated Graph's own origin and works like https://graph.microsoft.com.
 * Refusals: 900144 nothing asked, 650053 no such Graph scope, 500011 no such resource, 70011 no such scope of ours.
 */
export function parseScopes(
  text: string | undefined | null,
  origin: string,
  application: SeedApplication,
): ScopeRequest | Refusal {
  const scopes = (text ?? '').split(/\s+/).filter((scope) => scope !== '');
  if (scopes.length === 0) return refusal(900144, { value: 'scope' });
  const apiPrefixes = [`${application.appIdUri}/`, `${application.appId}/`];
  const openid: string[] = [];
  const graph: string[] = [];
  let graphDefault = false;
  let graphPrefix: string | undefined;
  let api = false;
  let apiDefault = false;
  let apiPrefix: string | undefined;
  for (const scope of scopes) {
    const ownPrefix = prefixOf(scope, apiPrefixes);
    const vendorPrefix =
      prefixOf(scope, [...GRAPH_PREFIXES, `${origin}/`]) ?? (scope.includes('/') ? undefined : '');
    if (ownPrefix !== undefined) {
      apiPrefix ??= scope.slice(0, ownPrefix.length);
      const name = scope.slice(ownPrefix.length);
      if (name === '.default') apiDefault = true;
      else if (name === application.exposedScope) api = true;
      else return refusal(70011, { value: scope });
    } else if (vendorPrefix === undefined) {
      return refusal(500011, { value: scope.slice(0, scope.lastIndexOf('/')), tenant: 'this tenant' });
    } else {
      // Some callers double the slash, which Entra takes for a resource id that ends in one.
      const name = scope.slice(vendorPrefix.length).replace(/^\//, '');
      if (OPENID_SCOPES.has(name)) {
        openid.push(name);
        continue;
      }
      graphPrefix ??= scope.slice(0, vendorPrefix.length);
      if (name === '.default') {
        graphDefault = true;
        continue;
      }
      const canonical = offeredPermissions(application.requestedPermissions).find(
        (offered) => offered.kind === 'delegated' && offered.scope.toLowerCase() === name.toLowerCase(),
      );
      if (canonical === undefined) return refusal(650053, { value: name, appName: application.displayName });
      graph.push(canonical.scope);
    }
  }
  return {
    openid,
    graph,
    graphDefault,
    graphPrefix: graphPrefix ?? '',
    api,
    apiDefault,
    apiPrefix: apiPrefix ?? `${application.appIdUri}/`,
  };
}

export function asksGraph(scopes: ScopeRequest): boolean {
  return scopes.graphDefault || scopes.graph.length > 0;
}

export function asksApi(scopes: ScopeRequest): boolean {
  return scopes.api || scopes.apiDefault;
}
