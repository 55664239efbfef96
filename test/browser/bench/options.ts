export interface BenchOptions {
  /** How often each thing is measured. */
  readonly runs: number;
  /** A look, not a measurement: one run of every part, and no time is judged. The suite has it, on a busy machine. */
  readonly short: boolean;
  /** Only the parts with this text in their name are measured. */
  readonly only?: string;
  /** Where the figures are also written, as JSON. */
  readonly jsonFile?: string;
}

export const USAGE = 'npm run bench -- [--runs N] [--short] [--only TEXT] [--json FILE]';

/** The issue asks for medians of at least seven. */
const RUNS = 7;

/** Reads the command line; undefined when it cannot be understood. */
export function parseOptions(args: readonly string[]): BenchOptions | undefined {
  let short = false;
  let runs: number | undefined;
  let jsonFile: string | undefined;
  let only: string | undefined;
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--short') {
      short = true;
      continue;
    }
    const value = rest.shift();
    if (value === undefined || value.startsWith('--')) return undefined;
    if (word === '--runs' && /^[1-9]\d?$/.test(value)) runs = Number(value);
    else if (word === '--json') jsonFile = value;
    else if (word === '--only') only = value;
    else return undefined;
  }
  return {
    short,
    runs: runs ?? (short ? 1 : RUNS),
    ...(jsonFile === undefined ? {} : { jsonFile }),
    ...(only === undefined ? {} : { only }),
  };
}
