import type { FastifyRequest } from 'fastify';
import { OPERATOR_PATHS } from '../../core/ledger/api';
import { PATHS } from '../../core/api/paths';
import { parseNewRequest, parseRequestId } from '../../core/api/requests';
import { requestKeyOf } from '../requests/request-id';
import { clientOf } from './client-address';
import type { LimitBy, LimitName, Subject } from './limits';

/**
 * The rules of a route: who may call it and what a call costs. Every route has a row in `ROUTE_RULES`; a route without
 * one keeps the service from starting, and so does one whose calls cost something and are not counted. The hooks in
 * `guards.ts` enforce the rows; a handler enforces none.
 */
export interface RouteRule {
  /**
   * `anyone`: no proof is asked for. `who-has-the-link`: the id in the address is the key. `user`: an access token of
   * ours. `operator`: one of the vendor's own tenant that names our role. `who-took-a-look`: a sealed, single-use state of ours together with a code that Microsoft redeems, or the key
   * that such a look gave. `own-network`: machines beside ours that did not come through a proxy.
   */
  readonly who: 'anyone' | 'who-has-the-link' | 'user' | 'operator' | 'who-took-a-look' | 'own-network';
  /**
   * What one call can set off, at most: `memory` nothing but an answer, `shared-statement` one that all calls under way share,
   * `database` some statements, `connection` an open
   * connection for a while, `public-question` a question to Microsoft for what everybody may know (a domain's tenant id,
   * signing keys), `tenant-question` questions about what a tenant has granted.
   */
  readonly costs:
    'memory' | 'shared-statement' | 'database' | 'connection' | 'public-question' | 'tenant-question';
  /** What is counted before the handler runs, in this order. */
  readonly counts: readonly LimitName[];
  /** What the handler counts, because only the work shows for whom. */
  readonly countsLater?: readonly LimitName[];
  /**
   * From where browsers may call it. `own-pages`: not from pages of other sites. `navigation`: only as the page that a
   * person goes to, never as an image, a frame or a script's request.
   */
  readonly from: 'anywhere' | 'own-pages' | 'navigation';
}

const PAGE = { who: 'anyone', costs: 'memory', counts: [], from: 'anywhere' } as const satisfies RouteRule;

const LEDGER = {
  who: 'operator',
  costs: 'database',
  counts: [],
  countsLater: ['bad-token-by-address', 'keys-by-address-and-tenant', 'keys-by-address', 'ledger-by-user'],
  from: 'own-pages',
} as const satisfies RouteRule;

