import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One word, because a page without anything has no first contentful paint. */
const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title></head><body>Blank</body></html>';

/** Serves an empty page in the place of the pane; goes behind the world's proxy as `otherService`. */
export interface BlankPageServer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

export async function serveBlankPage(): Promise<BlankPageServer> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
