/** A value that changes and tells those who asked. Fits React's `useSyncExternalStore`. */
export interface Store<T> {
  readonly getState: () => T;
  /** Calls `hear` after each change, until the returned function is called. */
  readonly subscribe: (hear: () => void) => () => void;
}

/** A store and the only way to write to it. */
export function createStore<T>(initial: T): { readonly store: Store<T>; readonly set: (next: T) => void } {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    store: {
      getState: () => state,
      subscribe: (hear) => {
        listeners.add(hear);
        return () => listeners.delete(hear);
      },
    },
    set: (next) => {
      if (next === state) return;
      state = next;
      for (const hear of [...listeners]) hear();
    },
  };
}
