import { isFields } from '../../core/fields';
import { IN_VAIN } from '../../core/ledger/webhook';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import type { Job, JobQueue, Lane, QueueRules } from '../database/job-queue';
import { parseErrand, type Address, type Errand } from './addresses';
import { createDelivery, type Try } from './delivery';
import type { WebhookFailureList } from './failures';
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
/** So many are under way at once to an address. */
export const AT_ONCE = 8;

/** Tells the changes of the ledger to the addresses of the settings, each at least once. */
export interface Webhooks {
  /** Queues what has been found, and lists what nobody tries to deliver any more. Asks the database alone. */
  collect(queue: JobQueue): Promise<void>;
  /**
   * One for each address, and one for what is queued for others. Each tells what its address is to be told now; what fails
   * is told later, or listed. They run side by side, and none waits for another: an address that keeps silent holds up
   * nothing but its own.
   */
  readonly lanes: readonly ((queue: JobQueue) => Promise<void>)[];
}

export function createWebhooks(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly addresses: readonly Address[];
  readonly failures: WebhookFailureList;
  readonly secret: string;
  readonly version: string;
  /** Told of each try, with the address's host. */
  readonly onTried: (tried: Try, host: string | undefined) => void;
  readonly onGivenUp: () => void;
  readonly hasStopped: () => boolean;
}): Webhooks {
  const { database, clock, fetch, addresses, failures, secret, version } = parts;
  const { onTried, onGivenUp, hasStopped } = parts;
  const deliver = createDelivery({ database, clock, fetch, addresses, secret, version });

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

  const tellLane = async (queue: JobQueue, lane: Lane): Promise<void> => {
    // As each of them ends, the next one begins.
    const goOn = async (first: Job): Promise<void> => {
      let job: Job | undefined = first;
      while (job !== undefined) {
        await tell(queue, job);
        [job] = hasStopped() ? [] : await queue.take(TELL, 1, lane);
      }
    };
    // One whose end cannot be written holds up none of the others.
    const ends = await Promise.allSettled((await queue.take(TELL, AT_ONCE, lane)).map(goOn));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };
  const giveUpAll = async (queue: JobQueue): Promise<void> => {
    while (!hasStopped()) {
      const jobs = await queue.take(GIVEN_UP, AT_ONCE);
      if (jobs.length === 0) return;
      for (const job of jobs) await giveUp(queue, job);
    }
  };

  const keys = addresses.map(({ key }) => key);
  const lanes: readonly Lane[] = [
    ...keys.map((key): Lane => ({ field: ADDRESS_FIELD, values: [key] })),
    { field: ADDRESS_FIELD, values: keys, isOfOthers: true },
  ];
  return {
    async collect(queue) {
      await putErrands(database, queue, TELL, addresses);
      await giveUpAll(queue);
    },
    lanes: lanes.map((lane) => (queue) => tellLane(queue, lane)),
  };
}

const ADDRESS_FIELD: keyof Errand = 'address';
