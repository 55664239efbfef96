import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { SettingsError } from './settings-error';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment, and beneath it what the file `.env` of the folder says, or the one that ENV_FILE names (empty: none):
 * whoever starts a process keeps the last word. The folder is by default the one that the process works in. Without the
 * file the environment is what it is. (Node's own `--env-file` would be forgotten by whoever starts `main.js` by hand, and
 * refuses to start where there is no file.)
 */
export function withEnvFile(environment: Environment, folder = ''): Environment {
  const name = environment['ENV_FILE'] ?? '.env';
  if (name === '') return environment;
  // What is set to nothing counts as left out, as everywhere.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  return { ...readEnvFile(path.resolve(folder, name)), ...Object.fromEntries(given) };
}

/** What an env file holds; nothing where there is none. Throws where it is there and cannot be read. */
export function readEnvFile(file: string): Environment {
  if (!existsSync(file)) return {};
  // Some editors on Windows begin a file with a mark (U+FEFF), which would be taken for a part of the first name.
  return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
}

/**
 * As `withEnvFile`, for who cannot do without the file: throws a `SettingsError` where ENV_FILE names one that is not there,
 * which would be told as one missing setting after another.
 */
export function withEnvFileThere(environment: Environment): Environment {
  const name = environment['ENV_FILE'] ?? '';
  if (name !== '' && !existsSync(name)) {
    throw new SettingsError({ ENV_FILE: `names ${path.resolve(name)}, where there is no file` });
  }
  return withEnvFile(environment);
}
