import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withEnvFileThere } from '../../src/service/env-file';
import { addressesFrom, manifestVersion, rewriteManifest } from './manifest-addresses';

const ROOT = path.resolve(__dirname, '../..');

/** A step of the build: dist/manifest.xml for this installation. */
async function main(dist: string): Promise<void> {
  const [xml, packageJson] = await Promise.all(
    ['manifest.xml', 'package.json'].map((name) => readFile(path.join(ROOT, name), 'utf8')),
  );
  const { version } = JSON.parse(packageJson ?? '{}') as { version: string };
  const addresses = addressesFrom(withEnvFileThere(process.env, ROOT), version);
  const file = path.join(dist, 'manifest.xml');
  await mkdir(dist, { recursive: true });
  await writeFile(file, rewriteManifest(xml ?? '', addresses));
  console.log(
    `manifest: ${addresses.paneOrigin}, sign-in at ${addresses.loginOrigin}, version ${manifestVersion(addresses)}`,
  );
}

main(path.resolve(ROOT, process.argv[2] ?? 'dist')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
