import { codeOf } from './error-code';
import { SettingsError } from './settings-error';

/** Settings that name something of the machine's. */
type Named = 'DATA_DIR' | 'ENV_FILE' | 'PORT' | 'METRICS_PORT';

/** By the system's code (https://nodejs.org/api/errors.html#common-system-errors), which setting is to be changed, and how. */
const AT_A_PLACE: Readonly<Record<string, (place: string) => string>> = {
  EACCES: (place) => `this user may not use ${place}. Give it the right, or name another place`,
  EPERM: (place) => `this user may not use ${place}. Give it the right, or name another place`,
  EROFS: (place) => `nothing can be written at ${place}. Name another place`,
  ENOSPC: (place) => `there is no room left at ${place}. Make some, or name another place`,
  ENOENT: (place) => `nothing can be made at ${place}. Name another place`,
  ENOTDIR: (place) => `a part of ${place} is no folder. Name another place`,
  EEXIST: (place) => `${place} is no folder. Name another place`,
  EISDIR: (place) => `${place} is a folder. Name a file`,
};
const AT_AN_ADDRESS: Readonly<Record<string, (place: string) => string>> = {
  EADDRINUSE: (place) => `something listens at ${place} already. Stop it, or give another port`,
  EACCES: (place) => `this user may not listen at ${place}. Give a port from 1024 on, or the user the right`,
};
/**
 * The same in PGlite, whose files Emscripten opens: it numbers what the system refuses, in WASI's order, and gives no code
 * (https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md#-errno-variant).
 */
const BY_NUMBER: Readonly<Record<number, string>> = {
  2: 'EACCES',
  20: 'EEXIST',
  44: 'ENOENT',
  51: 'ENOSPC',
  54: 'ENOTDIR',
  63: 'EPERM',
  69: 'EROFS',
};
/** What is wrong with the machine's name or address and not with the port. */
const OF_HOST: readonly string[] = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'];

/**
 * What the operating system refuses, as the fault of the setting that named it, with the cure. Anything else stays what it
 * is.
 */
export function refusalOf<E>(setting: Named, place: string, error: E, what?: string): E | SettingsError {
  const code = systemCodeOf(error);
  if (code === undefined) return error;
  const isPort = setting === 'PORT' || setting === 'METRICS_PORT';
  if (isPort && OF_HOST.includes(code))
    return new SettingsError({
      HOST: `is no address of this machine: nothing listens at ${place} (${code})`,
    });
  const words = (isPort ? AT_AN_ADDRESS : AT_A_PLACE)[code]?.(place) ?? `${place} cannot be used`;
  return new SettingsError({ [setting]: `${words} (${code})` }, what);
}

/** Only what a call to the system says; a database's codes are others. */
function systemCodeOf(error: unknown): string | undefined {
  if (error instanceof Error && 'syscall' in error) return codeOf(error);
  const isEmscripten = typeof error === 'object' && error !== null && 'errno' in error;
  return isEmscripten ? BY_NUMBER[Number(error.errno)] : undefined;
}
