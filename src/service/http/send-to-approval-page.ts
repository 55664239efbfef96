import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { PATHS, RETURN_MARK } from '../../core/api/paths';

/** As long as a look's answer can be read: a page that is loaded again after that asks anew. */
const MARK_LIFETIME_S = 600;

/**
 * Sends a browser on to the approval page with what a return came to, marked as the service's own word (`RETURN_MARK`). The
 * page reads the cookie, so it is not HttpOnly; the `__Host-` name keeps other origins from setting it.
 */
export function sendToApprovalPage(
  reply: FastifyReply,
  parameters: Readonly<Record<string, string | undefined>>,
): FastifyReply {
  const mark = randomBytes(16).toString('base64url');
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  query.set(RETURN_MARK.parameter, mark);
  return reply
    .code(303)
    .header('cache-control', 'no-store')
    .header(
      'set-cookie',
      `${RETURN_MARK.cookie}=${mark}; Path=/; Max-Age=${String(MARK_LIFETIME_S)}; Secure; SameSite=Lax`,
    )
    .header('location', `${PATHS.approvalPage}?${query.toString()}`)
    .send();
}
