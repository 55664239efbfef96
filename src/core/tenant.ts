import { isFields, urlOf } from './fields';

declare const brand: unique symbol;

/** A tenant's id, lower case. Made only by `parseTenantId`. */
export type TenantId = string & { readonly [brand]: 'TenantId' };

/** A DNS domain name, lower case, in ASCII. Made only by `parseDomain`. */
export type DomainName = string & { readonly [brand]: 'DomainName' };

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// A label is 1 to 63 letters, digits or inner hyphens; the whole name is 253 at most (RFC 1035, section 2.3.4).
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Answers the GUID that `value` is, lower case, or undefined. The all-zero GUID names nobody and is refused. */
export const parseGuid = (value: unknown): string | undefined =>
  typeof value === 'string' && GUID.test(value) && /[^0-]/.test(value) ? value.toLowerCase() : undefined;

/** Answers the tenant id that `value` is, or undefined. */
export const parseTenantId = (value: unknown): TenantId | undefined =>
  parseGuid(value) as TenantId | undefined;

/** Answers the domain that `value` is (lower-cased), or undefined. Internationalised names must come in their ASCII form. */
export function parseDomain(value: unknown): DomainName | undefined {
  const lower = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return DOMAIN.test(lower) ? (lower as DomainName) : undefined;
}

/**
 * The domain that people or programs mean by a text: also with the letters of any script, which DNS knows in their ASCII
 * form, and with the dot that closes a full name. Undefined where there is none.
 */
export function domainNamed(text: string): DomainName | undefined {
  const name = text.trim();
  const isHost = /^[^\s/?#:@\\%[\]]+$/.test(name);
  return isHost ? parseDomain(urlOf(`https://${name}`)?.hostname.replace(/\.$/, '')) : undefined;
}

/** The domain of an e-mail address, or undefined where there is none. Keeps nothing of the part before the `@`. */
export function domainOfAddress(address: string): DomainName | undefined {
  const at = address.lastIndexOf('@');
  return at > 0 ? domainNamed(address.slice(at + 1)) : undefined;
}

interface WithDomain {
  readonly domain?: DomainName | undefined;
  readonly home?: TenantId | undefined;
}

/** A domain of the account's tenant. A guest's is of the tenant that they come from. */
export const ownDomainOf = (account: WithDomain | undefined): DomainName | undefined =>
  account?.home === undefined ? account?.domain : undefined;

/** Whether mailbox and account are of one tenant by their domain alone. */
export const isSameDomain = (mailbox: { readonly domain: DomainName }, account: WithDomain): boolean =>
  mailbox.domain === ownDomainOf(account);

/** Where the OpenID configuration of a tenant, named by id or by one of its domains, is published, or that of any tenant. */
export function openIdConfigurationUrl(
  loginOrigin: string,
  tenant: TenantId | DomainName | 'organizations',
): URL {
  return new URL(`/${tenant}/v2.0/.well-known/openid-configuration`, loginOrigin);
}

/**
 * Whether an answer for a tenant that nobody has is Entra's own: 400 with an error of OAuth's (AADSTS90002, invalid_tenant).
 * Whatever else answers for Entra, as a proxy that refuses, knows of nobody.
 */
export const saysNoSuchTenant = (status: number, body: unknown): boolean =>
  status === 400 && isFields(body) && typeof body['error'] === 'string';

/**
 * The tenant that an OpenID configuration document speaks for, read from its `issuer`
 * (https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document).
 * Undefined when the document is not one, or names no single tenant. Two domains whose documents name the same tenant
 * are aliases of each other.
 */
export function tenantOfOpenIdConfiguration(document: unknown): TenantId | undefined {
  const issuer = isFields(document) ? document['issuer'] : undefined;
  if (typeof issuer !== 'string') return undefined;
  const path = /^https:\/\/[^/]+\/([^/]+)\/v2\.0\/?$/.exec(issuer);
  return path?.[1] === undefined ? undefined : parseTenantId(path[1]);
}
