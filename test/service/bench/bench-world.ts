import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { registeredPermissions } from '../../simulator/app-registration';
import { demoSeed } from '../../simulator/entra/demo-seed';
import { startEntra, type SimulatedEntra } from '../../simulator/entra/entra';
import { settingsForEntra } from '../../simulator/entra/service-settings';
import { makeCertificate } from '../../simulator/entra/testing/world';
import { freePort } from '../../tools/postgres';
import { fetchTrusting } from '../testing/fetch-trusting';
import { makePaneFolder } from '../testing/pane-folder';
import { PUBLIC_ORIGIN } from '../testing/service-world';
import { serviceStart } from '../testing/unit-file';
import { userToken } from '../testing/user-token';

const SERVED = path.join(__dirname, 'served.ts');
/** Two folders deep, as the service's own bundle: it looks for package.json from there. */
const COMPILED = path.resolve(__dirname, '../../../.cache/bench');
const READY_WITHIN_MS = 120_000;

/** One process of the service. */
export interface Served {
  readonly port: number;
  readonly child: ChildProcess;
  /** From its start until it said that it is ready. */
  readonly startedInMs: number;
  /** Bytes of the machine's memory that it holds now; undefined where the system does not tell. */
  memory(): number | undefined;
  /** The most of it that it ever held. */
  memoryAtMost(): number | undefined;
  /** How long it has computed so far. */
  computedMs(): number | undefined;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** A simulated Microsoft with many organisations that have approved, and the service as processes in front of it. */
export interface BenchWorld {
  readonly entra: SimulatedEntra;
  /** One for each person. */
  readonly tokens: readonly string[];
  serve(settings: Readonly<Record<string, string>>, entry?: string): Promise<Served>;
  /** An empty folder, gone at the end. */
  folder(): string;
  stop(): Promise<void>;
}

/** As one file, as the product is: a process that translates its source by itself holds more and is slower. */
function compiled(entry: string): string {
  if (!entry.endsWith('.ts')) return entry;
  const outfile = path.join(COMPILED, `${path.basename(entry, '.ts')}.js`);
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.20',
    packages: 'external',
    format: 'cjs',
    logLevel: 'silent',
  });
  return outfile;
}

const idOf = (kind: string, number: number): string =>
  `${kind}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

export async function startBenchWorld(tenants: number, peopleEach: number): Promise<BenchWorld> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-bench-'));
  const pane = makePaneFolder();
  const tls = await makeCertificate();
  const authority = path.join(scratch, 'microsoft.pem');
  writeFileSync(authority, tls.cert);
  const seed = demoSeed({
    permissions: registeredPermissions,
    webRedirectUris: ['/consent/return', '/consent/look'].map((at) => PUBLIC_ORIGIN + at),
  });
  const companies = Array.from({ length: tenants }, (_, number) => ({
    id: idOf('be0c0000', number),
    displayName: `Company ${String(number)}`,
    domains: [`company${String(number)}.example`],
  }));
  const people = companies.flatMap(({ id, domains }, company) =>
    Array.from({ length: peopleEach }, (_, person) => ({
      id: idOf('be0d0000', company * peopleEach + person),
      upn: `person${String(person)}@${String(domains[0])}`,
      displayName: `Person ${String(person)}`,
      tenantId: id,
      role: 'user' as const,
    })),
  );
  const entra = await startEntra({
    tls,
    seed: { ...seed, tenants: [...seed.tenants, ...companies], users: [...seed.users, ...people] },
  });
  for (const { domains } of companies) entra.directory.grantForTenant(String(domains[0]));
  const trusting = fetchTrusting(tls.cert);
  const tokens: string[] = [];
  for (const { id } of people) tokens.push(await userToken(trusting, entra.origin, id));

  const running = new Set<Served>();
  let folders = 0;
  const folder = (): string => path.join(scratch, `data-${String((folders += 1))}`);
  return {
    entra,
    tokens,
    folder,
    async serve(settings, entry = SERVED) {
      const file = compiled(entry);
      const port = await freePort();
      const startMs = performance.now();
      const child = fork(file, {
        execArgv: [...serviceStart.nodeOptions],
        env: {
          PATH: process.env['PATH'] ?? '',
          TZ: 'UTC',
          NODE_ENV: 'production',
          ENV_FILE: '',
          PORT: String(port),
          PUBLIC_ORIGIN,
          ...settingsForEntra(entra.origin),
          OFFICE_JS_URL: 'https://office.example/office.js',
          HOST_ORIGINS: 'https://outlook.example',
          NODE_EXTRA_CA_CERTS: authority,
          PANE_DIR: pane.folder,
          TRUST_PROXY: '1',
          ...settings,
        },
        // Its log is written, as in production, and nobody reads it.
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      const ended = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
      const end = async (signal: NodeJS.Signals): Promise<void> => {
        running.delete(served);
        child.kill(signal);
        await ended;
      };
      const served: Served = {
        port,
        child,
        startedInMs: await untilReady(child, port, startMs),
        memory: () => memoryOf(child, 'VmRSS'),
        memoryAtMost: () => memoryOf(child, 'VmHWM'),
        computedMs: () => computedOf(child),
        stop: () => end('SIGTERM'),
        kill: () => end('SIGKILL'),
      };
      running.add(served);
      return served;
    },
    async stop() {
      await Promise.all([...running].map((served) => served.kill()));
      await entra.stop();
      pane.remove();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, port: number, startMs: number): Promise<number> {
  while (performance.now() - startMs < READY_WITHIN_MS) {
    if (child.exitCode !== null) break;
    if (await isReady(port)) return performance.now() - startMs;
    await wait(10);
  }
  child.kill('SIGKILL');
  throw new Error('The service did not become ready.');
}

const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/readyz' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on('error', () => resolve(false));
  });

const readProc = (child: ChildProcess, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${String(child.pid)}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
};

function memoryOf(child: ChildProcess, which: 'VmRSS' | 'VmHWM'): number | undefined {
  const kilobytes = new RegExp(`${which}:\\s+(\\d+) kB`).exec(readProc(child, 'status') ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
}

/** Of all its threads, in the hundredths of a second in which Linux counts. */
function computedOf(child: ChildProcess): number | undefined {
  const fields = readProc(child, 'stat')?.split(') ')[1]?.split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) * 10;
}
