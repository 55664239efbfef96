import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import { noteStorages } from './jest-storages';
import { watchSandbox } from './jest-watchdog';

/** Node's environment under the watch of jest-watchdog. */
export default class WatchedNodeEnvironment extends TestEnvironment {
  #watch: ReturnType<typeof watchSandbox> | undefined;
  #disableStorages: (() => void) | undefined;

  override async setup(): Promise<void> {
    await super.setup();
    this.#disableStorages = noteStorages();
    this.#watch = watchSandbox(this.global as unknown as typeof globalThis);
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    this.#disableStorages?.();
  }

  handleTestEvent(event: Circus.Event, state: Circus.State): void {
    this.#watch?.handle(event, state);
  }
}
