import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { WebhookType } from '../../core/ledger/webhook';
import type { SweepOutcome } from '../ledger/tenant-sweep';
import type { TenantFacts } from '../tenant/facts';
import type { Try } from '../webhooks/delivery';

/**
 * The service's figures for Prometheus. Labels hold routes and outcomes; nothing in them tells tenants apart or what a
 * tenant has granted.
 */
export interface Metrics {
  readonly contentType: string;
  answered(route: string, method: string, status: number, seconds: number): void;
  checked(facts: TenantFacts, seconds: number): void;
  /** Counts a question of the sweep. */
  swept(outcome: SweepOutcome): void;
  /** Counts a change of the ledger that webhooks tell. */
  toTell(type: WebhookType): void;
  /** Counts a try to deliver a webhook. */
  told(outcome: Try['outcome']): void;
  /** Counts a webhook that nobody tries to deliver any more. */
  givenUp(): void;
  /** Counts an open stream of events; the returned function counts it out. */
  streaming(): () => void;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Histogram({
    name: 'extendsync_http_request_duration_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 8, 30],
    registers,
  });
  const answersBy = new Map<string, Histogram.Internal<'route' | 'method' | 'status'>>();
  const checks = new Histogram({
    name: 'extendsync_tenant_check_duration_seconds',
    help: 'How long questions to Microsoft about a tenant took, by whether there was an answer.',
    labelNames: ['outcome'] as const,
    buckets: [0.05, 0.2, 0.5, 1, 2, 4, 8],
    registers,
  });
  const troubles = new Counter({
    name: 'extendsync_tenant_checks_without_answer_total',
    help: 'Questions to Microsoft without an answer, by reason.',
    labelNames: ['because'] as const,
    registers,
  });
  const sweeps = new Counter({
    name: 'extendsync_sweep_questions_total',
    help: 'Organisations of the ledger that the sweep asked about, by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const changes = new Counter({
    name: 'extendsync_webhook_events_total',
    help: 'Changes of the ledger that webhooks tell, by type.',
    labelNames: ['type'] as const,
    registers,
  });
  const tellings = new Counter({
    name: 'extendsync_webhook_deliveries_total',
    help: 'Tries to deliver a webhook, by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const givenUp = new Counter({
    name: 'extendsync_webhook_dead_letters_total',
    help: 'Webhooks that an address has not taken after all tries: see /api/webhooks/failures.',
    registers,
  });
  const streams = new Gauge({
    name: 'extendsync_event_streams',
    help: 'Streams of events and long polls that are open.',
    registers,
  });
  return {
    contentType: registry.contentType,
    answered(route, method, status, seconds) {
      // Finding a figure by its labels costs more than counting in it: each is found once.
      const name = `${method} ${route} ${String(status)}`;
      let found = answersBy.get(name);
      if (!found) {
        found = answers.labels({ route, method, status: String(status) });
        answersBy.set(name, found);
      }
      found.observe(seconds);
    },
    checked: (facts, seconds) => {
      checks.observe({ outcome: facts.kind === 'no-answer' ? 'no-answer' : 'answered' }, seconds);
      if (facts.kind === 'no-answer') troubles.inc({ because: facts.because });
    },
    swept: (outcome) => sweeps.inc({ outcome }),
    toTell: (type) => changes.inc({ type }),
    told: (outcome) => tellings.inc({ outcome }),
    givenUp: () => givenUp.inc(),
    streaming: () => {
      streams.inc();
      return () => streams.dec();
    },
    text: () => registry.metrics(),
  };
}
