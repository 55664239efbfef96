import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is really held: the heap after everything that nobody holds is gone. */
export function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What a first collection sets free by its finalizers goes with the second.
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
