import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const pageWith = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Other</title>${head}</head><body>${body}</body></html>`;

/** One word, because a page without anything has no first contentful paint. */
export const BLANK_PAGE = pageWith('', 'Blank');

/** Loads office.js as the pane does, and answers when Office is ready: no pane can answer earlier. */
export const officePage = (officeJsUrl: string): string =>
  pageWith(
    `<script async id="office-js" fetchpriority="high" src="${officeJsUrl}"></script>`,
    `Waiting<script>
      document.querySelector('#office-js').addEventListener('load', () => Office.onReady(() => {
        document.body.innerHTML = '<h1 data-screen-title>Office is ready</h1>';
      }));
    </script>`,
  );

/** Serves another page in the place of the pane; goes behind the world's proxy as `otherService`. */
export interface OtherPageServer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

export async function serveOtherPage(page: () => string): Promise<OtherPageServer> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(page());
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
