import type { BridgeAccount } from './bridge-messages';

function claimsOf(idToken: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const payload = (idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

/** The account that an ID token names; undefined when it is none of Entra's. The token came straight from the tenant. */
export function accountFromIdToken(idToken: string, environment: string): BridgeAccount | undefined {
  const claims = claimsOf(idToken);
  const oid = claims?.['oid'];
  const tid = claims?.['tid'];
  if (typeof oid !== 'string' || typeof tid !== 'string') return undefined;
  return {
    homeAccountId: `${oid}.${tid}`,
    environment,
    tenantId: tid,
    localAccountId: oid,
    username: String(claims?.['preferred_username'] ?? ''),
    name: String(claims?.['name'] ?? ''),
  };
}
