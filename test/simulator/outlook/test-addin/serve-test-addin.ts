import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleBrowserScript } from '../bundle';

export interface TestAddinServer {
  readonly host: string;
  readonly port: number;
  /** Tells the pages where the world is; called once, before the first page is opened. */
  point(world: {
    readonly clientId: string;
    readonly entraOrigin: string;
    readonly officeJsUrl: string;
  }): Promise<void>;
  stop(): Promise<void>;
}

function page(officeJsUrl: string, script: string, body: string): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test add-in SIMULATED</title>' +
    `<script src="${officeJsUrl}"></script><script src="${script}" defer></script></head>` +
    `<body>${body}</body></html>`
  );
}

/** Serves the test add-in over plain http on loopback, where the product's service would be. */
export async function serveTestAddin(): Promise<TestAddinServer> {
  const files = new Map<string, { readonly type: string; readonly text: string }>();

  function send(response: ServerResponse, status: number, type: string, text: string): void {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  }

  const server = createServer((request, response) => {
    const file = files.get((request.url ?? '/').split('?')[0] ?? '/');
    if (file) send(response, 200, file.type, file.text);
    else send(response, 404, 'text/plain', 'no such page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    host: '127.0.0.1',
    port,
    point: async ({ clientId, entraOrigin, officeJsUrl }) => {
      const define = { CLIENT_ID: clientId, ENTRA_ORIGIN: entraOrigin };
      const [main, dialog] = await Promise.all([
        bundleBrowserScript('test-addin/page.ts', define),
        bundleBrowserScript('test-addin/dialog-page.ts'),
      ]);
      files.set('/page.js', { type: 'text/javascript', text: main });
      files.set('/dialog.js', { type: 'text/javascript', text: dialog });
      files.set('/taskpane.html', {
        type: 'text/html',
        text: page(officeJsUrl, '/page.js', '<h1>Test add-in</h1><button id="popup">Sign in</button>'),
      });
      files.set('/dialog.html', {
        type: 'text/html',
        text: page(officeJsUrl, '/dialog.js', '<h1>Test dialog</h1><button>Nothing</button>'),
      });
      files.set('/redirect.html', {
        type: 'text/html',
        text: '<!doctype html><html lang="en"><title>Back</title><body></body></html>',
      });
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
