import { useSyncExternalStore } from 'react';

// Below this six columns have no room for words.
const NARROW = '(max-width: 899px)';

const subscribe = (hear: () => void): (() => void) => {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', hear);
  return () => query.removeEventListener('change', hear);
};

/** Whether the window is too narrow for columns. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
