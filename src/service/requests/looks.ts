import { createHash, randomBytes } from 'node:crypto';
import { ATTEMPT_LIFETIME_MS } from '../../core/admin-consent';
import { LOOK_KEY_LIFETIME_MS, parseLookKey, type LookKey } from '../../core/api/looks';
import { parseRequestId, type RequestId } from '../../core/api/requests';
import { parseSituation, type Situation } from '../../core/situation';
import { parseTenantId, type TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import { isSameBrowser, type BrowserKey } from './browser-key';
import { hashOf, requestKeyOf } from './request-id';
import { openState, sealState } from './sealed-state';

/** Why a look was begun: an approval that we had asked for, one from elsewhere, or somebody on our page. */
const LOOK_REASONS = ['return', 'unasked-return', 'page'] as const;
export type LookReason = (typeof LOOK_REASONS)[number];

/** One look, from the way to Microsoft to the way back. */
export interface Look {
  readonly reason: LookReason;
  /** Whose grant it is about; undefined: the tenant of the account that signs in. */
  readonly tenant: TenantId | undefined;
  /** The request whose panes wait for it. `tenant` is shown to be its own: another one's proof is not theirs to hear of. */
  readonly requestId: RequestId | undefined;
  /** What the organisation does with ExtendSync, as the administrator answered or as it was suggested to them. */
  readonly situation: Situation | undefined;
  /** Whether they had answered it when they began to approve. */
  readonly isAnswered: boolean;
  /** Whether it asks for the right to read grants, or only shows that somebody of the tenant is there. */
  readonly readsGrants: boolean;
  /** How often it was sent to Microsoft before, because the approval had not spread yet. */
  readonly tries: number;
}

/** What Microsoft is given for one look. */
export interface LookSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE's S256 of the verifier (RFC 7636, 4.2). */
  readonly codeChallenge: string;
  readonly expiresAtMs: number;
}

/** What lies in a `state` that came back. */
export interface SealedLook {
  readonly id: string;
  readonly requestId: RequestId | undefined;
  /** It came back in the browser that began it. */
  readonly isOfBrowser: boolean;
}

export type LookFound =
  | {
      readonly kind: 'valid';
      readonly look: Look;
      readonly nonce: string;
      readonly codeVerifier: string;
    }
  | { readonly kind: 'repeated' | 'expired' };

/** Looks that are under way. They lie in the database, so any instance knows the way back, and a restart loses none. */
export interface Looks {
  begin(look: Look, browser: BrowserKey): Promise<LookSecrets>;
  /** Opens a state that we sealed, and uses nothing up; undefined for anything else. Asks nobody. */
  open(state: string, browser: BrowserKey | undefined): Promise<SealedLook | undefined>;
  /**
   * Uses a state up that came back at `cameAtMs`. In another browser than the one that began it, it is a look that nobody
   * asked us for.
   * @param isAgain that the same return asks once more: what it has used up itself, while the answer was lost, is its own
   */
  redeem(sealed: SealedLook, cameAtMs: number, isAgain: boolean): Promise<LookFound>;
  /** Makes a key with which the page reads what was found, without a sign-in, in this browser alone. */
  makeKey(tenant: TenantId, browser: BrowserKey): Promise<LookKey>;
  /** The tenant that a key opens in a browser, while it lives. */
  tenantOf(key: LookKey, browser: BrowserKey): Promise<TenantId | undefined>;
}

interface LookRow {
  readonly tenant_id: string | null;
  readonly reason: string;
  readonly situation: string | null;
  readonly is_answered: boolean;
  readonly reads_grants: boolean;
  readonly tries: number;
  readonly code_verifier: string;
  readonly nonce: string;
  readonly expires_at: Date;
}

export function createLooks(database: Database, clock: Clock, key: Uint8Array): Looks {
  const random = (bytes: number): string => randomBytes(bytes).toString('base64url');
  /** What a key is found by: the browser's own mark is in it, and stands in no table. */
  const keyHashOf = (lookKey: LookKey, browser: BrowserKey): string => hashOf(`${lookKey}.${browser}`);
  return {
    async begin({ reason, tenant, requestId, situation, isAnswered, readsGrants, tries }, browser) {
      const id = random(16);
      const nonce = random(16);
      const codeVerifier = random(32);
      const expiresAtMs = clock.now() + ATTEMPT_LIFETIME_MS;
      await database.query(
        `insert into looks
           (nonce_hash, reason, tenant_id, id_hash, situation, reads_grants, tries, code_verifier, nonce, expires_at,
            is_answered)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          hashOf(id),
          reason,
          tenant ?? null,
          requestId === undefined ? null : requestKeyOf(requestId),
          situation ?? null,
          readsGrants,
          tries,
          codeVerifier,
          nonce,
          new Date(expiresAtMs),
          isAnswered,
        ],
      );
      return {
        // The database knows the request by its hash only; the page gets the id back.
        state: await sealState(key, {
          l: id,
          b: browser,
          ...(requestId === undefined ? {} : { r: requestId }),
        }),
        nonce,
        codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        expiresAtMs,
      };
    },

    async open(state, browser) {
      const sealed = await openState(key, state);
      const id = sealed?.['l'];
      if (typeof id !== 'string') return undefined;
      return {
        id,
        requestId: parseRequestId(sealed?.['r']),
        isOfBrowser: isSameBrowser(sealed?.['b'], browser),
      };
    },

    async redeem({ id, requestId, isOfBrowser }, cameAtMs, isAgain) {
      const cameAt = new Date(cameAtMs);
      const [used] = await database.query<LookRow>(
        `update looks set used_at = $1 where nonce_hash = $2 and (used_at is null or ($3 and used_at = $1))
         returning reason, tenant_id, situation, is_answered, reads_grants, tries, code_verifier, nonce, expires_at`,
        [cameAt, hashOf(id), isAgain],
      );
      if (!used) {
        const [known] = await database.query('select 1 as known from looks where nonce_hash = $1', [
          hashOf(id),
        ]);
        return { kind: known ? 'repeated' : 'expired' };
      }
      if (used.expires_at <= cameAt) return { kind: 'expired' };
      // What Microsoft says counts wherever it is heard. It is told to the request, and keeps a situation, where it was begun.
      const asked = isOfBrowser
        ? { reason: LOOK_REASONS.find((reason) => reason === used.reason) ?? 'page', requestId }
        : { reason: 'unasked-return' as const, requestId: undefined };
      return {
        kind: 'valid',
        look: {
          ...asked,
          situation: parseSituation(used.situation),
          isAnswered: used.is_answered,
          tenant: used.tenant_id === null ? undefined : parseTenantId(used.tenant_id),
          readsGrants: used.reads_grants,
          tries: used.tries,
        },
        nonce: used.nonce,
        codeVerifier: used.code_verifier,
      };
    },

    async makeKey(tenant, browser) {
      const lookKey = random(16);
      await database.query('insert into look_keys (key_hash, tenant_id, expires_at) values ($1, $2, $3)', [
        keyHashOf(lookKey, browser),
        tenant,
        new Date(clock.now() + LOOK_KEY_LIFETIME_MS),
      ]);
      return lookKey;
    },

    async tenantOf(lookKey, browser) {
      if (parseLookKey(lookKey) === undefined) return undefined;
      const [row] = await database.query<{ tenant_id: string }>(
        'select tenant_id from look_keys where key_hash = $1 and expires_at > $2',
        [keyHashOf(lookKey, browser), new Date(clock.now())],
      );
      return row && parseTenantId(row.tenant_id);
    },
  };
}
