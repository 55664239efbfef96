import { openTabValues } from '../../adapters/browser/storage';
import type { Storage } from '../../ports';

/** The values of this tab. What is written stands there before `write` returns: the browser may leave the page right after. */
export function createTabStorage(window: Pick<Window, 'sessionStorage'>): Storage {
  const values = openTabValues(window);
  return {
    read: (key) => Promise.resolve(values.read(key)),
    write: (key, value) => Promise.resolve(values.write(key, value)),
  };
}
