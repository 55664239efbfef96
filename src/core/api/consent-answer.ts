import { isFields, present, type Fields } from '../fields';
import { PERMISSION_SET_VERSION } from '../permission-set';
import { PERMISSION_KINDS, type PermissionKind } from '../permissions';
import { parseSituation, type Situation } from '../situation';
import { parseTenantId, type TenantId } from '../tenant';
import { amount, isoTime, oneOf, parseAll, text } from './parsing';

/** So long a pane waits for the service's answer, which ends its own questions to Microsoft before. */
export const CONSENT_LIMIT_MS = 8_000;

export const PERMISSION_STATES = ['tenant', 'this-user', 'missing', 'not-known'] as const;
/** What the service knows of one permission: held by the whole tenant, by the asking user alone, missing, or not known. */
export type PermissionState = (typeof PERMISSION_STATES)[number];

export const OBSTACLES = ['application-disabled', 'user-not-assigned'] as const;
export type Obstacle = (typeof OBSTACLES)[number];
/** Why Microsoft gave the service no answer. `refused`: it refused a token for the tenant; the answer's `code` says why. */
export const NO_ANSWERS = ['refused', 'throttled', 'unreachable', 'unexpected'] as const;

export interface PermissionAnswer {
  readonly scope: string;
  readonly kind: PermissionKind;
  readonly state: PermissionState;
}

/**
 * `GET /api/consent`: what Microsoft said about the caller's own tenant. `checked`: Microsoft answered, `permissions`
 * holds every permission of the set. `no-answer`: it did not, `because` (and `code`) say why.
 */
export type ConsentAnswer = About & Said;

interface About {
  readonly tenantId: TenantId;
  readonly tenantName?: string;
  /** When Microsoft was asked, by the service's clock. */
  readonly checkedAt: string;
  readonly correlationId?: string;
  /** What the organisation does with ExtendSync, as far as an administrator's look has shown it. */
  readonly situation?: Situation;
}

type Said =
  | {
      readonly outcome: 'checked';
      readonly permissions: readonly PermissionAnswer[];
      /** The version of the service's permission set, for pages of an older one. */
      readonly setVersion?: number;
      /**
       * What proved the delegated permissions that are held for the whole `tenant`. Without it nothing proved them:
       * they are `not-known`, or held by the caller alone.
       */
      readonly proof?: Proof;
      /** Set when the application stands disabled in the tenant, or lets only assigned users in and the caller is not one. */
      readonly obstacle?: Obstacle;
    }
  | {
      readonly outcome: 'no-answer';
      /** No service says `newer-version`: this is how an answer is read that this version does not understand. */
      readonly because: (typeof NO_ANSWERS)[number] | 'newer-version';
      readonly code?: string;
      readonly retryAfterMs?: number;
    };

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
  const kind = oneOf(value['kind'], PERMISSION_KINDS);
  const state = oneOf(value['state'], PERMISSION_STATES) ?? 'not-known';
  return scope && kind ? { scope, kind, state } : undefined;
}

function parseProof(value: unknown): Proof | undefined {
  if (!isFields(value)) return undefined;
  if (value['by'] === 'application') return { by: 'application' };
  const seenAt = isoTime(value['seenAt']);
  return value['by'] === 'look' && seenAt ? { by: 'look', seenAt } : undefined;
}

/**
 * A service with a newer set may require anything that it lists: unless all of that is granted, this version can neither
 * say that nothing lacks nor ask for what does.
 */
const mayLackMore = ({ setVersion }: Fields, permissions: readonly PermissionAnswer[]): boolean =>
  Number(setVersion) > PERMISSION_SET_VERSION && permissions.some(({ state }) => state !== 'tenant');

/**
 * What Microsoft said; undefined where this version does not know a name in it that decides what it means, be it the
 * outcome or the situation.
 */
function parseSaid(value: Fields): Said | undefined {
  if (value['situation'] !== undefined && !parseSituation(value['situation'])) return undefined;
  if (value['outcome'] === 'checked') {
    const permissions = parseAll(value['permissions'], parsePermissionAnswer);
    if (!permissions || mayLackMore(value, permissions)) return undefined;
    const obstacle = oneOf(value['obstacle'], OBSTACLES);
    if (value['obstacle'] !== undefined && !obstacle) return undefined;
    const proof = parseProof(value['proof']);
    if (value['proof'] !== undefined && !proof) return undefined;
    return {
      outcome: 'checked',
      permissions,
      ...present<{ obstacle?: Obstacle; proof?: Proof }>({ obstacle, proof }),
    };
  }
  const because = oneOf(value['because'], NO_ANSWERS);
  if (value['outcome'] !== 'no-answer' || !because) return undefined;
  return {
    outcome: 'no-answer',
    because,
    ...present<{ code?: string; retryAfterMs?: number }>({
      code: text(value['code']),
      retryAfterMs: amount(value['retryAfterMs']),
    }),
  };
}

/** What is about a tenant and of a time is an answer of our service, be it a newer one that is not understood. */
export function parseConsentAnswer(value: unknown): ConsentAnswer | undefined {
  if (!isFields(value)) return undefined;
  const tenantId = parseTenantId(value['tenantId']);
  const checkedAt = isoTime(value['checkedAt']);
  if (!tenantId || !checkedAt) return undefined;
  return {
    ...present<{ tenantName?: string; correlationId?: string; situation?: Situation }>({
      tenantName: text(value['tenantName']),
      correlationId: text(value['correlationId']),
      situation: parseSituation(value['situation']),
    }),
    tenantId,
    checkedAt,
    ...(parseSaid(value) ?? { outcome: 'no-answer', because: 'newer-version' }),
  };
}
