import type { PermissionId } from '../permissions';
import type { Situation } from '../situation';
import type { TenantId } from '../tenant';
import type { TenantState } from './state';

/*
 * What the service tells other systems of the people who run ExtendSync, as Standard Webhooks says
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). Nothing in it names a
 * person.
 */

export const WEBHOOK_TYPES = ['tenant.granted', 'tenant.withdrawn', 'tenant.partial'] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** The body of a webhook. Times are ISO 8601 in UTC. */
export interface WebhookMessage {
  readonly type: WebhookType;
  /** When it was found. */
  readonly timestamp: string;
  readonly data: {
    readonly tenantId: TenantId;
    readonly name?: string;
    readonly state: TenantState;
    readonly missing: readonly PermissionId[];
    readonly situation?: Situation;
    /** Since when the state is this one: earlier than the timestamp where only what is missing has changed. */
    readonly since: string;
  };
}

/** Which webhook tells that an organisation's state is this one; undefined where none does. */
export const webhookTypeOf = (state: TenantState): WebhookType | undefined =>
  WEBHOOK_TYPES.find((type) => type === `tenant.${state}`);

/** Why it is in vain to send a webhook again: `WEBHOOK_URLS` does not hold its address any more. */
export const IN_VAIN = 'not-in-settings';

/** A webhook that an address has not taken, after all tries. */
export interface WebhookFailure {
  /** As the address knows it, from `webhook-id`. */
  readonly id: string;
  readonly type: WebhookType;
  readonly tenantId: TenantId;
  readonly timestamp: string;
  /** The address's host; the rest may hold a secret. */
  readonly host: string;
  /** Since when nobody tries any more. */
  readonly failedAt: string;
  /** The status of the last answer; undefined where there was none. */
  readonly lastStatus?: number | undefined;
  /** Set where it is not sent again, and why. */
  readonly because?: typeof IN_VAIN | undefined;
}

/** `GET /api/webhooks/failures`: the newest first, five hundred at most. */
export interface WebhookFailures {
  readonly count: number;
  readonly failures: readonly WebhookFailure[];
}

/** `POST /api/webhooks/failures/retries`: how many are sent again; those that are in vain stay in the list. */
export interface WebhookRetries {
  readonly count: number;
}
