import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const execute = promisify(execFile);

/** A database of one's own, empty, gone after `stop`. */
export interface ThrowAwayDatabase {
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** An address of a server whose databases tests may create and drop; test/tools/run-tests.ts sets it for all of them. */
const SHARED_SERVER = 'TEST_DATABASE_URL';
const DEBIAN_ROOT = '/usr/lib/postgresql';
const READY_WITHIN_MS = 20_000;

/**
 * An empty database on a real PostgreSQL: on the server that TEST_DATABASE_URL names, else on a server that is started
 * for the caller from Debian's binaries, on a free port of 127.0.0.1 with its files in a temporary folder.
 * Undefined when there is neither. Throws when the binaries are there and the server does not start.
 */
export async function startPostgres(): Promise<ThrowAwayDatabase | undefined> {
  const shared = process.env[SHARED_SERVER];
  if (shared !== undefined && shared !== '') return createDatabase(shared, async () => undefined);
  const server = await startServer();
  return server === undefined ? undefined : createDatabase(server.databaseUrl, server.stop);
}

/** A server of one's own, with the address of its maintenance database. Undefined when PostgreSQL is not installed. */
export async function startServer(): Promise<ThrowAwayDatabase | undefined> {
  const binaries = debianBinaries();
  if (binaries === undefined) return undefined;

  const folder = await mkdtemp(path.join(tmpdir(), 'extendsync-postgres-'));
  const data = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const user = process.getuid?.() === 0 ? await idOf('postgres') : undefined;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user !== undefined) {
      await Promise.all([folder, passwordFile].map((file) => chown(file, user.uid, user.gid)));
    }
    await chmod(folder, 0o700);
    await execute(
      path.join(binaries, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'tests',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C',
        '-N',
      ],
      { ...user, cwd: folder, env: { ...process.env, TZ: 'UTC' } },
    );
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error('PostgreSQL is installed, but initdb failed.', { cause });
  }

  const log: string[] = [];
  const server = spawn(
    path.join(binaries, 'postgres'),
    [
      '-D',
      data,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-k',
      '',
      ...THROW_AWAY.flatMap((line) => ['-c', line]),
    ],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve();
    });
    server.once('error', (error) => {
      log.push(error.message);
      resolve();
    });
  });
  const killWithUs = (): void => void server.kill('SIGQUIT');
  process.once('exit', killWithUs);
  const stop = async (): Promise<void> => {
    process.off('exit', killWithUs);
    // SIGINT is the fast shutdown: connections are cut, data need not survive.
    server.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };

  const databaseUrl = `postgres://tests:${password}@127.0.0.1:${String(port)}/postgres`;
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (!(await answers(databaseUrl))) {
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > deadlineMs) {
      await stop();
      throw new Error(`PostgreSQL is installed, but its server did not start:\n${log.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { databaseUrl, stop };
}

/** Nothing needs to survive a power cut here. */
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

async function createDatabase(
  serverUrl: string,
  stopServer: () => Promise<void>,
): Promise<ThrowAwayDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await withClient(serverUrl, (client) => client.query(`create database ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    databaseUrl: url.href,
    async stop() {
      await withClient(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
      await stopServer();
    },
  };
}

export async function answers(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );
}

async function withClient<T>(databaseUrl: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  // A connection that is cut while nobody waits for it says so here, or ends the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** The folder of the newest version that Debian has installed. */
function debianBinaries(): string | undefined {
  if (!existsSync(DEBIAN_ROOT)) return undefined;
  return readdirSync(DEBIAN_ROOT)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => path.join(DEBIAN_ROOT, version, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'postgres')) && existsSync(path.join(folder, 'initdb')));
}

export async function idOf(user: string): Promise<{ readonly uid: number; readonly gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error(`PostgreSQL cannot run as root, and there is no user ${user} to run it as.`);
  }
  return { uid: Number(uid), gid: Number(gid) };
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}
