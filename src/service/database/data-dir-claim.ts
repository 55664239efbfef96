import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, realpath, rm, stat, type FileHandle } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { SettingsError } from '../settings-error';

/** A socket's path may have 107 bytes on Linux, 103 elsewhere (sun_path in unix(7)). */
const LONGEST_ADDRESS = 103;
const CLAIM = /^claim-[\w-]{22}\.sock$/;

/**
 * Claims a data folder for this process: two processes on one PGlite folder destroy it. A claim is a listening socket in
 * the folder itself, so it holds for every process that sees the folder, whatever its temporary folder, container or
 * namespace; only who may write in the folder can make one. The operating system lets go of it with the process: a
 * crash leaves a file on which nobody answers. Answers the function that gives the folder free. Rejects with a
 * `SettingsError` when another process holds it; of two that start at the same moment both may be refused, and never
 * none.
 */
export async function claimDataDir(dataDir: string): Promise<() => Promise<void>> {
  // What lies in it holds the key of every state: it is for the service's own user.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const folder = await realpath(dataDir);
  return process.platform === 'win32' ? claimByPipe(folder) : claimBySocket(folder);
}

/**
 * First the own claim stands, then the others are looked at: of two processes at least the later one sees the other.
 * Files of the dead are removed by the one that holds the folder, and by nobody else. A file that was made a moment ago
 * and does not answer yet may be among them: its maker finds its own file gone and begins anew.
 */
async function claimBySocket(folder: string): Promise<() => Promise<void>> {
  const reach = await reachInto(folder);
  try {
    for (;;) {
      const name = `claim-${randomBytes(16).toString('base64url')}.sock`;
      const server = await listen(reach.addressOf(name), folder);
      const release = async (): Promise<void> => {
        await close(server);
        await rm(path.join(folder, name), { force: true });
      };
      const others = (await readdir(folder)).filter((other) => CLAIM.test(other) && other !== name);
      const answered = await Promise.all(others.map((other) => isAnswered(reach.addressOf(other))));
      if (answered.includes(true)) {
        await release();
        throw usedByAnother(folder);
      }
      if (!(await exists(path.join(folder, name)))) {
        await close(server);
        continue;
      }
      await Promise.all(others.map((other) => rm(path.join(folder, other), { force: true })));
      return release;
    }
  } finally {
    await reach.close();
  }
}

/** Addresses that are short enough for sockets in a folder whose own path may be too long. */
async function reachInto(
  folder: string,
): Promise<{ addressOf(name: string): string; close(): Promise<void> }> {
  const longestName = `claim-${'x'.repeat(22)}.sock`;
  const done = (): Promise<void> => Promise.resolve();
  for (const base of [folder, path.relative(process.cwd(), folder)]) {
    if (Buffer.byteLength(path.join(base, longestName)) <= LONGEST_ADDRESS)
      return { addressOf: (name) => path.join(base, name), close: done };
  }
  const handle: FileHandle | undefined = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY).catch(
    () => undefined,
  );
  const byHandle = `/proc/self/fd/${String(handle?.fd ?? -1)}`;
  if (!handle || !(await exists(byHandle))) {
    await handle?.close();
    throw new SettingsError({ DATA_DIR: `${folder} is too long a path for a socket: name a shorter one` });
  }
  return { addressOf: (name) => `${byHandle}/${name}`, close: () => handle.close() };
}

/** Windows has no sockets in folders; its pipes have one name for the whole machine, in any session. */
async function claimByPipe(folder: string): Promise<() => Promise<void>> {
  const digest = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 24);
  const server = await listen(`\\\\.\\pipe\\extendsync-${digest}`, folder);
  return () => close(server);
}

async function listen(address: string, folder: string): Promise<Server> {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? usedByAnother(folder)
          : new SettingsError({
              DATA_DIR: `${folder} cannot be claimed: no socket can be made in it (${error.code ?? 'unknown'}). Name a folder on a disk of this machine, or set DATABASE_URL`,
            }),
      );
    });
    server.listen(address, resolve);
  });
  server.unref();
  return server;
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

const usedByAnother = (folder: string): SettingsError =>
  new SettingsError({
    DATA_DIR: `another process uses ${folder}. Stop it, name another folder, or set DATABASE_URL to share a database`,
  });

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    // ECONNREFUSED and ENOENT alone mean that nobody is there; when in doubt, somebody is.
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT');
    });
  });
}
