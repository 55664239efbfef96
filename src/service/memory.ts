import type { Clock } from '../ports';

/** How long something may lie here after its time, unused. */
const SWEEP_EVERY_MS = 60_000;

/**
 * Remembers in this process, for a while. The rule: what is answered was kept with a time that still lies ahead; what has
 * run out is taken out within a minute, whether somebody asks for it or not; past `atMost`, an eighth goes, that which was
 * kept longest ago. Nobody tells it what other instances have learnt, so only what time alone outdates may be kept here, or
 * what is shown to be unchanged before it is used.
 */
export interface Memory<Value> {
  get(name: string): Value | undefined;
  keep(name: string, value: Value, untilMs: number): void;
  /** How much lies here, what has run out and was not taken out yet included. */
  size(): number;
  /** Nothing is kept any more. */
  close(): void;
}

export function createMemory<Value>(clock: Clock, atMost: number): Memory<Value> {
  const kept = new Map<string, { readonly value: Value; readonly untilMs: number }>();
  let stopSweeping: (() => void) | undefined;
  let isClosed = false;

  const sweep = (): void => {
    for (const [name, { untilMs }] of kept) if (untilMs <= clock.now()) kept.delete(name);
    stopSweeping = kept.size === 0 ? undefined : clock.after(SWEEP_EVERY_MS, sweep);
  };

  return {
    get(name) {
      const found = kept.get(name);
      return found && found.untilMs > clock.now() ? found.value : undefined;
    },
    keep(name, value, untilMs) {
      if (isClosed) return;
      kept.delete(name);
      kept.set(name, { value, untilMs });
      dropOldest(kept, atMost);
      stopSweeping ??= clock.after(SWEEP_EVERY_MS, sweep);
    },
    size: () => kept.size,
    close() {
      isClosed = true;
      stopSweeping?.();
      kept.clear();
    },
  };
}

/**
 * Takes out of a map what was set longest ago, once it holds more than `atMost`: an eighth at once. V8 finds a map's first entry
 * by passing over all that was deleted in front of it since it last made the map anew, up to half of its size: for one
 * at a time that was 12 to 80 µs each in maps of 10,000 to 50,000.
 */
export function dropOldest(map: Map<unknown, unknown>, atMost: number): void {
  if (map.size <= atMost) return;
  const left = atMost - Math.floor(atMost / 8);
  for (const name of map.keys()) {
    if (map.size <= left) return;
    map.delete(name);
  }
}
