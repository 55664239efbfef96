/** A named situation as plain data: what the tenant looks like, what is broken, and which window shows it. */
import type { FaultSpec } from '../entra/faults';
import type { Quirk } from '../entra/quirks';
import type { GraphPermission } from '../entra/seed';
import type { HostOptions } from '../outlook/host-options';

/** One fact that a scenario establishes in the simulated tenant. Tenants are named by domain, people by UPN. */
export type Step =
  | { readonly set: 'granted'; readonly tenant: string; readonly without?: readonly GraphPermission[] }
  /** By hand in Entra: everything delegated for everybody, and no application permission. */
  | { readonly set: 'granted-delegated'; readonly tenant: string }
  | { readonly set: 'granted-by-user'; readonly user: string; readonly without?: readonly GraphPermission[] }
  /** By an administrator's script: everything delegated, for this one person, of Graph alone. */
  | { readonly set: 'granted-by-script'; readonly user: string }
  | { readonly set: 'user-consent'; readonly tenant: string; readonly policy: 'on' | 'off' | 'low-risk-only' }
  | { readonly set: 'assignment-required'; readonly tenant: string }
  | { readonly set: 'assigned'; readonly user: string }
  | { readonly set: 'application-disabled'; readonly tenant: string }
  | { readonly set: 'account-disabled'; readonly user: string }
  | { readonly set: 'conditional-access'; readonly tenant: string; readonly policy: 'block' | 'require-mfa' }
  | { readonly set: 'propagation-delay'; readonly delayMs: number }
  | { readonly set: 'opaque-graph-tokens' }
  | { readonly set: 'quirk'; readonly quirk: Quirk }
  | { readonly set: 'fault'; readonly fault: FaultSpec };

export type Surrounding =
  /** The proxy writes the client's port behind its address. */
  | 'proxy-writes-ports'
  /** A pooler takes LISTEN and delivers nothing. */
  | 'database-tells-nothing';

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** What has happened before the window opens. */
  readonly story: string;
  /** What to look at, or to do and then look at. */
  readonly lookAt: string;
  readonly steps: readonly Step[];
  /** Is the product's service running? */
  readonly service: 'running' | 'stopped';
  /** What stands before and behind the service, where it is not as usual. */
  readonly surroundings: readonly Surrounding[];
  readonly host: Partial<HostOptions>;
}

export const CONTOSO = 'contoso.example';
export const MIA = 'mia@contoso.example';

/** A scenario's words, in the order in which people read them. */
type Words = readonly [name: string, title: string, story: string, lookAt: string];

export function scenario(
  [name, title, story, lookAt]: Words,
  steps: readonly Step[] = [],
  rest: Partial<Pick<Scenario, 'service' | 'host' | 'surroundings'>> = {},
): Scenario {
  const { service = 'running', host = {}, surroundings = [] } = rest;
  return { name, title, story, lookAt, steps, service, host, surroundings };
}

export const GRANTED: Step = { set: 'granted', tenant: CONTOSO };

export const faultAtTokens = (trouble: FaultSpec['trouble']): Step => ({
  set: 'fault',
  fault: { trouble, families: ['token', 'broker', 'graph'] },
});
