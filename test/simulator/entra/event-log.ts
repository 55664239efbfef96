import type { Clock } from '../../../src/ports';

/** One thing that happened at the tenant's door. It never holds tokens, codes, secrets or query strings. */
export interface ProtocolEvent {
  readonly number: number;
  readonly atMs: number;
  readonly family: string;
  readonly method: string;
  readonly path: string;
  readonly tenantId?: string;
  readonly userId?: string;
  readonly status: number;
  /** Short outcome for people: 'code issued', 'AADSTS65001', 'garbage' ... */
  readonly outcome: string;
}

/** More than any journey produces, little enough to send to the panel at every look. */
const KEPT = 300;

/** The last events, oldest first. It prints nothing. */
export class EventLog {
  readonly #clock: Clock;
  #events: ProtocolEvent[] = [];
  #last = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(event: Omit<ProtocolEvent, 'number' | 'atMs'>): void {
    this.#last += 1;
    this.#events.push({ ...event, number: this.#last, atMs: this.#clock.now() });
    if (this.#events.length > KEPT) this.#events.shift();
  }

  list(): readonly ProtocolEvent[] {
    return this.#events;
  }

  clear(): void {
    this.#events = [];
  }
}
