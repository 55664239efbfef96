import type { State } from '../../core/pane/state';
import type { Surroundings } from '../../core/support/diagnosis/diagnosis';

/** What the later screens ask the page for, besides the store's state. */
export interface SupportReader {
  /** Whether letters to the vendor have an address in this installation. */
  readonly namesAddress: boolean;
  /** Fetches its code ahead of need. Resolves always: what has not come is asked for when it is needed. */
  fetchAhead(): Promise<void>;
  /** What only the adapters know, for the checks. Resolves always. */
  surroundings(): Promise<Omit<Surroundings, 'nowMs'>>;
  /** The diagnostic file as text, as it would be handed over. Rejects when its code cannot be fetched. */
  diagnosticText(state: State): Promise<string>;
}
