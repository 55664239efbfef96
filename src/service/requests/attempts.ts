import { randomBytes } from 'node:crypto';
import { ATTEMPT_LIFETIME_MS } from '../../core/admin-consent';
import type { RequestEventKind, ReturnFailure } from '../../core/api/request-events';
import { parseRequestId, type RequestId } from '../../core/api/requests';
import { parseSituation, type Situation } from '../../core/situation';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import { isSameBrowser, type BrowserKey } from './browser-key';
import { followUpTimes, TELL_PLANNED } from './follow-ups';
import { hashOf, requestKeyOf } from './request-id';
import { openState, sealState } from './sealed-state';
import { recordChosen, TELL_RECORDED } from './store';

/** How long a used or expired attempt or look is remembered, to call its way back by the right name. */
export const ATTEMPT_MEMORY_MS = 24 * 60 * 60 * 1000;

/** What lies in a `state`. */
export interface SealedAttempt {
  readonly requestId: RequestId;
  readonly nonce: string;
  /** Whether it came back in the browser that began it. In any other it is nobody's answer to what we asked. */
  readonly isOfBrowser: boolean;
}

/** What a `state` of ours that came back turned out to be. */
export interface StateFound {
  /** `valid`: it came back in time, for the first time. Whoever brings any other learns nothing from it. */
  readonly kind: 'valid' | 'repeated' | 'expired';
  readonly requestId: RequestId;
  /** What the attempt asked for. */
  readonly situation: Situation | undefined;
  /** Whether the administrator had answered that, and it was not suggested alone. */
  readonly isAnswered: boolean;
}

/** What a return means for the panes of its request. */
export interface Outcome {
  readonly event: RequestEventKind;
  readonly failure?: ReturnFailure | undefined;
  /** Whether they are to check again at each point of the spread. */
  readonly isFollowed: boolean;
}

/**
 * Attempts: one authorization each, five minutes long. Its `state` is sealed and closed, because it carries the request's
 * id, which opens the request. Single use is decided in the database.
 */
export interface Attempts {
  make(
    id: RequestId,
    asked: Pick<StateFound, 'situation' | 'isAnswered'>,
    browser: BrowserKey,
  ): Promise<{ readonly state: string; readonly expiresAtMs: number }>;
  /** Opens a state that we sealed, and uses nothing up; undefined for anything else. Asks nobody. */
  open(state: string, browser: BrowserKey | undefined): Promise<SealedAttempt | undefined>;
  /**
   * What `redeem` would make of a state that came back at `cameAtMs`; uses nothing up. Undefined for one that is older
   * than ATTEMPT_MEMORY_MS. `awaitsLook`: it came back before with its organisation's approval,
   * its time is not over, and no look of its request has come back since.
   * @param isAgain that the same return asks once more: what it has used up itself, while the answer was lost, is unused
   */
  kindOf(
    sealed: SealedAttempt,
    cameAtMs: number,
    isAgain: boolean,
  ): Promise<(Omit<StateFound, 'requestId'> & { readonly awaitsLook: boolean }) | undefined>;
  /**
   * Uses a state up that came back at `cameAtMs` and was unused then. What has come of it is recorded in the same
   * statement: whatever ends the process in between, neither happens without the other.
   */
  redeem(
    sealed: SealedAttempt,
    cameAtMs: number,
    comesOf: (kind: 'valid' | 'expired') => Outcome,
  ): Promise<StateFound>;
}

interface UsedRow {
  readonly expires_at: Date;
  readonly situation: string | null;
  readonly is_answered: boolean;
}

