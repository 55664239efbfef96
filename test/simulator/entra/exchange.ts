import type { IncomingMessage, ServerResponse } from 'node:http';

/** No form or JSON of the protocol is longer; anything above is cut off as garbage. */
const MAX_BODY_BYTES = 256 * 1024;

export type Body =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'too-long' | 'cut' };

/** One request and its answer, with the few things that the routes need. */
export class Exchange {
  readonly url: URL;
  readonly method: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  /** For the log: who and where, as soon as a route knows. */
  tenantId: string | undefined;
  userId: string | undefined;
  outcome = '';
  /** Whether a window keeps its opener at a screen of this answer: see \`sendPage\`. */
  keepsOpener = false;
  /** Ids of faults that have hit this request. */
  readonly seenFaults = new Set<string>();

  constructor(request: IncomingMessage, response: ServerResponse, origin: string, body: string) {
    this.request = request;
    this.response = response;
    this.method = request.method ?? 'GET';
    this.url = parseTarget(request.url ?? '/', origin);
    this.body = body;
  }

  header(name: string): string | undefined {
    const value = this.request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  /** Whether a page shows the answer in a frame: what the browser says of it (w3.org/TR/fetch-metadata). */
  get inFrame(): boolean {
    return this.header('sec-fetch-dest') === 'iframe';
  }

  /** The first value of a query parameter; undefined when absent or empty. */
  query(name: string): string | undefined {
    return this.url.searchParams.get(name) || undefined;
  }

  /** The body as a form. A body that is not one gives an empty form. */
  form(): URLSearchParams {
    return new URLSearchParams(this.body);
  }

  /** The body as JSON; undefined when it is not. */
  json(): unknown {
    try {
      return JSON.parse(this.body) as unknown;
    } catch {
      return undefined;
    }
  }

  cookie(name: string): string | undefined {
    for (const pair of (this.header('cookie') ?? '').split(';')) {
      const at = pair.indexOf('=');
      if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
    }
    return undefined;
  }

  sendJson(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
    this.#send(status, JSON.stringify(value), {
      'Content-Type': 'application/json; charset=utf-8',
      ...headers,
    });
  }

  sendText(status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
    this.#send(status, text, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  }

  /**
   * A screen. As at Microsoft, it refuses to be framed, and a window that comes to it loses its opener for good
   * (learn.microsoft.com/entra/msal/javascript/browser/v4-migration: Entra sends Cross-Origin-Opener-Policy), unless MSAL
   * has vouched for the opener (\`pocd=1\`, msal-browser 5.30, src/utils/PopupOriginCheck.ts).
   */
  sendPage(status: number, html: string, headers: Readonly<Record<string, string>> = {}): void {
    const keepsOpener = this.keepsOpener || this.query('pocd') === '1';
    this.#send(status, html, {
      'Content-Type': 'text/html; charset=utf-8',
      'X-Frame-Options': 'DENY',
      ...(keepsOpener ? {} : { 'Cross-Origin-Opener-Policy': 'same-origin' }),
      ...headers,
    });
  }

  redirect(location: string, headers: Readonly<Record<string, string>> = {}): void {
    this.#send(302, '', { Location: location, ...headers });
  }

  #send(status: number, text: string, headers: Readonly<Record<string, string>>): void {
    if (this.response.headersSent || this.response.destroyed) return;
    this.response.writeHead(status, {
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      ...headers,
    });
    this.response.end(this.method === 'HEAD' ? undefined : text);
  }
}

/** A request target as URL; targets that no URL parser takes end at a path that no route has. */
function parseTarget(target: string, origin: string): URL {
  try {
    // Doubled slashes would otherwise be read as another host.
    return new URL(target.replace(/^\/+/, '/'), origin);
  } catch {
    return new URL('/unreadable', origin);
  }
}

/** Reads the whole body. */
export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    request.on('end', () => {
      if (bytes > MAX_BODY_BYTES) resolve({ ok: false, why: 'too-long' });
      else resolve({ ok: true, text: Buffer.concat(chunks).toString('utf8') });
    });
    request.on('error', () => resolve({ ok: false, why: 'cut' }));
    request.on('aborted', () => resolve({ ok: false, why: 'cut' }));
  });
}
