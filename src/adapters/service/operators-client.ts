import { PATHS } from '../../core/api/paths';
import { parseRequestMade } from '../../core/api/request-made';
import {
  OPERATOR_PATHS,
  parseCheckedTenant,
  parseTenantCounts,
  parseTenantPage,
  parseTenantWithHistory,
  tenantQueryParameters,
} from '../../core/ledger/api';
import type { Asked, TokenReport, WhyNot } from '../../core/operators/asked';
import type { OperatorsService } from '../../ports';
import { askService, type ServiceAccess, type ServiceQuestion, type ServiceReply } from './answer';
import { answered, whyUnanswered } from './answered';

/** Access with the operator's token. */
export interface OperatorAccess extends ServiceAccess {
  readonly tokens: {
    /** An access token of our own API that still holds, or why there is none. Never rejects. */
    token(): Promise<TokenReport>;
    /** The service has refused the token: the next one is a new one. */
    forget(): void;
  };
}

// Lines of a database.
const LIMIT_MS = 15_000;
// Beside them, the service's own questions to Microsoft.
const CHECK_LIMIT_MS = 30_000;
// 100,000 lines, over a slow connection.
const CSV_LIMIT_MS = 5 * 60_000;
// Two screens of rows: the first is there sooner, and the next page is asked for while there are rows below.
const PAGE_LENGTH = 100;
const DAYS = 90;

type Question = Omit<ServiceQuestion, 'limitMs' | 'bearer'>;

export function createOperatorsClient(access: OperatorAccess): OperatorsService {
  async function ask<T>(
    question: Question,
    parse: (body: unknown) => T | undefined,
    limitMs = LIMIT_MS,
    by: ServiceAccess = access,
  ): Promise<Asked<T>> {
    const send = async (bearer: string): Promise<ServiceReply> =>
      askService(by, { ...question, bearer, limitMs });
    const token = await access.tokens.token();
    if (!token.ok) return { ok: false, why: withoutToken(token) };
    const reply = await send(token.token);
    if (!isRefused(reply)) return asked(reply, parse);
    // It may have been taken back before its time: a new one tells.
    access.tokens.forget();
    const fresh = await access.tokens.token();
    return fresh.ok ? asked(await send(fresh.token), parse) : { ok: false, why: withoutToken(fresh) };
  }

  return {
    page: (query, cursor) => {
      const parameters = tenantQueryParameters(query);
      parameters.set('limit', String(PAGE_LENGTH));
      if (cursor !== undefined) parameters.set('cursor', cursor);
      return ask({ method: 'GET', path: withQuery(OPERATOR_PATHS.tenants, parameters) }, parseTenantPage);
    },
    counts: () =>
      ask({ method: 'GET', path: `${OPERATOR_PATHS.counts}?days=${String(DAYS)}` }, parseTenantCounts),
    tenant: (id) => ask({ method: 'GET', path: OPERATOR_PATHS.tenant(id) }, parseTenantWithHistory),
    check: (id) =>
      ask({ method: 'POST', path: OPERATOR_PATHS.checks(id) }, parseCheckedTenant, CHECK_LIMIT_MS),
    remove: (id) => ask({ method: 'DELETE', path: OPERATOR_PATHS.tenant(id) }, () => true as const),
    link: (tenant, domain) =>
      ask(
        {
          method: 'POST',
          path: PATHS.requests,
          body: domain === undefined ? { tenant } : { tenant, domain },
        },
        (body) => parseRequestMade(body)?.link,
      ),
    async csv(query) {
      let file: Blob | undefined;
      // The body is no JSON: it is kept as it comes, and what is read as the answer is empty.
      const keepingTheBody: typeof fetch = async (input, init) => {
        const { fetch } = access;
        const response = await fetch(input, init);
        if (!response.ok) return response;
        file = await response.blob();
        return new Response(null);
      };
      return ask(
        { method: 'GET', path: withQuery(OPERATOR_PATHS.csv, tenantQueryParameters(query)) },
        () => file,
        CSV_LIMIT_MS,
        { ...access, fetch: keepingTheBody },
      );
    },
  };
}

/** Only Microsoft's word ends a sign-in: where it could not be asked, the operator keeps the page. */
const withoutToken = ({ why }: Extract<TokenReport, { ok: false }>): WhyNot =>
  why === 'unreachable' || why === 'page-failed' ? 'not-renewed' : 'signed-out';

const isRefused = (reply: ServiceReply): boolean => reply.kind === 'refusal' && reply.status === 401;

const withQuery = (path: string, parameters: URLSearchParams): string => {
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
};

/** Refusals that mean something of their own to an operator, by the problem's name; others go by their status. */
const WHY_BY_PROBLEM: ReadonlyMap<string | undefined, WhyNot> = new Map([
  ['not-signed-in', 'signed-out'],
  ['not-an-operator', 'not-operator'],
  ['tenant-not-found', 'gone'],
  ['domains-not-known', 'domains-not-known'],
  ['keys-unavailable', 'keys-unavailable'],
  ['store-unavailable', 'store-unavailable'],
]);

function asked<T>(reply: ServiceReply, parse: (body: unknown) => T | undefined): Asked<T> {
  if (reply.kind !== 'refusal') return answered(reply, parse);
  const { status, problem, retryAfterMs } = reply;
  return { ok: false, why: WHY_BY_PROBLEM.get(problem) ?? whyUnnamed(status), retryAfterMs };
}

// No word of the service about a role or an organisation: it comes from something before it.
const whyUnnamed = (status: number): WhyNot => (status === 401 ? 'signed-out' : whyUnanswered({ status }));
