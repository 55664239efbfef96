import { HEARTBEAT_MS } from '../../core/api/request-events';
import type { Clock } from '../../ports';

/** Each looks for itself so often: news that was lost on its way costs a minute, not for ever. */
export const LOOK_MS = 60_000;
/** How often some of them have their turn. */
const TURN_MS = 1_000;
const TURNS_IN_A_BEAT = HEARTBEAT_MS / TURN_MS;
const TURNS_IN_A_LOOK = LOOK_MS / TURN_MS;

/** Whoever has to give a sign of life while nothing happens. */
export interface Living {
  beat(): void;
  look(): void;
}

/**
 * One heartbeat for all, as all who come back after an instance has died come at the same moment: had each a timer of its own,
 * they would write and ask the database together ever after. The rule: in any second a fifteenth beats and a sixtieth
 * looks, of the most who were here at once; each beats within 15 seconds and looks within 60, from when it came.
 */
export interface Heartbeats {
  /** The returned function ends it. */
  join(one: Living): () => void;
}

export function createHeartbeats(clock: Clock): Heartbeats {
  /** Who looks in the same second of a minute. */
  const places: readonly Set<Living>[] = Array.from({ length: TURNS_IN_A_LOOK }, () => new Set<Living>());
  let living = 0;
  let turn = 0;
  let stop = (): void => undefined;

  const takeTurn = (): void => {
    stop = clock.after(TURN_MS, takeTurn);
    turn = (turn + 1) % TURNS_IN_A_LOOK;
    for (let at = turn % TURNS_IN_A_BEAT; at < TURNS_IN_A_LOOK; at += TURNS_IN_A_BEAT) {
      for (const one of [...(places[at] ?? [])]) if (places[at]?.has(one)) one.beat();
    }
    for (const one of [...(places[turn] ?? [])]) if (places[turn]?.has(one)) one.look();
  };

  return {
    join(one) {
      const place = places.reduce((least, other) => (other.size < least.size ? other : least));
      place.add(one);
      living += 1;
      if (living === 1) stop = clock.after(TURN_MS, takeTurn);
      return () => {
        if (!place.delete(one)) return;
        living -= 1;
        if (living === 0) stop();
      };
    },
  };
}
