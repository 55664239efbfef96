import { isFields, present } from '../fields';
import type { PermissionKind } from '../permissions';
import { parseSituation, type Situation } from '../situation';
import { parseTenantId, type TenantId } from '../tenant';
import { isoTime, milliseconds, oneOf, parseAll, text } from './parsing';

/** What the service knows of one permission: held by the whole tenant, by the asking user alone, missing, or not known. */
export type PermissionState = 'tenant' | 'this-user' | 'missing' | 'not-known';

export interface PermissionAnswer {
  readonly scope: string;
  readonly kind: PermissionKind;
  readonly state: PermissionState;
}

/**
 * `GET /api/consent`: what Microsoft said about the caller's own tenant. `checked`: Microsoft answered, `permissions`
 * holds every permission of the set. `no-answer`: it did not, `because` (and `code`) say why.
 */
export type ConsentAnswer = {
  readonly tenantId: TenantId;
  readonly tenantName?: string;
  /** When Microsoft was asked, by the service's clock. */
  readonly checkedAt: string;
  readonly correlationId?: string;
  /** What the organisation does with ExtendSync, as far as an administrator's look has shown it. */
  readonly situation?: Situation;
} & (
  | {
      readonly outcome: 'checked';
      readonly permissions: readonly PermissionAnswer[];
      /**
       * What proved the delegated permissions that are held for the whole `tenant`. Without it nothing proved them:
       * they are `not-known`, or held by the caller alone.
       */
      readonly proof?: Proof;
      /** Set when the application stands disabled in the tenant, or lets only assigned users in and the caller is not one. */
      readonly obstacle?: 'application-disabled' | 'user-not-assigned';
    }
  | {
      /** `refused`: Microsoft refused the service a token for the tenant; `code` says why. */
      readonly outcome: 'no-answer';
      readonly because: 'refused' | 'throttled' | 'unreachable' | 'unexpected';
      readonly code?: string;
      readonly retryAfterMs?: number;
    }
);

/**
 * How Microsoft proved a grant to the service: it read the grants itself with the `application`'s own permission, or an
 * administrator, or somebody else who may read them, signed in and the grants were read with their token, a `look`.
 */
export type Proof =
  | { readonly by: 'application' }
  | {
      readonly by: 'look';
      /** When their token read the grants, by the service's clock. */
      readonly seenAt: string;
    };

function parsePermissionAnswer(value: unknown): PermissionAnswer | undefined {
  if (!isFields(value)) return undefined;
  const scope = text(value['scope']);
  const kind = oneOf(value['kind'], ['delegated', 'application']);
  const state = oneOf(value['state'], ['tenant', 'this-user', 'missing', 'not-known']);
  return scope && kind && state ? { scope, kind, state } : undefined;
}

function parseProof(value: unknown): Proof | undefined {
  if (!isFields(value)) return undefined;
  if (value['by'] === 'application') return { by: 'application' };
  const seenAt = isoTime(value['seenAt']);
  return value['by'] === 'look' && seenAt ? { by: 'look', seenAt } : undefined;
}

export function parseConsentAnswer(value: unknown): ConsentAnswer | undefined {
  if (!isFields(value)) return undefined;
  const tenantId = typeof value['tenantId'] === 'string' ? parseTenantId(value['tenantId']) : undefined;
  const checkedAt = isoTime(value['checkedAt']);
  const situation = parseSituation(value['situation']);
  if (!tenantId || !checkedAt || (value['situation'] !== undefined && !situation)) return undefined;
  const common = {
    ...present<{ tenantName?: string; correlationId?: string; situation?: Situation }>({
      tenantName: text(value['tenantName']),
      correlationId: text(value['correlationId']),
      situation,
    }),
    tenantId,
    checkedAt,
  };
  if (value['outcome'] === 'checked') {
    const permissions = parseAll(value['permissions'], parsePermissionAnswer);
    if (!permissions) return undefined;
    const obstacle = oneOf(value['obstacle'], ['application-disabled', 'user-not-assigned']);
    if (value['obstacle'] !== undefined && !obstacle) return undefined;
    const proof = parseProof(value['proof']);
    if (value['proof'] !== undefined && !proof) return undefined;
    return {
      ...common,
      outcome: 'checked',
      permissions,
      ...present<{ obstacle?: NonNullable<typeof obstacle>; proof?: Proof }>({ obstacle, proof }),
    };
  }
  const because = oneOf(value['because'], ['refused', 'throttled', 'unreachable', 'unexpected']);
  if (value['outcome'] !== 'no-answer' || !because) return undefined;
  return {
    ...common,
    outcome: 'no-answer',
    because,
    ...present<{ code?: string; retryAfterMs?: number }>({
      code: text(value['code']),
      retryAfterMs: milliseconds(value['retryAfterMs']),
    }),
  };
}
