import type { Clock, Log } from '../../ports';

export interface LogEntry {
  readonly atMs: number;
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface BrowserLog extends Log {
  /** The last entries, oldest first, for diagnostics on screen. */
  recent(): readonly LogEntry[];
}

// Enough for a morning of waiting; a few tens of kilobytes at most.
const KEPT = 200;
// Longer than any code, cause or correlation id.
const LONGEST_FACT = 80;

/** Keeps the last entries in memory and nowhere else: nothing goes to the console, to storage or over the network. */
export function createBrowserLog(clock: Pick<Clock, 'now'>): BrowserLog {
  const entries: LogEntry[] = [];
  return {
    write(event, facts) {
      const safe = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, withheld(value)]));
      entries.push({ atMs: clock.now(), event, facts: safe });
      if (entries.length > KEPT) entries.shift();
    },
    recent: () => [...entries],
  };
}

/** The log's last guard: a caller should never hand over an address or a token, and if one does it is not kept. */
function withheld(value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value;
  return value.includes('@') || value.length > LONGEST_FACT || /^ey[A-Za-z0-9_-]+\./.test(value)
    ? 'withheld'
    : value;
}
