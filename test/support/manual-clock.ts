import type { Clock } from '../../src/ports';

interface Alarm {
  readonly dueMs: number;
  readonly order: number;
  readonly task: () => void;
}

/** A clock that a test turns by hand. Nothing happens between two turns. */
export class ManualClock implements Clock {
  #nowMs: number;
  #made = 0;
  readonly #alarms = new Set<Alarm>();

  constructor(startMs: number = Date.UTC(2026, 0, 15, 9, 0, 0)) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  after(ms: number, task: () => void): () => void {
    const alarm: Alarm = { dueMs: this.#nowMs + Math.max(0, ms), order: this.#made++, task };
    this.#alarms.add(alarm);
    return () => {
      this.#alarms.delete(alarm);
    };
  }

  /** How many tasks are waiting: nought at the end of a story that cleans up. */
  get pending(): number {
    return this.#alarms.size;
  }

  /** For the end of a story: throws when a task is still waiting. */
  mustBeIdle(): void {
    if (this.pending > 0) throw new Error(`${String(this.pending)} tasks are still waiting for this clock.`);
  }

  /** How long until the next task, in milliseconds; undefined when none is waiting. */
  get nextInMs(): number | undefined {
    const next = this.#next();
    return next === undefined ? undefined : next.dueMs - this.#nowMs;
  }

  /** Turns the clock. Every task that falls due runs at its own time, and what it promised settles before the next. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await runPendingPromises();
    for (let next = this.#next(); next !== undefined && next.dueMs <= untilMs; next = this.#next()) {
      this.#alarms.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.task();
      await runPendingPromises();
    }
    this.#nowMs = untilMs;
    await runPendingPromises();
  }

  #next(): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (!first || alarm.dueMs < first.dueMs || (alarm.dueMs === first.dueMs && alarm.order < first.order)) {
        first = alarm;
      }
    }
    return first;
  }
}

/** Lets every promise that needs nothing but its turn come to its end: two turns of the event loop, no waiting. */
export async function runPendingPromises(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}
