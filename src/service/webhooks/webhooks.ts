import { isFields } from '../../core/fields';
import { IN_VAIN } from '../../core/ledger/webhook';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import type { Job, JobQueue, QueueRules } from '../database/job-queue';
import { addressesOf, parseErrand } from './addresses';
import { createDelivery, type Try } from './delivery';
import { createWebhookFailures } from './failures';
import { putErrands } from './outbox';

const TELL = 'webhook';
const GIVEN_UP = 'webhook-given-up';

/**
 * Eleven tries again, after 30 to 60 seconds and then twice as long each time: about a day in all. A job that has not ended
 * after a minute was lost with its process; the receiver gets ten seconds.
 */
export const WEBHOOK_QUEUES: Readonly<Record<string, QueueRules>> = {
  [GIVEN_UP]: { expireInSeconds: 60, retryLimit: 1_000 },
  [TELL]: { expireInSeconds: 60, retryLimit: 11, retryDelayS: 30, deadLetter: GIVEN_UP },
};
const AT_ONCE = 8;

/** Tells the changes of the ledger to the addresses of the settings, each at least once. */
export interface Webhooks {
  /** Tells what is to be told now; what fails is told later, or listed. */
  tellOnce(queue: JobQueue): Promise<void>;
}

export function createWebhooks(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly settings: { readonly urls: readonly string[]; readonly secret: string };
  readonly version: string;
  /** Told of each try, with the address's host. */
  readonly onTried: (tried: Try, host: string | undefined) => void;
  readonly onGivenUp: () => void;
  readonly hasStopped: () => boolean;
}): Webhooks {
  const { database, clock, fetch, settings, version, onTried, onGivenUp, hasStopped } = parts;
  const addresses = addressesOf(settings.urls);
  const failures = createWebhookFailures(database, clock, addresses);
  const deliver = createDelivery({ database, clock, fetch, addresses, secret: settings.secret, version });

  const tell = async (queue: JobQueue, { id, data }: Job): Promise<void> => {
    const errand = parseErrand(data);
    const tried: Try = errand ? await deliver(errand) : { outcome: 'dropped' };
    onTried(tried, errand?.host);
    switch (tried.outcome) {
      case 'delivered':
      case 'dropped':
        return queue.done(TELL, id);
      case 'refused':
        return queue.failed(TELL, id, { status: tried.status });
      case 'unreachable':
      case IN_VAIN:
        return queue.failed(TELL, id, {});
      case 'gone':
        if (errand) await failures.enter(errand, tried.status, true);
        onGivenUp();
        return queue.done(TELL, id);
      default:
        return tried satisfies never;
    }
  };
  const giveUp = async (queue: JobQueue, { id, data, output }: Job): Promise<void> => {
    const errand = parseErrand(data);
    const status = isFields(output) && typeof output['status'] === 'number' ? output['status'] : undefined;
    if (errand) await failures.enter(errand, status);
    onGivenUp();
    await queue.done(GIVEN_UP, id);
  };

  return {
    async tellOnce(queue) {
      await putErrands(database, queue, TELL, addresses);
      await takeAll(TELL, queue, tell);
      await takeAll(GIVEN_UP, queue, giveUp);
    },
  };

  async function takeAll(
    name: string,
    queue: JobQueue,
    work: (queue: JobQueue, job: Job) => Promise<void>,
  ): Promise<void> {
    while (!hasStopped()) {
      const jobs = await queue.take(name, AT_ONCE);
      if (jobs.length === 0) return;
      // One that fails holds up none of the others.
      const ends = await Promise.allSettled(jobs.map((job) => work(queue, job)));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    }
  }
}
