import type { Clock } from '../../../../src/ports';

/** Time that moves only when a test says so. */
export class ManualClock implements Clock {
  #nowMs: number;
  #tasks: { readonly atMs: number; readonly task: () => void }[] = [];

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  get pending(): number {
    return this.#tasks.length;
  }

  now(): number {
    return this.#nowMs;
  }

  after(ms: number, task: () => void): () => void {
    const entry = { atMs: this.#nowMs + ms, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  advance(ms: number): void {
    this.#nowMs += ms;
    const due = this.#tasks.filter((entry) => entry.atMs <= this.#nowMs);
    this.#tasks = this.#tasks.filter((entry) => entry.atMs > this.#nowMs);
    for (const entry of due) entry.task();
  }
}
