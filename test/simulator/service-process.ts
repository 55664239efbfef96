/** The product's consent status service as a child process: the production build, steered as an operator would. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { get } from 'node:http';
import { join } from 'node:path';
import { requiredFirst } from '../tools/node-options';

export interface ServiceProcessOptions {
  /** The built entry, `dist/service/main.js`, as an absolute path. */
  readonly entry: string;
  /** The service's settings. PORT and HOST are added. */
  readonly settings: Readonly<Record<string, string>>;
  /** How far the world's clock is ahead of the machine's; the service goes by it. */
  readonly aheadMs?: () => number;
  /** Names that no resolver knows; the service finds this machine behind them. */
  readonly names?: readonly string[];
  /** How long it may take to become ready. */
  readonly readyWithinMs?: number;
}

export interface ServiceProcess {
  /** Where it listens, or will: the same address for every start. */
  readonly address: { readonly host: string; readonly port: number };
  isRunning(): boolean;
  /** Resolves when `/readyz` says yes; rejects with the end of its log when it does not. */
  start(): Promise<void>;
  /** Asks it to end (SIGTERM) and waits; insists after ten seconds. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it at once, as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Lets the running service forget everything that it knows. Rejects where its database is not the embedded one. */
  forget(): Promise<void>;
  /**
   * Whether the service hears what its database tells, or is deaf as behind a pooler in transaction mode (F10, F17). A service
   * that is to be deaf begins a new life, for at its start it proves what it hears.
   */
  hears(does: boolean): Promise<void>;
  /** Tells the running service that the world's clock was put forward. */
  clockMoved(): void;
  /** Everything it has written so far, over all its lives. */
  log(): string;
}

const HOST = '127.0.0.1';
const EQUIPMENT = join(__dirname, 'service-equipment.cjs');
const POLL_MS = 50;
const GRACE_MS = 10_000;
// Most of it is the database's first start; a busy machine takes its time.
const READY_WITHIN_MS = 120_000;
/** The service may talk for hours; the newest part is what anybody reads. */
const KEPT_LOG_CHARS = 500_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, HOST, resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: HOST, port, path: '/readyz', timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

/** Prepares the service; it does not run before `start`. */
export async function createServiceProcess(options: ServiceProcessOptions): Promise<ServiceProcess> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let written = '';
  let isDeaf = false;

  const isRunning = (): boolean =>
    child !== undefined && child.exitCode === null && child.signalCode === null;

  const endWithUs = (): void => {
    child?.kill('SIGKILL');
  };

  function launch(): ChildProcess {
    const started = spawn(process.execPath, [options.entry], {
      env: {
        PATH: process.env['PATH'] ?? '',
        TZ: 'UTC',
        NODE_ENV: 'production',
        // What a developer keeps for the real Microsoft must not reach the simulated one.
        ENV_FILE: '',
        HOST,
        PORT: String(port),
        ...options.settings,
        NODE_OPTIONS: `${options.settings['NODE_OPTIONS'] ?? ''} ${requiredFirst(EQUIPMENT)}`.trim(),
        SIMULATED_AHEAD_MS: String(options.aheadMs?.() ?? 0),
        SIMULATED_DEAF: isDeaf ? '1' : '',
        SIMULATED_NAMES: (options.names ?? []).join(' '),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const keep = (chunk: Buffer): void => {
      written = (written + chunk.toString('utf8')).slice(-KEPT_LOG_CHARS);
    };
    started.stdout?.on('data', keep);
    started.stderr?.on('data', keep);
    process.once('exit', endWithUs);
    // However it ends: one that ended by itself would leave a listener for each start.
    started.once('exit', () => process.off('exit', endWithUs));
    return started;
  }

  function ended(of: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
      if (of.exitCode !== null || of.signalCode !== null) resolve();
      else of.once('exit', () => resolve());
    });
  }

  async function start(): Promise<void> {
    if (isRunning()) return;
    child = launch();
    await untilReady();
  }

  async function untilReady(): Promise<void> {
    const deadline = Date.now() + (options.readyWithinMs ?? READY_WITHIN_MS);
    while (!(await isReady(port))) {
      if (!isRunning()) throw new Error(`The service ended while starting:\n${written.slice(-4_000)}`);
      if (Date.now() > deadline) {
        await kill();
        throw new Error(`The service did not become ready:\n${written.slice(-4_000)}`);
      }
      await pause(POLL_MS);
    }
  }

  async function stop(): Promise<void> {
    const ending = child;
    if (!ending || !isRunning()) return;
    ending.kill('SIGTERM');
    const insist = setTimeout(() => ending.kill('SIGKILL'), GRACE_MS);
    await ended(ending);
    clearTimeout(insist);
  }

  async function kill(): Promise<void> {
    const ending = child;
    if (!ending || !isRunning()) return;
    ending.kill('SIGKILL');
    await ended(ending);
  }

  function askToForget(): Promise<void> {
    return new Promise((resolve, reject) => {
      const asked = child;
      if (!asked || !isRunning() || !asked.connected) {
        reject(new Error('The service does not run.'));
        return;
      }
      const hear = (said: unknown): void => {
        const { forgotten, why } = said as { readonly forgotten?: boolean; readonly why?: string };
        if (forgotten === undefined) return;
        asked.off('message', hear);
        asked.off('exit', gone);
        if (forgotten) resolve();
        else reject(new Error(`The service cannot forget: ${why}`));
      };
      const gone = (): void => reject(new Error('The service ended instead of forgetting.'));
      asked.on('message', hear);
      asked.once('exit', gone);
      asked.send({ forget: true });
    });
  }

  return {
    address: { host: HOST, port },
    isRunning,
    start,
    stop,
    restart: async () => {
      await stop();
      await start();
    },
    kill,
    forget: async () => {
      if (!isRunning()) throw new Error('The service does not run.');
      // Somebody else may have just started it.
      await untilReady();
      await askToForget();
    },
    hears: async (does) => {
      if (isDeaf === !does) return;
      isDeaf = !does;
      if (does) child?.send({ hears: true });
      else if (isRunning()) {
        await stop();
        await start();
      }
    },
    clockMoved: () => {
      if (isRunning() && child?.connected === true) child.send({ aheadMs: options.aheadMs?.() ?? 0 });
    },
    log: () => written,
  };
}
