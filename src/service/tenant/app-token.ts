import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { createEntraQuestions, type NoToken, type Registration } from './entra-questions';

/** An app-only token for Microsoft Graph in one tenant, or the facts of why there is none. */
export type TokenAnswer =
  | {
      readonly ok: true;
      readonly accessToken: string;
      readonly expiresAtMs: number;
      readonly correlationId: string;
    }
  | NoToken;

/** Asks Entra for a fresh app-only token. Never rejects. */
export type AskAppToken = (tenant: TenantId, signal: AbortSignal) => Promise<TokenAnswer>;

/** Tokens by client credentials (https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow). */
export function createAppTokens(
  registration: Registration,
  fetch: typeof globalThis.fetch,
  clock: Clock,
): AskAppToken {
  const askEntra = createEntraQuestions(registration, fetch, clock);
  return async (tenant, signal) => {
    const answer = await askEntra(tenant, signal, (client) =>
      client.acquireTokenByClientCredential({
        scopes: [`${registration.cloud.graphOrigin}/.default`],
        skipCache: true,
      }),
    );
    if (!answer.ok) return answer;
    const { accessToken, expiresOn, correlationId } = answer.result;
    return { ok: true, accessToken, expiresAtMs: expiresOn?.getTime() ?? clock.now(), correlationId };
  };
}
