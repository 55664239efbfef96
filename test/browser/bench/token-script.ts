import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { webpack } from 'webpack';

const ROOT = path.resolve(__dirname, '../../..');
const FOLDER = path.join(ROOT, '.cache/bench');
const FILE = 'token-page.js';

/** The script of `token-page.ts` as webpack's production mode makes it of unmodified packages. */
export async function bundleTokenScript(): Promise<Buffer> {
  const compiler = webpack({
    mode: 'production',
    context: ROOT,
    target: ['web', 'es2022'],
    entry: path.join(__dirname, 'token-page.ts'),
    output: { path: FOLDER, filename: FILE },
    cache: { type: 'filesystem', name: 'token-page', cacheDirectory: path.join(ROOT, '.cache/webpack') },
    performance: false,
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
        },
      ],
    },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure = error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : undefined);
      compiler.close((unclosed) => {
        const why = failure ?? unclosed;
        if (why) reject(why);
        else resolve();
      });
    });
  });
  return readFile(path.join(FOLDER, FILE));
}
