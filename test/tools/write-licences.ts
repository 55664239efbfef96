import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isFine } from '../checks/dependencies';
import { builtWith, licencesText, readLock, withDependencies } from './shipped-packages';

const ROOT = path.resolve(__dirname, '../..');

/**
 * A step of the build: the licences of what the pane holds go beside the pane, where browsers reach them too, and those
 * of everything that is shipped into dist/licences.txt. Fails for a licence that nobody has agreed to.
 */
async function main(dist: string): Promise<void> {
  const lock = readLock(ROOT);
  const pane = builtWith(dist, 'pane');
  const all = [...new Set([...pane, ...withDependencies(lock, builtWith(dist, 'service'))])].toSorted();
  const problems = all.filter((place) => !isFine(lock.packages[place]?.license ?? 'none'));
  if (problems.length > 0)
    throw new Error(`Nobody has agreed to ship the licences of these packages:\n${problems.join('\n')}`);
  const write = async (file: string, places: readonly string[], what: string): Promise<void> =>
    writeFile(
      path.join(dist, file),
      await licencesText(ROOT, lock, places, `${what} holds these packages of others, under their licences.`),
    );
  await write('pane/assets/licences.txt', pane, 'The pane of ExtendSync for Outlook');
  await write('licences.txt', all, 'ExtendSync for Outlook');
  console.log(`licences: ${String(pane.length)} packages in the pane, ${String(all.length)} shipped`);
}

main(path.resolve(ROOT, process.argv[2] ?? 'dist')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
