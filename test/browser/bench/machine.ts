import os from 'node:os';

/** What the figures depend on; nothing that says whose machine it is. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
}

/** The machine that this runs on. */
export function thisMachine(chromium: string): Machine {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryGb: Math.round(os.totalmem() / 1e9),
    system: `${os.type()} ${os.arch()}`,
    node: process.version,
    chromium,
  };
}

export const describeMachine = ({ cpu, cores, memoryGb, system, node, chromium }: Machine): string =>
  `${cpu}, ${String(cores)} cores, ${String(memoryGb)} GB, ${system}; Node ${node}, Chromium ${chromium}`;
