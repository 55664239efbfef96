import { Type } from 'typebox';
import { NO_ANSWERS } from '../../core/api/consent-answer';
import {
  SEEN_BY,
  type TenantCounts,
  type TenantEntry,
  type TenantPage,
  type TenantQuestion,
  type TenantWithHistory,
} from '../../core/ledger/api';
import { PROOFS } from '../../core/permissions';
import { TENANT_STATES } from '../../core/ledger/state';
import { literals, ProblemSchema, SituationSchema, Time } from './schemas';

/* The shapes of core/ledger/api as JSON schemas, for /api/openapi.json. */

/** What every route of the operators may refuse with. */
export const OPERATOR_REFUSALS = {
  401: ProblemSchema,
  403: ProblemSchema,
  429: ProblemSchema,
  503: ProblemSchema,
};
/** Each takes an access token. */
export const WITH_TOKEN = { security: [{ accessToken: [] }] };

const State = literals(TENANT_STATES);
const Judged = {
  state: State,
  missing: Type.Array(Type.String({ description: 'As delegated:Mail.ReadWrite' })),
  situation: Type.Optional(SituationSchema),
  proof: Type.Optional(literals(PROOFS)),
};

const Entry = Type.Object({
  ...Judged,
  tenantId: Type.String({ format: 'uuid' }),
  name: Type.Optional(Type.String()),
  domains: Type.Array(Type.String()),
  since: Time,
  checkedAt: Type.Optional(Time),
  trouble: Type.Optional(Type.Object({ because: literals(NO_ANSWERS), at: Time })),
  grantedVersion: Type.Optional(Type.Integer()),
  openRequests: Type.Object({ count: Type.Integer(), oldestAt: Type.Optional(Time) }),
  firstSeenAt: Time,
  seenBy: literals(SEEN_BY),
  deletedAt: Type.Optional(Time),
});
export const CheckedTenantSchema = Type.Unsafe<
  TenantEntry & { readonly question?: TenantQuestion | undefined }
>(
  Type.Object({
    ...Entry.properties,
    question: Type.Optional(Type.Object({ asked: Type.Boolean(), waitsUntil: Type.Optional(Time) })),
  }),
);

export const TenantPageSchema = Type.Unsafe<TenantPage>(
  Type.Object({
    tenants: Type.Array(Entry),
    next: Type.Optional(
      Type.String({
        description:
          'Where the next page begins. An organisation that changes meanwhile may stand in two pages: the later one is how it stands. By the latest time first, what has moved up comes at the end.',
      }),
    ),
  }),
);
export const TenantWithHistorySchema = Type.Unsafe<TenantWithHistory>(
  Type.Object({
    tenant: Entry,
    history: Type.Array(Type.Object({ ...Judged, at: Time, setVersion: Type.Integer() })),
  }),
);
const Counts = Type.Object(Object.fromEntries(TENANT_STATES.map((state) => [state, Type.Integer()])));
export const TenantCountsSchema = Type.Unsafe<TenantCounts>(
  Type.Object({
    setVersion: Type.Integer(),
    now: Counts,
    days: Type.Array(Type.Object({ day: Type.String({ format: 'date' }), counts: Counts })),
  }),
);

const one = (description: string) => Type.Optional(Type.String({ maxLength: 400, description }));
/** What is not understood is left out; only the length is bounded here. */
export const TenantQuerySchema = Type.Object({
  state: Type.Optional(
    Type.Union([
      Type.String({ maxLength: 400 }),
      Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
    ]),
  ),
  situation: one('One of the situations, or unknown'),
  olderThanDays: one('Only organisations whose state is at least so old'),
  text: one('Part of a name, a domain or a tenant id'),
  sort: one('name, since, checked or seen; with - before it, descending'),
});
/** What is answered where nothing else is asked for. */
export const DEFAULT_PAGE_LENGTH = 100;
export const DEFAULT_DAYS = 90;

export const TenantListQuerySchema = Type.Object({
  ...TenantQuerySchema.properties,
  cursor: Type.Optional(Type.String({ maxLength: 2_000, description: '`next` of the page before' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: DEFAULT_PAGE_LENGTH })),
});
export const TenantCountsQuerySchema = Type.Object({
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 730, default: DEFAULT_DAYS })),
});
export const TenantPathSchema = Type.Object({ id: Type.String({ maxLength: 100 }) });
