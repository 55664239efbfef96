import { Type } from 'typebox';
import type { FastifyRequest } from 'fastify';
import {
  OPERATOR_PATHS,
  parseTenantQuery,
  type TenantQuery,
  type TenantQuestion,
} from '../../core/ledger/api';
import { parseTenantId } from '../../core/tenant';
import { ledgerCsv } from '../ledger/csv';
import type { Domains } from '../ledger/domains';
import type { Ledger } from '../ledger/ledger';
import type { LedgerList } from '../ledger/list';
import type { Clock } from '../../ports';
import type { Checked, TenantChecks } from '../tenant/checks';
import type { App } from './app';
import type { OperatorGuard } from './operator-guard';
import {
  CheckedTenantSchema,
  DEFAULT_DAYS,
  DEFAULT_PAGE_LENGTH,
  OPERATOR_REFUSALS,
  TenantCountsQuerySchema,
  TenantCountsSchema,
  TenantListQuerySchema,
  TenantPageSchema,
  TenantPathSchema,
  TenantQuerySchema,
  TenantWithHistorySchema,
  WITH_TOKEN,
} from './operator-schemas';
import { sendProblem } from './problem';
import { ProblemSchema } from './schemas';

/**
 * What the people who run ExtendSync read about the organisations: the ledger. Only for users of the vendor's own tenant
 * whose token names our application role; whoever reads or changes something stands in the log.
 */
export function operatorRoutes(
  app: App,
  parts: {
    readonly guard: OperatorGuard;
    readonly ledger: Ledger;
    readonly list: LedgerList;
    readonly domains: Pick<Domains, 'proved'>;
    readonly checks: Pick<TenantChecks, 'check'>;
    readonly clock: Clock;
    /** Resolves when what the checks have found so far stands in the ledger. */
    readonly recorded: () => Promise<void>;
  },
): void {
  const { ledger, list, domains, checks, clock, recorded } = parts;
  const { operator, note } = parts.guard;

  app.get(
    OPERATOR_PATHS.tenants,
    {
      schema: {
        ...WITH_TOKEN,
        summary: 'The organisations, page by page',
        querystring: TenantListQuerySchema,
        response: { 200: TenantPageSchema, 400: ProblemSchema, ...OPERATOR_REFUSALS },
      },
    },
    async (request, reply) => {
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      const { cursor, limit = DEFAULT_PAGE_LENGTH } = request.query;
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
        ...WITH_TOKEN,
        summary: 'The same list as CSV, whole',
        querystring: TenantQuerySchema,
        response: {
          200: Type.Unsafe<unknown>(Type.String({ description: 'text/csv' })),
          ...OPERATOR_REFUSALS,
        },
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
        ...WITH_TOKEN,
        summary: 'How many organisations stand in which state, now and day by day',
        querystring: TenantCountsQuerySchema,
        response: { 200: TenantCountsSchema, ...OPERATOR_REFUSALS },
      },
    },
    async (request, reply) => {
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      note(request, caller, 'counts');
      return reply.send(await list.counts(request.query.days ?? DEFAULT_DAYS));
    },
  );

  app.get(
    OPERATOR_PATHS.tenant(':id'),
    {
      schema: {
        ...WITH_TOKEN,
        summary: 'One organisation with its history',
        params: TenantPathSchema,
        response: { 200: TenantWithHistorySchema, 404: ProblemSchema, ...OPERATOR_REFUSALS },
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
        ...WITH_TOKEN,
        summary:
          'Asks Microsoft about an organisation now, unless its data was deleted; enters it where it is not in the ledger yet',
        params: TenantPathSchema,
        response: { 200: CheckedTenantSchema, 404: ProblemSchema, ...OPERATOR_REFUSALS },
      },
    },
    async (request, reply) => {
      const tenant = parseTenantId(request.params.id);
      if (!tenant) return sendProblem(reply, 'tenant-not-found');
      const caller = await operator(request, reply, ['ledger-by-user', 'ledger-check-by-user']);
      if (caller === undefined) return reply;
      await ledger.enter(tenant, 'operator');
      let found = await list.find(tenant);
      // Of one that was deleted nothing would be kept: it is told as it is, and Microsoft is left alone.
      let question: TenantQuestion | undefined;
      if (found?.tenant.deletedAt === undefined) {
        question = questionOf(await checks.check(tenant, 'operator'), clock.now());
        await recorded();
        found = await list.find(tenant);
      }
      if (!found) return sendProblem(reply, 'tenant-not-found');
      note(request, caller, 'check');
      return reply.send({ ...found.tenant, question });
    },
  );

  app.delete(
    OPERATOR_PATHS.tenant(':id'),
    {
      schema: {
        ...WITH_TOKEN,
        summary: 'Empties what is kept of an organisation, at its wish; an entry without a name stays',
        params: TenantPathSchema,
        response: {
          204: Type.Unsafe<undefined>(Type.Null({ description: 'Emptied' })),
          404: ProblemSchema,
          ...OPERATOR_REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const tenant = parseTenantId(request.params.id);
      if (!tenant) return sendProblem(reply, 'tenant-not-found');
      const caller = await operator(request, reply);
      if (caller === undefined) return reply;
      // Half a deletion could not be made whole: the domains that name the other half would be gone.
      const theirs = await domains.proved(tenant);
      if (theirs === undefined) return sendProblem(reply, 'domains-not-known');
      const isForgotten = await ledger.forget(tenant, theirs);
      if (!isForgotten) return sendProblem(reply, 'tenant-not-found');
      note(request, caller, 'delete', tenant);
      return reply.code(204).send(undefined);
    },
  );
}

const questionOf = ({ isAsked, retryAfterMs }: Checked, nowMs: number): TenantQuestion => ({
  asked: isAsked,
  waitsUntil: retryAfterMs === undefined ? undefined : new Date(nowMs + retryAfterMs).toISOString(),
});

const queryIn = (request: FastifyRequest): TenantQuery =>
  parseTenantQuery(new URL(request.url, 'https://service.invalid').searchParams);
