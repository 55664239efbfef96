import type { LastStates } from '../../ports';
import { openBrowserValues } from './storage';

const KEY = 'last-states';

/** In the browser's own storage, beside what an Outlook without a mailbox keeps there. */
export function createBrowserLastStates(window: Window): LastStates {
  const values = openBrowserValues(window);
  return {
    read: () => values.read(KEY),
    write: (value) => {
      values.write(KEY, value);
    },
  };
}
