import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { claimDataDir } from '../../../src/service/database/data-dir-claim';

const ROOT = path.resolve(__dirname, '../../..');
const HOLDER = [
  process.execPath,
  '--import',
  'tsx',
  path.join(ROOT, 'test/service/testing/claim-holder.ts'),
] as const;
const START_LIMIT_MS = 60_000;

const scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-claim-'));
const children: ChildProcess[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(scratch, 'data-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts a process that claims a folder; resolves with what it says, and the process. */
async function holder(folder: string, options: { TMPDIR?: string; before?: readonly string[] } = {}) {
  const [command, ...args] = [...(options.before ?? []), ...HOLDER, folder];
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...(options.TMPDIR ? { TMPDIR: options.TMPDIR } : {}) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  return { said, child, ended };
}

test(
  'S9: a second process is refused whatever its temporary folder and whatever it calls the folder',
  async () => {
    const [temporary, alias] = [path.join(scratch, 'other-tmp'), path.join(scratch, 'alias')];
    mkdirSync(temporary);
    symlinkSync(dataDir, alias);
    const first = await holder(dataDir);
    expect(first.said).toBe('claimed');
    expect((await holder(dataDir, { TMPDIR: temporary })).said).toMatch(/another process uses/);
    expect((await holder(alias, { TMPDIR: temporary })).said).toMatch(/another process uses/);
    await expect(claimDataDir(dataDir)).rejects.toThrow(/another process uses/);
  },
  START_LIMIT_MS,
);

const UNSHARE = [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  '--net',
  '--ipc',
  '--pid',
  '--fork',
  '--kill-child',
];
const canUnshare = spawnSync(UNSHARE[0] ?? '', [...UNSHARE.slice(1), 'true']).status === 0;

// What a container is made of. Where the machine does not allow it, the title says what was tried instead.
test(
  `S9: a second process is refused from ${canUnshare ? 'other namespaces, as in another container on the same volume' : 'another process (NOT TRIED with namespaces: this machine allows none)'}`,
  async () => {
    expect((await holder(dataDir, { before: canUnshare ? UNSHARE : [] })).said).toBe('claimed');
    await expect(claimDataDir(dataDir)).rejects.toThrow(/another process uses/);
  },
  START_LIMIT_MS,
);

test(
  'S9: a crash keeps nobody away, and what it left is cleared',
  async () => {
    const { child, ended } = await holder(dataDir);
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(dataDir)).toHaveLength(1);
    const release = await claimDataDir(dataDir);
    expect(readdirSync(dataDir)).toHaveLength(1);
    await release();
    expect(readdirSync(dataDir)).toEqual([]);
  },
  START_LIMIT_MS,
);

test(
  'S9: a stopped process that answers nothing holds its folder',
  async () => {
    const { said, child } = await holder(dataDir);
    expect(said).toBe('claimed');
    child.kill('SIGSTOP');
    await expect(claimDataDir(dataDir)).rejects.toThrow(/another process uses/);
  },
  START_LIMIT_MS,
);

test('S9: who listens in the temporary folder keeps nobody from starting', async () => {
  const digest = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 24);
  const squatter = createServer((socket) => socket.end());
  const address = path.join(os.tmpdir(), `extendsync-${digest}.sock`);
  await new Promise<void>((resolve) => squatter.listen(address, resolve));
  const release = await claimDataDir(dataDir);
  expect(readdirSync(dataDir)).toHaveLength(1);
  await release();
  await new Promise((resolve) => squatter.close(resolve));
});

test('S9: of many that start at the same moment, over what a crash has left, at most one gets the folder', async () => {
  for (let round = 0; round < 20; round += 1) {
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => claimDataDir(dataDir)));
    const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(winners.length).toBeLessThanOrEqual(1);
    for (const release of winners) await release();
    const next = await claimDataDir(dataDir);
    await next();
  }
});

test('a folder whose path is longer than a socket may have is claimed all the same', async () => {
  const deep = path.join(dataDir, 'd'.repeat(100), 'e'.repeat(100));
  const release = await claimDataDir(deep);
  await expect(claimDataDir(deep)).rejects.toThrow(/another process uses/);
  await release();
  expect(readdirSync(deep)).toEqual([]);
  await (
    await claimDataDir(deep)
  )();
});

test('a folder that is made anew is for its own user alone', async () => {
  const fresh = path.join(dataDir, 'fresh');
  const release = await claimDataDir(fresh);
  expect(statSync(fresh).mode & 0o077).toBe(0);
  await release();
});
