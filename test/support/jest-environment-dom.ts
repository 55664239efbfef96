import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-jsdom';
import { noteStorages } from './jest-storages';
import { watchSandbox } from './jest-watchdog';

/** jsdom under the watch of jest-watchdog, with the web APIs of Node that every browser has and jsdom has not. */
export default class WatchedDomEnvironment extends TestEnvironment {
  #watch: ReturnType<typeof watchSandbox> | undefined;
  #disableStorages: (() => void) | undefined;

  override async setup(): Promise<void> {
    await super.setup();
    this.#disableStorages = noteStorages();
    const sandbox = this.global as unknown as typeof globalThis;
    for (const name of WEB_APIS_MISSING_IN_JSDOM) {
      if (!(name in sandbox)) Object.assign(sandbox, { [name]: globalThis[name] });
    }
    this.#watch = watchSandbox(sandbox);
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    this.#disableStorages?.();
  }

  handleTestEvent(event: Circus.Event, state: Circus.State): void {
    this.#watch?.handle(event, state);
  }
}

const WEB_APIS_MISSING_IN_JSDOM = [
  'TextEncoder',
  'TextDecoder',
  'structuredClone',
  'fetch',
  'Headers',
  'Request',
  'Response',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'BroadcastChannel',
] as const;
