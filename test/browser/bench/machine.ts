import os from 'node:os';

/** What the figures depend on; nothing that says whose machine it is. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  /** Processes that wanted a core, on average over the last minute, before the benchmark began: others' work. */
  readonly loadBefore: number;
}

/** The machine that this runs on. To be asked before anything is measured. */
export function thisMachine(): Omit<Machine, 'chromium'> {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryGb: Math.round(os.totalmem() / 1e9),
    system: `${os.type()} ${os.arch()}`,
    node: process.version,
    loadBefore: os.loadavg()[0] ?? 0,
  };
}

/** One line, and a second one where the machine was busy before the benchmark began. */
export function describeMachine({
  cpu,
  cores,
  memoryGb,
  system,
  node,
  chromium,
  loadBefore,
}: Machine): string {
  const line = `${cpu}, ${String(cores)} cores, ${String(memoryGb)} GB, ${system}; Node ${node}, Chromium ${chromium}`;
  return loadBefore < cores / 2
    ? line
    : `${line}\nThe machine had other work (load ${loadBefore.toFixed(1)} before the start): times are too long.`;
}
