import { statSync } from 'node:fs';
import path from 'node:path';

/** Debian's `nobody`: a user who may read what all may read. Only root can become them. */
export const NOBODY = { uid: 65_534, gid: 65_534 };

/** Whether `nobody` gets to each of these files: every folder above has to let all through, which /root does not. */
export const nobodyReaches = (...files: readonly string[]): boolean =>
  files.every((file) => withAllAbove(file).every((at) => (statSync(at).mode & 0o001) !== 0));

const withAllAbove = (at: string): readonly string[] =>
  path.dirname(at) === at ? [at] : [at, ...withAllAbove(path.dirname(at))];
