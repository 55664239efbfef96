import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { SweepOutcome } from '../ledger/tenant-sweep';
import type { TenantFacts } from '../tenant/facts';

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
  const streams = new Gauge({
    name: 'extendsync_event_streams',
    help: 'Streams of events and long polls that are open.',
    registers,
  });
  return {
    contentType: registry.contentType,
    answered: (route, method, status, seconds) =>
      answers.observe({ route, method, status: String(status) }, seconds),
    checked: (facts, seconds) => {
      checks.observe({ outcome: facts.kind === 'no-answer' ? 'no-answer' : 'answered' }, seconds);
      if (facts.kind === 'no-answer') troubles.inc({ because: facts.because });
    },
    swept: (outcome) => sweeps.inc({ outcome }),
    streaming: () => {
      streams.inc();
      return () => streams.dec();
    },
    text: () => registry.metrics(),
  };
}
