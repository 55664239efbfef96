import path from 'node:path';
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest';

/** `npm run validate [file]`: asks Microsoft's validation service about the manifest. It needs the internet. */
async function main(): Promise<number> {
  const file = path.resolve(process.argv[2] ?? path.resolve(__dirname, '../../manifest.xml'));
  const info = await OfficeAddinManifest.readManifestFile(file);
  console.log(`${file}: ${info.displayName ?? ''} ${info.version ?? ''}`);
  try {
    const { isValid, report, status } = await validateManifest(file);
    for (const issue of [...(report?.errors ?? []), ...(report?.warnings ?? [])]) {
      console.log(`${issue.title ?? ''}: ${issue.content ?? ''} ${issue.helpUrl ?? ''}`);
    }
    console.log(
      isValid ? 'Microsoft accepts the manifest.' : `Microsoft turned it down (HTTP ${String(status)}).`,
    );
    return isValid ? 0 : 1;
  } catch (error) {
    console.error(
      `Microsoft's validation service cannot be reached from here, so nobody has validated the manifest: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
    console.error('The checks that need no network are part of `npm test` (test/checks/manifest.test.ts).');
    return 1;
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
