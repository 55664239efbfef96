import { Type } from 'typebox';
import { NO_ANSWERS, OBSTACLES, PERMISSION_STATES, type ConsentAnswer } from '../../core/api/consent-answer';
import { LONGEST_POLL_MS, REQUEST_EVENT_KINDS, RETURN_FAILURES } from '../../core/api/request-events';
import { PERMISSION_KINDS } from '../../core/permissions';
import { SITUATIONS, type Situation } from '../../core/situation';
import type { DomainName } from '../../core/tenant';

/*
 * The shapes of core/api as JSON schemas: what comes in is checked by them, and /api/openapi.json is made of them.
 */

export const Time = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' });
export const literals = <const T extends string>(names: readonly T[]) =>
  Type.Union(names.map((name) => Type.Literal(name)));

/** The compiler cannot read a union that is made of a list; the list itself is the proof. */
export const SituationSchema = Type.Unsafe<Situation>(literals(SITUATIONS));

export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: 'urn:extendsync:problem:<name>' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    retryAfterMs: Type.Optional(Type.Number()),
  },
  { description: 'Problem details, RFC 9457' },
);

const ConsentCommon = {
  tenantId: Type.String({ format: 'uuid' }),
  tenantName: Type.Optional(Type.String()),
  checkedAt: Time,
  correlationId: Type.Optional(Type.String()),
  situation: Type.Optional(SituationSchema),
};

export const ConsentAnswerSchema = Type.Unsafe<ConsentAnswer>(
  Type.Union([
    Type.Object({
      ...ConsentCommon,
      outcome: Type.Literal('checked'),
      permissions: Type.Array(
        Type.Object({
          scope: Type.String(),
          kind: literals(PERMISSION_KINDS),
          state: literals(PERMISSION_STATES),
        }),
      ),
      proof: Type.Optional(
        Type.Union([
          Type.Object({ by: Type.Literal('application') }),
          Type.Object({ by: Type.Literal('look'), seenAt: Time }),
        ]),
      ),
      setVersion: Type.Integer({ description: 'The version of the permission set that this service has' }),
      obstacle: Type.Optional(literals(OBSTACLES)),
    }),
    Type.Object({
      ...ConsentCommon,
      outcome: Type.Literal('no-answer'),
      because: literals(NO_ANSWERS),
      code: Type.Optional(Type.String({ description: "Microsoft's code, as AADSTS65001" })),
      retryAfterMs: Type.Optional(Type.Number()),
    }),
  ]),
);

export const NewRequestSchema = Type.Object(
  {
    tenant: Type.String({ minLength: 4, maxLength: 253, description: 'A tenant id or one of its domains' }),
    domain: Type.Optional(
      Type.String({
        minLength: 4,
        maxLength: 253,
        description: 'Beside a tenant id: the mail domain of who asks',
      }),
    ),
    situation: Type.Optional(SituationSchema),
  },
  { additionalProperties: false },
);

export const RequestMadeSchema = Type.Object({
  id: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
  link: Type.String({ format: 'uri' }),
  madeAt: Time,
  expiresAt: Time,
});

export const RequestShownSchema = Type.Object({
  tenant: Type.String(),
  domain: Type.Optional(
    Type.Unsafe<DomainName>(Type.String({ description: 'As the asking side named it; not verified' })),
  ),
  situation: Type.Optional(SituationSchema),
  madeAt: Time,
  expiresAt: Time,
});

export const NewAttemptSchema = Type.Object(
  { situation: Type.Optional(Type.Union([SituationSchema, Type.Literal('not-sure')])) },
  { additionalProperties: false },
);
export const AttemptMadeSchema = Type.Object({ consentUrl: Type.String({ format: 'uri' }), expiresAt: Time });

export const NewLookSchema = Type.Object(
  {
    tenant: Type.Optional(
      Type.String({ minLength: 4, maxLength: 253, description: 'A tenant id or one of its domains' }),
    ),
    request: Type.Optional(Type.String({ maxLength: 200 })),
    situation: Type.Optional(SituationSchema),
  },
  { additionalProperties: false },
);
export const LookBegunSchema = Type.Object({ lookUrl: Type.String({ format: 'uri' }), expiresAt: Time });
export const LookPathSchema = Type.Object({ key: Type.String({ maxLength: 200 }) });

export const RequestEventsSchema = Type.Object({
  events: Type.Array(
    Type.Object({
      number: Type.Integer(),
      kind: literals(REQUEST_EVENT_KINDS),
      at: Time,
      failure: Type.Optional(literals(RETURN_FAILURES)),
    }),
  ),
});

/** An id of the wrong shape names no request: that is a 404 like any other unknown id, so only its length is bounded here. */
export const RequestPathSchema = Type.Object({ id: Type.String({ maxLength: 200 }) });

export const EventsQuerySchema = Type.Object({
  after: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: 'Only events with higher numbers' }),
  ),
  waitMs: Type.Optional(
    Type.Integer({ minimum: 0, maximum: LONGEST_POLL_MS, description: 'How long a long poll may wait' }),
  ),
});
