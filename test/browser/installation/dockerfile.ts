import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { NOBODY } from '../../support/nobody';

/** What a container of the Dockerfile would be started with, in a folder that stands for its root. */
export interface Container {
  readonly workFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  /** Who runs it; undefined where only root could become somebody else. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

/**
 * Replays the instructions of a Dockerfile in an empty folder: `ADD` of an archive, `WORKDIR`, `RUN`, `ENV`, `USER`. The
 * image that it begins from gives Node alone, so nothing but Node is there. Throws for an instruction that it does not
 * know.
 */
export function replay(dockerfile: string, context: string, root: string): Container {
  const isRoot = process.getuid?.() === 0;
  const environment: Record<string, string> = {};
  let workFolder = root;
  let command: readonly string[] = [];
  let healthCheck: readonly string[] = [];
  let user: Container['user'];
  const inRoot = (text: string): string => text.replaceAll(/(?<![\w.:/-])\/(?=\w)/g, `${root}/`);
  const listIn = (text: string): readonly string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];

  const steps: Readonly<Record<string, (rest: string) => void>> = {
    FROM: (rest) => {
      if (!/^node:\d+-slim$/.test(rest)) throw new Error(`This replay knows no image ${rest}.`);
    },
    ADD: (rest) => {
      const [archive = '', to = ''] = rest.split(' ');
      mkdirSync(inRoot(to), { recursive: true });
      execFileSync('tar', ['-xzf', path.join(context, archive), '-C', inRoot(to)]);
    },
    WORKDIR: (rest) => {
      workFolder = inRoot(rest);
      mkdirSync(workFolder, { recursive: true });
    },
    RUN: (rest) => {
      const owner = isRoot ? `${String(NOBODY.uid)}:${String(NOBODY.gid)}` : '"$(id -u):$(id -g)"';
      execFileSync('sh', ['-ec', inRoot(rest).replaceAll('node:node', owner)], { cwd: workFolder });
    },
    ENV: (rest) => {
      for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g))
        environment[name] = inRoot(value);
    },
    USER: () => {
      user = isRoot ? NOBODY : undefined;
    },
    VOLUME: () => undefined,
    EXPOSE: () => undefined,
    HEALTHCHECK: (rest) => {
      healthCheck = listIn(rest);
    },
    CMD: (rest) => {
      command = listIn(rest);
    },
  };
  const lines = dockerfile
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n');
  for (const line of lines.filter((text) => text.trim() !== '')) {
    const name = line.slice(0, line.indexOf(' '));
    const rest = line.slice(line.indexOf(' ') + 1);
    const step = steps[name];
    if (!step) throw new Error(`This replay knows no ${name}.`);
    step(rest.trim());
  }
  return { workFolder, environment, command, healthCheck, user };
}
