import { request as httpsRequest } from 'node:https';

/**
 * `fetch` over node:https that trusts one certificate: Node's own takes extra authorities only from NODE_EXTRA_CA_CERTS,
 * before the process starts. Redirects are followed, refused or handed on as `fetch` does it
 * (https://fetch.spec.whatwg.org/#http-redirect-fetch).
 */
export function fetchTrusting(ca: string): typeof globalThis.fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const url = input instanceof Request ? input.url : input;
      const { signal } = init ?? {};
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const request = httpsRequest(url, {
        method: init?.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init?.headers)),
        ca,
        agent: false,
        ...(signal ? { signal } : {}),
      });
      request.on('error', reject);
      request.on('response', (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('error', reject);
        message.on('end', () => {
          const status = message.statusCode ?? 0;
          const { location } = message.headers;
          if (status >= 300 && status < 400 && location !== undefined && init?.redirect !== 'manual') {
            if (init?.redirect === 'error') {
              reject(new TypeError('fetch failed: unexpected redirect'));
              return;
            }
            const keepsBody = status === 307 || status === 308;
            const next = keepsBody ? init : { ...init, method: 'GET', body: null };
            resolve(fetchTrusting(ca)(new URL(location, url), next));
            return;
          }
          const headers = new Headers();
          for (const [name, value] of Object.entries(message.headers)) {
            if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
          }
          const body = status === 204 || status === 304 ? null : Buffer.concat(chunks);
          resolve(new Response(body, { status, headers }));
        });
      });
      request.end(typeof init?.body === 'string' ? init.body : undefined);
    });
}
