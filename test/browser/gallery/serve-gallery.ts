import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import webpack, { type Configuration } from 'webpack';

export interface Gallery {
  /** Without a slash at its end. */
  readonly origin: string;
  stop(): Promise<void>;
}

// The build's own file has no declarations: it is JavaScript, as webpack wants it.
const configurations = require('../../../webpack.config.js') as (env: {
  readonly production: boolean;
}) => readonly Configuration[];

/**
 * As strict as the service's policy for the pane. The hash is that of the empty text: style elements may stand there
 * empty and be filled by script, and nothing else.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
].join('; ');

/** Stands in the product's pages as a style element. */
const SHELL = readFileSync(path.join(__dirname, '../../../src/pages/shell/shell.css'));

const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<title>Gallery</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/shell.css"><script defer src="/gallery.js"></script></head>' +
  '<body><div id="pane"></div></body></html>';

/** Builds the gallery with the product's own compiler settings and serves it on a free port of this machine. */
export async function serveGallery(entry = './test/browser/gallery/gallery.tsx'): Promise<Gallery> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'extendsync-gallery-'));
  await build(folder, entry);
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('Content-Security-Policy', POLICY);
    if (name === 'shell.css') {
      response.setHeader('Content-Type', 'text/css');
      response.end(SHELL);
      return;
    }
    if (!name.endsWith('.js')) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(PAGE);
      return;
    }
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    readFile(path.join(folder, name)).then(
      (script) => response.end(script),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function build(folder: string, entry: string): Promise<void> {
  const [pane] = configurations({ production: true });
  const compiler = webpack({
    mode: 'production',
    context: path.join(__dirname, '../../..'),
    entry: { gallery: entry },
    output: { path: folder, filename: '[name].js', chunkFilename: '[name].js', publicPath: '/' },
    performance: false,
    // Nobody waits for these bytes, and making them few is the longest part of the build.
    optimization: { minimize: false },
    ...(pane?.module ? { module: pane.module } : {}),
    ...(pane?.resolve ? { resolve: pane.resolve } : {}),
    ...(pane?.target ? { target: pane.target } : {}),
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {});
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}
