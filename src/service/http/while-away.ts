import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../ports';
import { DatabaseUnavailable } from '../database/database';

/** A fail-over is over within seconds, and a browser on its way back from Microsoft waits for them on a blank page. */
const AGAIN_AFTER_MS = [500, 1_000, 2_000, 4_000] as const;
/** Where each try takes long, there are no more of them. */
const TRIED_FOR_MS = 10_000;

/**
 * Does again what failed because the database was away: Microsoft sends a browser back once, and what it brings cannot be had
 * again. So `work` may be done twice: what was away before the answer came may have done it.
 * @param work told whether it is done again
 */
export async function whileAway<T>(clock: Clock, work: (isAgain: boolean) => Promise<T>): Promise<T> {
  const untilMs = clock.now() + TRIED_FOR_MS;
  for (const [tries, againAfterMs] of AGAIN_AFTER_MS.entries()) {
    try {
      return await work(tries > 0);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || clock.now() + againAfterMs > untilMs) throw error;
    }
    await new Promise<void>((resolve) => void clock.after(againAfterMs, resolve));
  }
  return work(true);
}

/** Whoever comes back from Microsoft is never left in front of JSON: `send` sends them on, and asks no database. */
export const sentOn =
  (send: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>) =>
  // Fastify waits for a promise; its types do not say so.
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): unknown => {
    request.log.error(
      { err: error },
      error instanceof DatabaseUnavailable ? 'the database is away' : 'failed',
    );
    return send(request, reply);
  };