/** All rules, by the method and pattern of their route. */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  [`GET ${PATHS.consent}`]: {
    who: 'user',
    costs: 'tenant-question',
    counts: [],
    countsLater: ['bad-token-by-address', 'keys-by-address-and-tenant', 'keys-by-address', 'consent-by-user'],
    from: 'own-pages',
  },
  // Whose a domain is is asked for those alone who show a token.
  [`POST ${PATHS.requests}`]: {
    who: 'anyone',
    costs: 'public-question',
    counts: ['make-by-address', 'make-by-address-and-tenant'],
    from: 'own-pages',
  },
  [`POST ${PATHS.openings(':id')}`]: {
    who: 'who-has-the-link',
    costs: 'database',
    counts: ['open-by-address'],
    from: 'own-pages',
  },
  [`POST ${PATHS.attempts(':id')}`]: {
    who: 'who-has-the-link',
    costs: 'public-question',
    counts: ['attempt-by-address', 'attempt-by-address-and-request'],
    from: 'own-pages',
  },
  [`DELETE ${PATHS.request(':id')}`]: {
    who: 'who-has-the-link',
    costs: 'database',
    counts: ['open-by-address'],
    from: 'own-pages',
  },
  [`GET ${PATHS.events(':id')}`]: {
    who: 'who-has-the-link',
    costs: 'connection',
    counts: ['listen-by-address', 'listen-by-address-and-request'],
    from: 'own-pages',
  },
  [`GET ${PATHS.consentReturn}`]: {
    who: 'anyone',
    costs: 'public-question',
    counts: [],
    countsLater: [
      'return-by-address-and-request',
      'unasked-return-by-address',
      'unasked-return-by-address-and-tenant',
    ],
    from: 'navigation',
  },
  // Only with a state of ours, which was counted when it was made, and is used up once.
  [`GET ${PATHS.consentLook}`]: {
    who: 'who-took-a-look',
    costs: 'tenant-question',
    counts: [],
    countsLater: ['replayed-look-by-address-and-look'],
    from: 'navigation',
  },
  [`POST ${PATHS.looks}`]: {
    who: 'anyone',
    costs: 'public-question',
    counts: ['look-by-address'],
    from: 'own-pages',
  },
  [`GET ${PATHS.look(':key')}`]: {
    who: 'who-took-a-look',
    costs: 'tenant-question',
    counts: ['look-answer-by-address'],
    from: 'own-pages',
  },
  ...Object.fromEntries(
    [
      `GET ${OPERATOR_PATHS.tenants}`,
      `GET ${OPERATOR_PATHS.csv}`,
      `GET ${OPERATOR_PATHS.counts}`,
      `GET ${OPERATOR_PATHS.tenant(':id')}`,
      `GET ${OPERATOR_PATHS.webhookFailures}`,
      `POST ${OPERATOR_PATHS.webhookRetries}`,
    ].map((route) => [route, LEDGER]),
  ),
  [`DELETE ${OPERATOR_PATHS.tenant(':id')}`]: { ...LEDGER, costs: 'public-question' },
  [`POST ${OPERATOR_PATHS.checks(':id')}`]: {
    ...LEDGER,
    costs: 'tenant-question',
    countsLater: [...LEDGER.countsLater, 'ledger-check-by-user'],
  },
  'GET /api/openapi.json': { who: 'anyone', costs: 'memory', counts: [], from: 'own-pages' },
  'GET /healthz': PAGE,
  'HEAD /healthz': PAGE,
  'GET /readyz': { ...PAGE, costs: 'shared-statement' },
  'HEAD /readyz': { ...PAGE, costs: 'shared-statement' },
  'GET /metrics': { who: 'own-network', costs: 'memory', counts: [], from: 'anywhere' },
  ...Object.fromEntries(
    [
      '/',
      PATHS.pane,
      PATHS.approvalPage,
      PATHS.commandsPage,
      PATHS.redirectPage,
      OPERATOR_PATHS.page,
      '/*',
    ].flatMap((url) => [
      [`GET ${url}`, PAGE],
      [`HEAD ${url}`, PAGE],
    ]),
  ),
};

/** The rule of a route, named as `GET /api/requests/:id/events`. */
export const ruleOf = (method: string, url: string): RouteRule | undefined => ROUTE_RULES[`${method} ${url}`];

/** Whether strangers who call without end cost no more than answers: what costs more is counted. */
export const isBounded = ({ who, costs, counts, countsLater = [] }: RouteRule): boolean =>
  who === 'own-network' ||
  costs === 'memory' ||
  costs === 'shared-statement' ||
  counts.length + countsLater.length > 0;

/**
 * Whom a limit counts a request for; undefined where the request does not name it (and the handler refuses it anyway), or
 * names it in a way that the handler alone can read.
 */
export function subjectOf(request: FastifyRequest, by: LimitBy): Subject | undefined {
  const who = clientOf(request);
  switch (by) {
    case 'address':
      return { who };
    case 'address-and-tenant': {
      const tenant = parseNewRequest(request.body)?.tenant;
      return tenant && { who, about: tenant };
    }
    case 'address-and-request': {
      const id = parseRequestId(idIn(request.params));
      return id === undefined ? undefined : { who, about: requestKeyOf(id) };
    }
    case 'address-and-look':
    case 'user':
      return undefined;
    default:
      return by satisfies never;
  }
}

const idIn = (params: unknown): string =>
  typeof params === 'object' && params !== null && 'id' in params && typeof params.id === 'string'
    ? params.id
    : '';
