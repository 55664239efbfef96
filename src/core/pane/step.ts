import type { PaneEffect } from './effect';
import type { State } from './state';

/** The next state, and what is to be done to the world, in order. */
export type Step = readonly [State, readonly PaneEffect[]];
