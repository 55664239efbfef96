import { Type } from 'typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OPERATOR_PATHS, parseTenantQuery, type TenantQuery } from '../../core/ledger/api';
import { OPERATOR_ROLE } from '../../core/registration/wanted';
import { parseTenantId, type TenantId } from '../../core/tenant';
import { ledgerCsv } from '../ledger/csv';
import type { Ledger } from '../ledger/ledger';
import type { LedgerList } from '../ledger/list';
import type { Caller, TenantChecks } from '../tenant/checks';
import type { App } from './app';
import type { LimitName, Limits } from './limits';
import {
  TenantCountsQuerySchema,
  TenantCountsSchema,
  TenantEntrySchema,
  TenantListQuerySchema,
  TenantPageSchema,
  TenantPathSchema,
  TenantQuerySchema,
  TenantWithHistorySchema,
} from './operator-schemas';
import { sendProblem } from './problem';
import { ProblemSchema } from './schemas';
import type { SignedIn } from './signed-in';

const REFUSALS = { 401: ProblemSchema, 403: ProblemSchema, 429: ProblemSchema, 503: ProblemSchema };
const COMMON = { security: [{ accessToken: [] }] };
const PAGE_LENGTH = 100;
const DAYS = 90;

/**
 * What the people who run ExtendSync read about the organisations: the ledger. Only for users of the vendor's own tenant
 * whose token names our application role; whoever reads or changes something stands in the log.
 */
export function operatorRoutes(
  app: App,
  parts: {
    /** The vendor's tenant; without it nobody is an operator. */
    readonly homeTenant: TenantId | undefined;
    readonly signedIn: SignedIn;
    readonly limits: Limits;
    readonly ledger: Ledger;
    readonly list: LedgerList;
    readonly checks: Pick<TenantChecks, 'check'>;
    /** Resolves when what the checks have found so far stands in the ledger. */
    readonly recorded: () => Promise<void>;
  },
): void {
  const { homeTenant, signedIn, limits, ledger, list, checks, recorded } = parts;

  const operator = async (
    request: FastifyRequest,
    reply: FastifyReply,
    counts: readonly LimitName[] = ['ledger-by-user'],
  ): Promise<Caller | undefined> => {
    const caller = await signedIn(request, reply);
    if (caller === undefined) return undefined;
    const { tenant, userId, roles = [] } = caller;
    if (homeTenant === undefined || tenant !== homeTenant || !roles.includes(OPERATOR_ROLE)) {
      if (homeTenant === undefined)
        request.log.warn(
          { change: 'set HOME_TENANT to the tenant of the registration' },
          'nobody is an operator',
        );
      sendProblem(reply, 'not-an-operator');
      return undefined;
    }
    for (const name of counts) {
      const taken = await limits.take(name, { who: `${tenant} ${userId}` });
      if (!taken.ok) {
        sendProblem(reply, 'too-many-requests', { retryAfterMs: taken.retryAfterMs });
        return undefined;
      }
    }
    reply.header('cache-control', 'no-store');
    return caller;
  };
  /** The log's one line that names somebody, and on purpose: whoever reads customers' states answers for it. */
  const note = (request: FastifyRequest, { userId }: Caller, did: string): void =>
    request.log.info({ operator: userId, did }, 'ledger');

  app.get(
    OPERATOR_PATHS.tenants,
    {
      schema: {
        ...COMMON,
        summary: 'The organisations, page by page',
        querystring: TenantListQuerySchema,
        response: { 200: TenantPageSchema, 400: ProblemSchema, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      const { cursor, limit = PAGE_LENGTH } = request.query;
      const page = await list.page(queryIn(request), cursor, limit);
      if (page === undefined)
        return sendProblem(reply, 'malformed', { detail: 'cursor is none of this list' });
      note(request, caller, 'list');
      return reply.send(page);
    },
  );

  app.get(
    OPERATOR_PATHS.csv,
    {
      schema: {
        ...COMMON,
        summary: 'The same list as CSV, whole',
        querystring: TenantQuerySchema,
        response: { 200: Type.Unsafe<unknown>(Type.String({ description: 'text/csv' })), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      note(request, caller, 'csv');
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="organisations.csv"')
        .send(ledgerCsv(list, queryIn(request)));
    },
  );

  app.get(
    OPERATOR_PATHS.counts,
    {
      schema: {
        ...COMMON,
        summary: 'How many organisations stand in which state, now and day by day',
        querystring: TenantCountsQuerySchema,
        response: { 200: TenantCountsSchema, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      note(request, caller, 'counts');
      return reply.send(await list.counts(request.query.days ?? DAYS));
    },
  );

  app.get(
    OPERATOR_PATHS.tenant(':id'),
    {
      schema: {
        ...COMMON,
        summary: 'One organisation with its history',
        params: TenantPathSchema,
        response: { 200: TenantWithHistorySchema, 404: ProblemSchema, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const tenant = parseTenantId(request.params.id);
      if (!tenant) return sendProblem(reply, 'tenant-not-found');
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      const found = await list.find(tenant);
      if (!found) return sendProblem(reply, 'tenant-not-found');
      note(request, caller, 'organisation');
      return reply.send(found);
    },
  );

  app.post(
    OPERATOR_PATHS.checks(':id'),
    {
      schema: {
        ...COMMON,
        summary: 'Asks Microsoft about an organisation now; enters it where it is not in the ledger yet',
        params: TenantPathSchema,
        response: { 200: TenantEntrySchema, 404: ProblemSchema, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const tenant = parseTenantId(request.params.id);
      if (!tenant) return sendProblem(reply, 'tenant-not-found');
      const caller = await operator(request, reply, ['ledger-by-user', 'ledger-check-by-user']);
      if (caller === undefined) return reply;
      await ledger.enter(tenant, 'operator');
      await checks.check(tenant, 'operator');
      await recorded();
      const found = await list.find(tenant);
      if (!found) return sendProblem(reply, 'tenant-not-found');
      note(request, caller, 'check');
      return reply.send(found.tenant);
    },
  );

  app.delete(
    OPERATOR_PATHS.tenant(':id'),
    {
      schema: {
        ...COMMON,
        summary: 'Empties what is kept of an organisation, at its wish; an entry without a name stays',
        params: TenantPathSchema,
        response: {
          204: Type.Unsafe<undefined>(Type.Null({ description: 'Emptied' })),
          404: ProblemSchema,
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const tenant = parseTenantId(request.params.id);
      if (!tenant) return sendProblem(reply, 'tenant-not-found');
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      if (!(await ledger.forget(tenant))) return sendProblem(reply, 'tenant-not-found');
      note(request, caller, 'delete');
      return reply.code(204).send(undefined);
    },
  );
}

const queryIn = (request: FastifyRequest): TenantQuery =>
  parseTenantQuery(new URL(request.url, 'https://service.invalid').searchParams);
