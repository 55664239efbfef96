import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { createEntraQuestions, type NoToken, type Registration } from './entra-questions';

/** What an administrator's sign-in brought: a token to read with, and what Entra says of the account. Both are thrown away. */
export type AdministratorAnswer =
  | {
      readonly ok: true;
      readonly accessToken: string;
      /** Claims of the id token. It came from Entra over TLS, so it needs no other proof (OpenID Connect Core, 3.1.3.7). */
      readonly claims: Readonly<Record<string, unknown>>;
    }
  | NoToken;

/** Redeems an authorization code. Never rejects. */
export type RedeemCode = (
  question: {
    readonly tenant: TenantId | 'organizations';
    readonly code: string;
    readonly codeVerifier: string;
    /** MSAL refuses an id token that does not hold it (`nonce_mismatch`). */
    readonly nonce: string;
    readonly redirectUri: string;
    readonly scopes: readonly string[];
  },
  signal: AbortSignal,
) => Promise<AdministratorAnswer>;

/** Tokens by authorization code with PKCE (https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow). */
export function createCodeRedemption(
  registration: Registration,
  fetch: typeof globalThis.fetch,
  clock: Clock,
): RedeemCode {
  const askEntra = createEntraQuestions(registration, fetch, clock);
  return async ({ tenant, code, codeVerifier, nonce, redirectUri, scopes }, signal) => {
    const answer = await askEntra(tenant, signal, (client) =>
      client.acquireTokenByCode({ code, codeVerifier, nonce, redirectUri, scopes: [...scopes] }),
    );
    if (!answer.ok) return answer;
    const { accessToken, idTokenClaims } = answer.result;
    return { ok: true, accessToken, claims: { ...idTokenClaims } };
  };
}
