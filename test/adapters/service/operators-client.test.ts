import type { IncomingMessage, ServerResponse } from 'node:http';
import { createOperatorsClient } from '../../../src/adapters/service/operators-client';
import { parseTenantQuery } from '../../../src/core/ledger/api';
import type { TokenReport } from '../../../src/core/operators/asked';
import { problemOf } from '../../../src/service/http/problem';
import type { OperatorsService } from '../../../src/ports';
import { ManualClock } from '../../support/manual-clock';
import { COUNTS, entryOf, HISTORY, idOf } from '../../core/operators/samples';
import { bodyOf, startLocalService, type LocalService } from './local-service';

const ID = 'AbCdEfGhIjKlMnOpQrStUv';
const LINK = `https://pane.example/grant.html?request=${ID}`;
const MADE = {
  id: ID,
  link: LINK,
  madeAt: '2026-01-15T09:00:00.000Z',
  expiresAt: '2026-02-14T09:00:00.000Z',
};
const QUERY = parseTenantQuery(new URLSearchParams('state=partial&text=wood&sort=-since'));

const token = (text: string): TokenReport => ({ ok: true, token: text });

let clock: ManualClock;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let service: LocalService;
let client: OperatorsService;
/** The tokens that the sign-in gives, one after another was forgotten. */
let tokens: TokenReport[];
let withoutToken: TokenReport;
let shown: (string | undefined)[];

beforeEach(async () => {
  clock = new ManualClock();
  tokens = [token('a-token')];
  withoutToken = { ok: false, why: 'nobody' };
  shown = [];
  service = await startLocalService((request, response) => {
    shown.push(request.headers.authorization);
    answer(request, response);
  });
  client = createOperatorsClient({
    origin: service.origin,
    fetch,
    clock,
    tokens: {
      token: () => Promise.resolve(tokens[0] ?? withoutToken),
      forget: () => void tokens.shift(),
    },
  });
});

afterEach(async () => {
  await service.stop();
  clock.mustBeIdle();
});

