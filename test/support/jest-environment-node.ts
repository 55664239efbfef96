import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import { watchSandbox } from './jest-watchdog';

/** Node's environment under the watch of jest-watchdog. */
export default class WatchedNodeEnvironment extends TestEnvironment {
  #watch: ReturnType<typeof watchSandbox> | undefined;

  override async setup(): Promise<void> {
    await super.setup();
    this.#watch = watchSandbox(this.global as unknown as typeof globalThis);
  }

  handleTestEvent(event: Circus.Event, state: Circus.State): void {
    this.#watch?.handle(event, state);
  }
}
