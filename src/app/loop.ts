import type { Moment } from '../core/asking/watch';
import type { Chance, Clock } from '../ports';
import { createStore, type Store } from './store';

export interface Loop<State, Event> {
  readonly store: Store<State>;
  readonly send: (event: Event) => void;
  /** From now on events change nothing. */
  readonly stop: () => void;
}

/**
 * Turns events into states, and the effects that come out into calls of `perform`. Events that effects cause while it
 * runs wait their turn, so that states follow one another in one order; what happens within a click is done before
 * `send` returns.
 */
export function createLoop<State, Event, Effect>(parts: {
  readonly initial: State;
  readonly transition: (state: State, event: Event, moment: Moment) => readonly [State, readonly Effect[]];
  readonly perform: (effect: Effect) => void;
  readonly clock: Clock;
  readonly chance: Chance;
}): Loop<State, Event> {
  const { transition, perform, clock, chance } = parts;
  const { store, set } = createStore(parts.initial);
  const queue: Event[] = [];
  let running = false;
  let stopped = false;

  function step(event: Event): void {
    const moment = { nowMs: clock.now(), fraction: chance.fraction() };
    const [state, effects] = transition(store.getState(), event, moment);
    set(state);
    for (const effect of effects) perform(effect);
  }

  return {
    store,
    send(event) {
      queue.push(event);
      if (running) return;
      running = true;
      try {
        for (let next = queue.shift(); next !== undefined && !stopped; next = queue.shift()) step(next);
      } finally {
        running = false;
      }
    },
    stop() {
      stopped = true;
    },
  };
}
