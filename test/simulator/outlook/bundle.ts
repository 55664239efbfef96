import { build } from 'esbuild';
import { join } from 'node:path';

/**
 * Bundles one of the simulator's browser scripts.
 *
 * @param entry path below this folder
 * @param define names that are replaced by values (JSON)
 * @returns the script's text, for evergreen browsers
 */
export async function bundleBrowserScript(
  entry: string,
  define: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const built = await build({
    entryPoints: [join(__dirname, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  const script = built.outputFiles[0];
  if (!script) throw new Error(`Nothing was built from ${entry}.`);
  return script.text;
}
