import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { codeOf } from './error-code';
import { SettingsError } from './settings-error';
import { refusalOf } from './system-refusal';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment, and beneath it what the file `.env` of the folder says, or the one that ENV_FILE names (empty: none):
 * whoever starts a process keeps the last word. The folder is by default the one that the process works in. Without the
 * file the environment is what it is. (Node's own `--env-file` would be forgotten by whoever starts `main.js` by hand, and
 * refuses to start where there is no file.)
 */
export const withEnvFile = (environment: Environment, folder = ''): Environment =>
  over(environment, folder, () => ({}));

/**
 * As `withEnvFile`, for who cannot do without the file: throws a `SettingsError` where ENV_FILE names one that is not there,
 * which would be told as one missing setting after another, or not at all.
 */
export const withEnvFileThere = (environment: Environment, folder = ''): Environment =>
  over(environment, folder, (file) => {
    if (!environment['ENV_FILE']) return {};
    throw new SettingsError({ ENV_FILE: `names ${file}, where there is no file` });
  });

function over(environment: Environment, folder: string, without: (file: string) => Environment): Environment {
  const name = environment['ENV_FILE'] ?? '.env';
  if (name === '') return environment;
  // What is set to nothing counts as left out, as everywhere.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const file = path.resolve(folder, name);
  return { ...(readEnvFile(file) ?? without(file)), ...Object.fromEntries(given) };
}

/** What an env file holds; undefined where there is none. Throws a `SettingsError` where it is there and cannot be read. */
function readEnvFile(file: string): Environment | undefined {
  try {
    // Some editors on Windows begin a file with a mark (U+FEFF), which would be taken for a part of the first name.
    return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw refusalOf('ENV_FILE', file, error, 'The settings cannot be read');
  }
}
