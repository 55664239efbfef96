import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How systemd starts the service: in which folder, with which options of Node's, and which file. */
export interface Start {
  readonly folder: string;
  readonly nodeOptions: readonly string[];
  readonly file: string;
}

/** What a unit file says of the start. Throws where it does not start Node. */
export function startIn(unit: string): Start {
  const folder = /^WorkingDirectory=(\S+)$/m.exec(unit)?.[1];
  const command = /^ExecStart=\/usr\/bin\/node (.+)$/m.exec(unit)?.[1]?.split(' ') ?? [];
  const file = command.at(-1);
  if (folder === undefined || file === undefined) throw new Error('The unit file does not start Node.');
  return { folder, nodeOptions: command.slice(0, -1), file };
}

/** The start of an installation: deploy/extendsync.service. */
export const serviceStart: Start = startIn(
  readFileSync(path.resolve(__dirname, '../../../deploy/extendsync.service'), 'utf8'),
);
