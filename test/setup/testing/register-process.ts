import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

export interface RegisterEnded {
  readonly code: number | null;
  readonly output: string;
}

/** `npm run register -- --yes` as a process. Whoever enters the code of its sign-in is asked once for each code. */
export function runRegister(options: {
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly enterCode: (code: string) => Promise<void>;
}): Promise<RegisterEnded> {
  const main = path.join(ROOT, 'src/setup/main.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, '--yes', ...(options.args ?? [])], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let entered: string | undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        output += chunk;
        const code = /enter the code (\w+) to/.exec(output)?.[1];
        if (code === undefined || code === entered) return;
        entered = code;
        options.enterCode(code).catch((error: unknown) => {
          child.kill();
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      });
    }
    child.once('close', (code) => resolve({ code, output }));
  });
}
