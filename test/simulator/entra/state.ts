import type { Clock } from '../../../src/ports';
import type { Directory } from './directory';
import type { EventLog } from './event-log';
import type { Claims, SigningKeys } from './keys';
import type { RedirectKind } from './directory';
import type { ScopeRequest } from './scopes';
import type { SeedUser } from './seed';

/** Consent given on a screen a moment ago: the code of that sign-in knows of it before it has spread. */
export interface FreshConsent {
  readonly scopes: ReadonlySet<string>;
  readonly api: boolean;
}

export interface AuthorizationCode {
  readonly userId: string;
  readonly tenantId: string;
  readonly redirectUri: string;
  readonly redirectKind: RedirectKind;
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
  readonly scopes: ScopeRequest;
  readonly fresh: FreshConsent;
  readonly issuedAtMs: number;
  redeemed: boolean;
}

export interface RefreshToken {
  readonly userId: string;
  readonly tenantId: string;
  readonly kind: RedirectKind;
  readonly scopes: ScopeRequest;
  /** When the person signed in: an SPA's tokens end 24 hours after it, however often they are renewed. */
  readonly signedInAtMs: number;
  readonly issuedAtMs: number;
}

/** A sign-in on another device (RFC 8628): what somebody answered there. */
export interface DeviceCode {
  readonly userCode: string;
  readonly tenantId: string | undefined;
  readonly issuedAtMs: number;
  answer: SeedUser | 'declined' | undefined;
}

export interface BrowserSession {
  readonly accounts: Map<string, { readonly signedInAtMs: number }>;
  /** Tenants for which somebody consented in this browser: sign-in reads its own writes before they have spread. */
  readonly consentedIn: Set<string>;
}

/** Everything that the simulated service remembers. */
export interface EntraState {
  readonly origin: string;
  readonly graphOrigin: string;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly keys: SigningKeys;
  readonly log: EventLog;
  readonly codes: Map<string, AuthorizationCode>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly deviceCodes: Map<string, DeviceCode>;
  readonly sessions: Map<string, BrowserSession>;
  /** Claims behind opaque Graph tokens. */
  readonly opaqueTokens: Map<string, Claims>;
  /** The origin that may call `/simulated/*` from a browser. */
  hostOrigin: string | undefined;
}
