import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';

/** A page that stands in the pane's place, to be compared with it. */
export interface OtherPage {
  readonly html: string;
  /** What the page loads from `SCRIPT_PATH`. */
  readonly script?: Buffer;
}

const SCRIPT_PATH = '/static/token-page.js';

const pageWith = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Other</title>${head}</head>${body}</html>`;

/** As Microsoft's documents and samples have it: office.js stands in the head, and the page waits for it. */
const officeTag = (officeJsUrl: string): string => `<script src="${officeJsUrl}"></script>`;

/** One word, because a page without anything has no first contentful paint. */
export const BLANK_PAGE: OtherPage = { html: pageWith('', '<body>Blank</body>') };

/** Loads office.js and answers when Office is ready: no pane can answer earlier. */
export const officePage = (officeJsUrl: string): OtherPage => ({
  html: pageWith(
    officeTag(officeJsUrl),
    `<body>Waiting<script>
      Office.onReady(() => {
        document.body.innerHTML = '<h1 data-screen-title>Office is ready</h1>';
      });
    </script></body>`,
  ),
});

/** Answers when it has a token with what Microsoft’s sample carries: `token-page.ts`. */
export const tokenPage = (
  officeJsUrl: string,
  script: Buffer,
  { clientId, authority }: { readonly clientId: string; readonly authority: string },
): OtherPage => ({
  html: pageWith(
    `${officeTag(officeJsUrl)}<script defer src="${SCRIPT_PATH}"></script>`,
    `<body data-client-id="${clientId}" data-authority="${authority}">Waiting</body>`,
  ),
  script,
});

/** Serves another page in the place of the pane; goes behind the world's proxy as `otherService`. */
export interface OtherPageServer {
  readonly host: string;
  readonly port: number;
  /** What it serves from now on; nothing before. */
  show(page: OtherPage): void;
  stop(): Promise<void>;
}

/** Page and script have the headers and the compression that the product's service gives to its own. */
export async function serveOtherPage(): Promise<OtherPageServer> {
  let html = '';
  let script = Buffer.alloc(0);
  const answerWith = (response: ServerResponse, headers: Record<string, string>, body: string | Buffer) => {
    response.writeHead(200, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
    response.end(body);
  };
  const server: Server = createServer((request, response) => {
    if (request.url === SCRIPT_PATH)
      answerWith(
        response,
        {
          'content-type': 'text/javascript; charset=utf-8',
          'content-encoding': 'br',
          'cache-control': 'public, max-age=31536000, immutable',
        },
        script,
      );
    else
      answerWith(response, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }, html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    show(page) {
      html = page.html;
      script = brotliCompressSync(page.script ?? Buffer.alloc(0));
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
