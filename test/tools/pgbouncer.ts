import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answers, freePort, idOf, type ThrowAwayDatabase } from './postgres';

/** Where Debian's package puts it. */
const PGBOUNCER = '/usr/sbin/pgbouncer';
const READY_WITHIN_MS = 10_000;

/** https://www.pgbouncer.org/features.html: how long a client keeps the server's connection that it was given. */
export type PoolMode = 'session' | 'transaction' | 'statement';

export const isPgBouncerInstalled = (): boolean => existsSync(PGBOUNCER);

/**
 * A PgBouncer with its documented defaults in front of a PostgreSQL, on a free port of 127.0.0.1; the answered address
 * leads through it to the same database. Throws when it does not start.
 */
export async function startPgBouncer(databaseUrl: string, poolMode: PoolMode): Promise<ThrowAwayDatabase> {
  const behind = new URL(databaseUrl);
  const folder = await mkdtemp(path.join(tmpdir(), 'extendsync-pgbouncer-'));
  const settings = path.join(folder, 'pgbouncer.ini');
  const users = path.join(folder, 'users.txt');
  const port = await freePort();
  // It refuses to run as root, as PostgreSQL does.
  const user = process.getuid?.() === 0 ? await idOf('postgres') : undefined;
  await writeFile(users, `"${behind.username}" "${behind.password}"\n`, { mode: 0o600 });
  await writeFile(
    settings,
    [
      '[databases]',
      `* = host=${behind.hostname} port=${behind.port || '5432'}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${String(port)}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${users}`,
      `pool_mode = ${poolMode}`,
    ].join('\n'),
    { mode: 0o600 },
  );
  if (user !== undefined) {
    await Promise.all([folder, settings, users].map((file) => chown(file, user.uid, user.gid)));
  }

  const log: string[] = [];
  const pooler = spawn(PGBOUNCER, [settings], { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  pooler.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    pooler.once('exit', () => {
      resolve();
    });
    pooler.once('error', (error) => {
      log.push(error.message);
      resolve();
    });
  });
  const killWithUs = (): void => void pooler.kill('SIGKILL');
  process.once('exit', killWithUs);
  const stop = async (): Promise<void> => {
    process.off('exit', killWithUs);
    // SIGTERM is the immediate shutdown: whoever is connected is cut.
    pooler.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };

  const through = new URL(databaseUrl);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (!(await answers(through.href))) {
    if (pooler.exitCode !== null || pooler.signalCode !== null || Date.now() > deadlineMs) {
      await stop();
      throw new Error(`PgBouncer is installed, but it did not start:\n${log.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { databaseUrl: through.href, stop };
}
