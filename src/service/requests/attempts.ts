import { randomBytes } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { ATTEMPT_LIFETIME_MS } from '../../core/admin-consent';
import { parseRequestId, type RequestId } from '../../core/api';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import { hashOf, requestKeyOf } from './request-id';

/** How long a used or expired attempt is remembered, to call its return by the right name. */
export const ATTEMPT_MEMORY_MS = 24 * 60 * 60 * 1000;

/** What lies in a `state`. */
export interface SealedAttempt {
  readonly requestId: RequestId;
  readonly nonce: string;
}

/** What a `state` of ours that came back turned out to be. */
export interface StateFound {
  /** `valid`: it came back in time, for the first time. Whoever brings any other learns nothing from it. */
  readonly kind: 'valid' | 'repeated' | 'expired';
  readonly requestId: RequestId;
}

/**
 * Attempts: one authorization each, five minutes long. Its `state` is a JWE (RFC 7516, `dir` with A256GCM): sealed, so
 * that nobody can make or change one, and closed, because it carries the request's id, which opens the request, through
 * addresses that Microsoft and the browser keep. Single use is decided in the database.
 */
export interface Attempts {
  make(id: RequestId): Promise<{ readonly state: string; readonly expiresAtMs: number }>;
  /** Opens a state that we sealed, and uses nothing up; undefined for anything else. Asks nobody. */
  open(state: string): Promise<SealedAttempt | undefined>;
  /** Uses a state up. */
  redeem(sealed: SealedAttempt): Promise<StateFound>;
}

export function createAttempts(database: Database, clock: Clock, key: Uint8Array): Attempts {
  return {
    async make(id) {
      const nonce = randomBytes(16).toString('base64url');
      const expiresAtMs = clock.now() + ATTEMPT_LIFETIME_MS;
      await database.query('insert into attempts (nonce_hash, id_hash, expires_at) values ($1, $2, $3)', [
        hashOf(nonce),
        requestKeyOf(id),
        new Date(expiresAtMs),
      ]);
      const state = await new EncryptJWT({ r: id, n: nonce })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(key);
      return { state, expiresAtMs };
    },

    open: (state) => open(state, key),

    async redeem({ requestId, nonce }) {
      const now = new Date(clock.now());
      const [used] = await database.query<{ expires_at: Date }>(
        `update attempts set used_at = $1 where nonce_hash = $2 and id_hash = $3 and used_at is null returning expires_at`,
        [now, hashOf(nonce), requestKeyOf(requestId)],
      );
      if (used) return { kind: used.expires_at > now ? 'valid' : 'expired', requestId };
      const [known] = await database.query(
        'select 1 as known from attempts where nonce_hash = $1 and id_hash = $2',
        [hashOf(nonce), requestKeyOf(requestId)],
      );
      // Sealed by us and no longer remembered: it is older than ATTEMPT_MEMORY_MS.
      return { kind: known ? 'repeated' : 'expired', requestId };
    },
  };
}

async function open(state: string, key: Uint8Array): Promise<SealedAttempt | undefined> {
  try {
    const { payload } = await jwtDecrypt(state, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const requestId = typeof payload['r'] === 'string' ? parseRequestId(payload['r']) : undefined;
    const nonce = payload['n'];
    return requestId !== undefined && typeof nonce === 'string' ? { requestId, nonce } : undefined;
  } catch {
    return undefined;
  }
}
