import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ATTEMPT_MEMORY_MS } from '../requests/attempts';
import { browserKeyOf, type BrowserKey } from '../requests/browser-key';

/** Random, and about nobody: it says that the browser which comes back is the one that began. No script reads it. */
export const BROWSER_COOKIE = '__Host-extendsync-browser';
/** As long as a late return is called by its right name. */
const LIFETIME_S = ATTEMPT_MEMORY_MS / 1000;
// 128 bits in base64url. `__Host-` keeps other origins from setting it.
const HELD = new RegExp(`(?:^|; )${BROWSER_COOKIE}=([\\w-]{22})(?:;|$)`);

const secretIn = ({ headers }: FastifyRequest): string | undefined => HELD.exec(headers.cookie ?? '')?.[1];

/** The browser that calls; undefined where it has begun nothing here, or keeps no cookies. */
export function browserOf(request: FastifyRequest): BrowserKey | undefined {
  const secret = secretIn(request);
  return secret === undefined ? undefined : browserKeyOf(secret);
}

/**
 * Makes the answer one that its browser can be known by when it comes back. SameSite=Lax: it comes along when Microsoft
 * sends the whole page here, and not with what other pages fetch.
 */
export function rememberBrowser(request: FastifyRequest, reply: FastifyReply): BrowserKey {
  const secret = secretIn(request) ?? randomBytes(16).toString('base64url');
  reply.header(
    'set-cookie',
    `${BROWSER_COOKIE}=${secret}; Path=/; Max-Age=${String(LIFETIME_S)}; Secure; HttpOnly; SameSite=Lax`,
  );
  return browserKeyOf(secret);
}
