import { spawn } from 'node:child_process';

/** Opens an address in the person's browser, where the system has a way to. */
export function openInBrowser(address: string): void {
  const [command, ...rest] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? // Not by cmd's start, which ends the address at its first "&".
          ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open'];
  if (!command) return;
  spawn(command, [...rest, address], { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`No browser could be opened. Open ${address} yourself.`))
    .unref();
}