function answers(status: number, body: unknown, headers: Record<string, string> = {}): void {
  answer = (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

test('a page is asked for as its query stands in the address, with the bearer token', async () => {
  answers(200, { tenants: [entryOf(1)], next: 'c2' });
  expect(await client.page(QUERY, 'c1')).toEqual({ ok: true, value: { tenants: [entryOf(1)], next: 'c2' } });
  expect(service.asked).toEqual(['GET /api/tenants?state=partial&text=wood&sort=-since&limit=100&cursor=c1']);
  expect(shown).toEqual(['Bearer a-token']);
});

test('each question goes to its own address', async () => {
  answers(200, COUNTS);
  expect(await client.counts()).toEqual({ ok: true, value: COUNTS });
  answers(200, { tenant: entryOf(1), history: HISTORY });
  expect(await client.tenant(idOf(1))).toMatchObject({ value: { history: HISTORY } });
  const question = { asked: false, waitsUntil: '2026-01-15T09:30:00.000Z' };
  answers(200, { ...entryOf(1), question });
  expect(await client.check(idOf(1))).toEqual({ ok: true, value: { tenant: entryOf(1), question } });
  answers(204, '');
  expect(await client.remove(idOf(1))).toEqual({ ok: true, value: true });
  expect(service.asked).toEqual([
    'GET /api/tenants/counts?days=90',
    `GET /api/tenants/${idOf(1)}`,
    `POST /api/tenants/${idOf(1)}/checks`,
    `DELETE /api/tenants/${idOf(1)}`,
  ]);
});

test('a link for the administrator names the organisation, and nothing that it should be asked for', async () => {
  let sent: unknown;
  answer = (request, response) => {
    void bodyOf(request).then((text) => {
      sent = JSON.parse(text);
      response.writeHead(201).end(JSON.stringify(MADE));
    });
  };
  const { tenantId, domains } = entryOf(3);
  expect(await client.link(tenantId, domains[0])).toEqual({ ok: true, value: LINK });
  expect(sent).toEqual({ tenant: tenantId, domain: 'contoso.example' });
  expect(await client.link(tenantId)).toMatchObject({ ok: true });
  expect(sent).toEqual({ tenant: tenantId });
});

test('CSV comes as the file that it is', async () => {
  answers(200, 'name,state\r\nAdatum,granted\r\n', { 'content-type': 'text/csv; charset=utf-8' });
  const file = await client.csv(QUERY);
  expect(file.ok && (await file.value.text())).toBe('name,state\r\nAdatum,granted\r\n');
  expect(file.ok && file.value.type).toContain('text/csv');
  expect(service.asked).toEqual(['GET /api/tenants.csv?state=partial&text=wood&sort=-since']);
  answers(503, '', { 'retry-after': '3' });
  expect(await client.csv(parseTenantQuery(new URLSearchParams()))).toEqual({
    ok: false,
    why: 'unreachable',
    retryAfterMs: 3_000,
  });
  expect(service.asked.at(-1)).toBe('GET /api/tenants.csv');
});

test('nobody is asked without a token', async () => {
  tokens = [];
  expect(await client.counts()).toEqual({ ok: false, why: 'signed-out' });
  expect(service.asked).toEqual([]);
});

test.each([
  ['nobody', 'signed-out'],
  ['refused', 'signed-out'],
  ['unreachable', 'not-renewed'],
  ['page-failed', 'not-renewed'],
] as const)('no token, as the sign-in was %s: %s', async (why, expected) => {
  withoutToken = { ok: false, why };
  tokens = [];
  expect(await client.counts()).toEqual({ ok: false, why: expected });
  tokens = [token('old')];
  answers(401, '');
  expect(await client.counts()).toEqual({ ok: false, why: expected });
});

test('a token that is refused is renewed once', async () => {
  tokens = [token('old'), token('new')];
  answer = (request, response) => {
    const isNew = request.headers.authorization === 'Bearer new';
    response.writeHead(isNew ? 200 : 401).end(isNew ? JSON.stringify(COUNTS) : '');
  };
  expect(await client.counts()).toMatchObject({ ok: true });
  expect(shown).toEqual(['Bearer old', 'Bearer new']);
  tokens = ['old', 'older', 'oldest'].map(token);
  expect(await client.counts()).toEqual({ ok: false, why: 'signed-out' });
  expect(shown.slice(2)).toEqual(['Bearer old', 'Bearer older']);
  tokens = [token('old')];
  expect(await client.counts()).toEqual({ ok: false, why: 'signed-out' });
});

test.each([
  ['not-an-operator', 'not-operator'],
  ['tenant-not-found', 'gone'],
  ['too-many-requests', 'throttled'],
  ['internal-error', 'failed'],
  ['scope-missing', 'failed'],
  ['domains-not-known', 'domains-not-known'],
  ['keys-unavailable', 'keys-unavailable'],
  ['store-unavailable', 'store-unavailable'],
  ['stopping', 'unreachable'],
] as const)('the service’s problem %s is %s', async (name, why) => {
  const problem = problemOf(name);
  answers(problem.status, { ...problem, retryAfterMs: 2_000 });
  expect(await client.remove(idOf(1))).toEqual({ ok: false, why, retryAfterMs: 2_000 });
});

test.each([
  [403, 'failed'],
  [404, 'failed'],
  [429, 'throttled'],
  [500, 'failed'],
  [503, 'unreachable'],
])('a refusal of %i that is not the service’s own is %s', async (status, why) => {
  for (const body of ['', { type: 'about:blank', title: 'Blocked', status }]) {
    answers(status, body);
    expect(await client.remove(idOf(1))).toEqual({ ok: false, why });
  }
});

test.each([
  ['garbage', 'hello'],
  ['an organisation that is none', { tenants: [{ tenantId: 'contoso' }] }],
])('%s is no page', async (_what, body) => {
  answers(200, body);
  expect(await client.page(QUERY)).toEqual({ ok: false, why: 'failed' });
});
