import type { FastifyReply, FastifyRequest } from 'fastify';
import { rememberBrowser } from './browser-cookie';
import type { LookSignIn } from './look-sign-in';

/** Begins a look and sends the browser on to Microsoft for it. */
export async function sendToLook(
  request: FastifyRequest,
  reply: FastifyReply,
  lookSignIn: LookSignIn,
  look: Parameters<LookSignIn['begin']>[0],
): Promise<FastifyReply> {
  const { url } = await lookSignIn.begin(look, rememberBrowser(request, reply));
  return reply.code(303).header('cache-control', 'no-store').header('location', url).send();
}
