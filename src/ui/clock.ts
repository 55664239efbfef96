/** What the components need of time; the pane's own clock fits. Milliseconds since the epoch. */
export interface DisplayClock {
  now(): number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}