export function createAttempts(database: Database, clock: Clock, key: Uint8Array): Attempts {
  return {
    async make(id, { situation, isAnswered }, browser) {
      const nonce = randomBytes(16).toString('base64url');
      const expiresAtMs = clock.now() + ATTEMPT_LIFETIME_MS;
      await database.query(
        `insert into attempts (nonce_hash, id_hash, expires_at, situation, is_answered)
         values ($1, $2, $3, $4, $5)`,
        [hashOf(nonce), requestKeyOf(id), new Date(expiresAtMs), situation ?? null, isAnswered],
      );
      return { state: await sealState(key, { r: id, n: nonce, b: browser }), expiresAtMs };
    },

    async open(state, browser) {
      const sealed = await openState(key, state);
      const requestId = parseRequestId(sealed?.['r']);
      const nonce = sealed?.['n'];
      return requestId !== undefined && typeof nonce === 'string'
        ? { requestId, nonce, isOfBrowser: isSameBrowser(sealed?.['b'], browser) }
        : undefined;
    },

    async kindOf({ requestId, nonce }, cameAtMs, isAgain) {
      const [known] = await database.query<UsedRow & { is_used: boolean; awaits_look: boolean }>(
        `select expires_at, situation, is_answered,
           used_at is not null and not ($4 and used_at = $3) as is_used,
           used_at < expires_at and expires_at > $3 and exists (
             select from request_events e
             where e.id_hash = attempts.id_hash and e.kind = 'returned' and e.at >= attempts.used_at
           ) and not exists (
             select from looks where looks.id_hash = attempts.id_hash and looks.used_at >= attempts.used_at
           ) as awaits_look
         from attempts where nonce_hash = $1 and id_hash = $2`,
        [hashOf(nonce), requestKeyOf(requestId), new Date(cameAtMs), isAgain],
      );
      return (
        known && {
          kind: known.is_used ? 'repeated' : kindInTime(known.expires_at, cameAtMs),
          situation: parseSituation(known.situation),
          isAnswered: known.is_answered,
          awaitsLook: known.is_used && known.awaits_look,
        }
      );
    },

    async redeem({ requestId, nonce }, cameAtMs, comesOf) {
      const cameAt = new Date(cameAtMs);
      const outcomes = [comesOf('valid'), comesOf('expired')];
      const [used] = await database.query<UsedRow>(
        // It locks in `Database`'s order.
        `with concerned as (select id_hash from requests where id_hash = $3 for update),
         used as (
           update attempts set used_at = $1 from concerned
           where nonce_hash = $2 and attempts.id_hash = concerned.id_hash and used_at is null
           returning concerned.id_hash, expires_at, situation, is_answered,
             case when expires_at > $1 then 1 else 2 end as place
         ),
         chosen as (
           update requests r set last_event = r.last_event + 1 from used
           where r.id_hash = used.id_hash and r.withdrawn_at is null
           returning r.id_hash, r.last_event as number, used.place
         ),
         ${recordChosen('($4::text[])[place]', '($7::text[])[place]')},
         followed as (select id_hash from chosen where ($5::boolean[])[place]),
         unplanned as (
           delete from follow_ups f using followed
           where f.id_hash = followed.id_hash and f.due_at <> all ($6::timestamptz[])
         ),
         planned as (
           insert into follow_ups (id_hash, due_at) select id_hash, unnest($6::timestamptz[]) from followed
           on conflict (id_hash, due_at) do nothing
           returning 1
         )
         select expires_at, situation, is_answered,
           (select ${TELL_RECORDED} from recorded), (select ${TELL_PLANNED} from planned limit 1)
         from used`,
        [
          cameAt,
          hashOf(nonce),
          requestKeyOf(requestId),
          outcomes.map(({ event }) => event),
          outcomes.map(({ isFollowed }) => isFollowed),
          followUpTimes(clock.now()),
          outcomes.map(({ failure }) => failure ?? null),
        ],
      );
      // It was brought several times at once, and another one was first.
      if (!used) return { kind: 'repeated', requestId, situation: undefined, isAnswered: false };
      return {
        kind: kindInTime(used.expires_at, cameAtMs),
        requestId,
        situation: parseSituation(used.situation),
        isAnswered: used.is_answered,
      };
    },
  };
}

const kindInTime = (expiresAt: Date, cameAtMs: number): 'valid' | 'expired' =>
  expiresAt.getTime() > cameAtMs ? 'valid' : 'expired';
