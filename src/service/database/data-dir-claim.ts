import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { SettingsError } from '../settings-error';

/**
 * Claims a data folder for this process: two processes on one PGlite folder destroy it. The claim is a socket that the
 * operating system drops with the process, so a crash leaves nothing behind that a process id, used again, could fake.
 * Answers the function that gives the folder free. Rejects with a `SettingsError` when another process holds it.
 */
export async function claimDataDir(dataDir: string): Promise<() => Promise<void>> {
  const name = `extendsync-${createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 24)}`;
  const isWindows = process.platform === 'win32';
  // The folder's own path may be longer than the 107 bytes that a socket's may have; the temporary folder's is not.
  const address = isWindows ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);

  if (await isAnswered(address)) throw usedByAnother(dataDir);
  if (!isWindows) await rm(address, { force: true });

  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? usedByAnother(dataDir)
          : new SettingsError({
              DATA_DIR: `cannot be claimed: ${address} cannot be made (${error.code ?? 'unknown'})`,
            }),
      );
    });
    server.listen(address, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

const usedByAnother = (dataDir: string): SettingsError =>
  new SettingsError({
    DATA_DIR: `another process uses ${path.resolve(dataDir)}. Stop it, name another folder, or set DATABASE_URL to share a database`,
  });

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
