import type { OnboardingEffect } from './onboarding-effect';
import type { State } from './onboarding-state';

/** The next state, and what is to be done to the world, in order. */
export type Step = readonly [State, readonly OnboardingEffect[]];
