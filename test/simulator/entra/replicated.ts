/**
 * A value that is written in one place and read in another some time later, as in Entra's replicas: a consent screen sees its own
 * write at once, token and Graph servers see it when it has spread.
 */
export class Replicated<T> {
  readonly #versions: { readonly visibleAtMs: number; readonly value: T }[];

  constructor(initial: T) {
    this.#versions = [{ visibleAtMs: Number.NEGATIVE_INFINITY, value: initial }];
  }

  /** The last value written, spread or not. */
  latest(): T {
    return this.#versions[this.#versions.length - 1]!.value;
  }

  /** The value that the other servers know at `nowMs`. */
  visible(nowMs: number): T {
    while (this.#versions.length > 1 && this.#versions[1]!.visibleAtMs <= nowMs) this.#versions.shift();
    return this.#versions[0]!.value;
  }

  /** Writes in order: a later write never becomes visible before an earlier one. */
  write(value: T, visibleAtMs: number): void {
    const last = this.#versions[this.#versions.length - 1]!;
    this.#versions.push({ visibleAtMs: Math.max(visibleAtMs, last.visibleAtMs), value });
  }
}
