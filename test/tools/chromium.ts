import { spawnSync } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';

/** What Playwright's launch options want: an executable, or the name of an installed browser, or its own (neither). */
export interface FoundChromium {
  readonly executablePath?: string;
  readonly channel?: string;
}

const DEBIAN = '/usr/bin/chromium';
const ON_LINUX = [
  DEBIAN,
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
];
const ON_MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];
const ON_WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * A browser of the Chromium family: CHROMIUM_PATH, an installed one, Playwright's own, else one that is installed now
 * (apt-get for root on Debian, `playwright install chromium` elsewhere). Throws with the ways out when there is none.
 * `mayInstall: false` only looks, and answers undefined instead of installing.
 */
export async function findChromium(): Promise<FoundChromium>;
export async function findChromium(options: {
  readonly mayInstall: false;
}): Promise<FoundChromium | undefined>;
export async function findChromium(options?: {
  readonly mayInstall: false;
}): Promise<FoundChromium | undefined> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (await isThere(named)) return { executablePath: named };
    throw new Error(`CHROMIUM_PATH names ${named}, where there is no file.`);
  }
  const installed = await firstThere(installedPlaces());
  if (installed !== undefined) return { executablePath: installed };
  const own = await playwrightsOwn();
  if (own !== undefined) return own;
  if (options !== undefined) return undefined;

  const failures: string[] = [];
  if (process.platform === 'linux' && process.getuid?.() === 0 && (await isThere('/usr/bin/apt-get'))) {
    console.log('Installing Chromium with apt-get ...');
    const failure =
      run('apt-get', ['update', '-q']) ??
      run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']);
    const fromApt = await firstThere(ON_LINUX);
    if (fromApt !== undefined) return { executablePath: fromApt };
    failures.push(`apt-get: ${failure ?? 'it installed no Chromium'}`);
  }
  console.log('Installing Chromium with Playwright ...');
  const cli = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  const failure = run(process.execPath, [cli, 'install', 'chromium']);
  const downloaded = await playwrightsOwn();
  if (downloaded !== undefined) return downloaded;
  failures.push(`playwright install: ${failure ?? 'it installed no Chromium'}`);

  throw new Error(
    [
      'The browser tests need Chromium, Chrome or Edge, and none was found or could be installed.',
      'Install one of them, or set CHROMIUM_PATH to its executable.',
      ...failures.map((line) => `  ${line}`),
    ].join('\n'),
  );
}

/**
 * Debian's Chromium without a window: the same engine from the same source package (`chromium-headless-shell`), for which
 * a journey costs the machine half the work. Answers what was found where there is none beside it.
 */
export async function withoutWindow(
  found: FoundChromium,
  isInstalled: (file: string) => Promise<boolean> = isThere,
): Promise<FoundChromium> {
  if (found.executablePath !== DEBIAN) return found;
  const shell = `${DEBIAN}-headless-shell`;
  return (await isInstalled(shell)) ? { executablePath: shell } : found;
}

function installedPlaces(): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', path.join(process.env['HOME'] ?? '', 'Applications')].flatMap((folder) =>
        ON_MAC.map((app) => path.join(folder, app)),
      );
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = process.env[variable];
        return folder === undefined ? [] : ON_WINDOWS.map((file) => path.join(folder, file));
      });
    default:
      return ON_LINUX;
  }
}

async function playwrightsOwn(): Promise<FoundChromium | undefined> {
  const { chromium } = await import('@playwright/test');
  const executablePath = chromium.executablePath();
  return executablePath !== '' && (await isThere(executablePath)) ? { executablePath } : undefined;
}

async function firstThere(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (await isThere(file)) return file;
  return undefined;
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Undefined when all went well, else the last words of the program. */
function run(command: string, args: readonly string[]): string | undefined {
  const ended = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 10 * 60 * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (ended.status === 0) return undefined;
  return (
    ended.error?.message ?? (ended.stderr.trim().split('\n').at(-1) || `ended with ${String(ended.status)}`)
  );
}
