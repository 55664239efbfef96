import { useCallback, useEffect, useState } from 'react';

/** Something that is fetched when it is asked for. */
export type Later<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'here'; readonly value: T }
  | { readonly phase: 'failed'; readonly again: () => void };

interface Came<T> {
  readonly load: () => Promise<T>;
  readonly attempt: number;
  readonly answer: { readonly value: T } | undefined;
}

/**
 * Loads once, and again when the person asks for it. A part that a cut in the network kept away leaves the pane whole:
 * React's own `lazy` would throw, and take everything with it. `load` must stay the same from one drawing to the next.
 */
export function useLater<T>(load: () => Promise<T>): Later<T> {
  const [attempt, setAttempt] = useState(0);
  const [came, setCame] = useState<Came<T>>();
  useEffect(() => {
    let over = false;
    const hear = (answer: Came<T>['answer']): void => {
      if (!over) setCame({ load, attempt, answer });
    };
    load().then(
      (value) => hear({ value }),
      () => hear(undefined),
    );
    return () => {
      over = true;
    };
  }, [load, attempt]);
  const again = useCallback(() => setAttempt((last) => last + 1), []);
  if (came?.load !== load || came.attempt !== attempt) return { phase: 'loading' };
  return came.answer === undefined ? { phase: 'failed', again } : { phase: 'here', value: came.answer.value };
}
