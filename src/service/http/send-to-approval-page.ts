import { LOOK_KEY_LIFETIME_MS } from '../../core/api/looks';
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { PATHS, RETURN_MARK } from '../../core/api/paths';

/** As long as a look's answer can be read: a page that is loaded again after that asks anew. */
const MARK_LIFETIME_S = LOOK_KEY_LIFETIME_MS / 1000;

/**
 * Sends a browser on to the approval page with what a return came to, marked as the service's own word (`RETURN_MARK`). The
 * page reads the cookie, so it is not HttpOnly; the `__Host-` name keeps other origins from setting it.
 * @param isMarked false where somebody else began: the page then quotes the address, and asks Microsoft
 */
export function sendToApprovalPage(
  reply: FastifyReply,
  parameters: Readonly<Record<string, string | undefined>>,
  { isMarked }: { readonly isMarked: boolean } = { isMarked: true },
): FastifyReply {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  if (isMarked) {
    const mark = randomBytes(16).toString('base64url');
    query.set(RETURN_MARK.parameter, mark);
    reply.header(
      'set-cookie',
      `${RETURN_MARK.cookie}=${mark}; Path=/; Max-Age=${String(MARK_LIFETIME_S)}; Secure; SameSite=Lax`,
    );
  }
  return reply
    .code(303)
    .header('cache-control', 'no-store')
    .header('location', `${PATHS.approvalPage}?${query.toString()}`)
    .send();
}
