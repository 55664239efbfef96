import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Notes which storages of asynchronous contexts are used from now on, and answers what disables them. jest makes one for each
 * file of tests, and on Node 20 every later promise of the process passes through each that was used and not disabled: after a
 * hundred files that was 6 % of a run. For Node 20 alone; later versions have no such list.
 * (https://nodejs.org/docs/latest-v20.x/api/async_context.html#asynclocalstoragedisable)
 */
export function noteStorages(): () => void {
  const used = new Set<AsyncLocalStorage<unknown>>();
  const { prototype } = AsyncLocalStorage;
  const { run, enterWith } = prototype;
  prototype.run = function noted(this: AsyncLocalStorage<unknown>, ...args: Parameters<typeof run>) {
    used.add(this);
    return run.apply(this, args);
  } as typeof run;
  prototype.enterWith = function noted(this: AsyncLocalStorage<unknown>, store: unknown) {
    used.add(this);
    enterWith.call(this, store);
  };
  return () => {
    Object.assign(prototype, { run, enterWith });
    for (const storage of used) storage.disable();
  };
}
