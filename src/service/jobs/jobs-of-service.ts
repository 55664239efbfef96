import type { FastifyBaseLogger } from 'fastify';
import { IN_VAIN } from '../../core/ledger/webhook';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import type { openJobQueue } from '../database/job-queue';
import type { Metrics } from '../http/metrics';
import { createTenantSweep } from '../ledger/tenant-sweep';
import type { Settings } from '../settings';
import type { TenantChecks } from '../tenant/checks';
import type { Address } from '../webhooks/addresses';
import type { WebhookFailureList } from '../webhooks/failures';
import { createWebhooks } from '../webhooks/webhooks';
import { createServiceJobs, type ServiceJobs } from './service-jobs';

/** The jobs, put together of the service's parts; what becomes of them is counted and logged. */
export function jobsOfService(parts: {
  readonly settings: Pick<Settings, 'checkEveryMs' | 'webhooks' | 'version'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly openQueue: typeof openJobQueue | undefined;
  readonly checks: TenantChecks;
  readonly addresses: readonly Address[];
  readonly failures: WebhookFailureList;
  readonly recorded: () => Promise<void>;
  readonly metrics: Metrics;
  readonly log: FastifyBaseLogger;
  readonly onTrouble: (error: unknown) => void;
  readonly hasStopped: () => boolean;
}): ServiceJobs {
  const { settings, database, clock, fetch, openQueue, checks, recorded, metrics, log } = parts;
  const { addresses, failures } = parts;
  const { onTrouble, hasStopped } = parts;
  return createServiceJobs({
    database,
    clock,
    openQueue,
    onHindrance: (hindrance) => {
      if (hindrance === undefined) {
        log.warn({}, 'the database lets the jobs run again');
        return;
      }
      const { about, reason } = hindrance;
      log.error({ change: about.change, reason }, about.because);
    },
    onTrouble,
    sweep: createTenantSweep({
      database,
      clock,
      checkEveryMs: settings.checkEveryMs,
      checks,
      recorded,
      onAsked: metrics.swept,
      onTrouble,
      hasStopped,
    }),
    webhooks:
      settings.webhooks &&
      createWebhooks({
        database,
        clock,
        fetch,
        addresses,
        failures,
        secret: settings.webhooks.secret,
        version: settings.version,
        onTried: (tried, host) => {
          metrics.told(tried.outcome);
          if (tried.outcome === 'refused' || tried.outcome === 'gone')
            log.warn({ host, status: tried.status }, 'a webhook was not taken');
          else if (tried.outcome === 'unreachable') log.warn({ host }, 'a webhook could not be delivered');
          else if (tried.outcome === IN_VAIN)
            log.warn({ host }, 'a webhook waits for an address that WEBHOOK_URLS does not hold');
        },
        onGivenUp: metrics.givenUp,
        hasStopped,
      }),
  });
}
