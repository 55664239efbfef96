import type { Application } from '../core/registration/application';

/** Changes that belong together: what is said of them before, and how they are made. */
export interface Step {
  readonly says: readonly string[];
  /** What is wrong and stays so. */
  readonly leaves?: readonly string[] | undefined;
  readonly run: (application: Application) => Promise<void>;
}

export const NOTHING_TO_DO: Step = { says: [], run: () => Promise.resolve() };
