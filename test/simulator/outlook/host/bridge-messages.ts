/** The messages of nested app authentication as msal-browser 5.30 writes them (src/naa/BridgeRequestEnvelope.ts). */
import type { BridgeError } from './refusal-flavour';

/** What the pane asks of the broker. */
export interface BridgeRequest {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly requestId: string;
  readonly token: TokenQuestion | undefined;
}

export interface TokenQuestion {
  readonly clientId: string;
  readonly scope: string;
  readonly authority: string | undefined;
  readonly claims: string | undefined;
  readonly forceRefresh: boolean;
}

/** The account part of an answer (src/naa/AccountInfo.ts). */
export interface BridgeAccount {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly username: string;
  readonly localAccountId: string;
  readonly name: string;
}

export interface BridgeToken {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope?: string;
}

const METHODS = ['GetInitContext', 'GetToken', 'GetTokenPopup'] as const;

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function parseQuestion(value: unknown): TokenQuestion | undefined {
  const asked = record(value);
  const clientId = text(asked?.['clientId']);
  const scope = text(asked?.['scope']);
  if (!asked || clientId === undefined || scope === undefined) return undefined;
  return {
    clientId,
    scope,
    authority: text(asked['authority']),
    claims: text(asked['claims']),
    forceRefresh: asked['forceRefresh'] === true,
  };
}

/** Reads one message of the pane's bridge; undefined for anything that MSAL would not have written. */
export function parseBridgeRequest(message: string): BridgeRequest | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    return undefined;
  }
  const asked = record(parsed);
  const method = METHODS.find((known) => known === asked?.['method']);
  const requestId = text(asked?.['requestId']);
  if (asked?.['messageType'] !== 'NestedAppAuthRequest' || !method || requestId === undefined)
    return undefined;
  const token = parseQuestion(asked['tokenParams']);
  if (method !== 'GetInitContext' && !token) return undefined;
  return { method, requestId, token };
}

/** One answer, ready to be posted: `content` holds initContext, or token with account, or error. */
export function bridgeAnswer(
  requestId: string,
  content:
    | { readonly initContext: unknown }
    | { readonly token: BridgeToken; readonly account: BridgeAccount }
    | { readonly error: BridgeError },
): string {
  return JSON.stringify({
    messageType: 'NestedAppAuthResponse',
    requestId,
    success: !('error' in content),
    ...content,
  });
}
