import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Sends one file of a folder.
 *
 * @param path the part of the address below the folder, still encoded
 * @returns false when there is no such file or the path leaves the folder; then nothing has been sent
 */
export async function sendFile(response: ServerResponse, folder: string, path: string): Promise<boolean> {
  let wanted: string;
  try {
    wanted = normalize(join(folder, decodeURIComponent(path)));
  } catch {
    return false;
  }
  if (!wanted.startsWith(folder + sep)) return false;
  try {
    const found = await stat(wanted);
    if (!found.isFile()) return false;
    response.writeHead(200, {
      'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    createReadStream(wanted).pipe(response);
    return true;
  } catch {
    return false;
  }
}
