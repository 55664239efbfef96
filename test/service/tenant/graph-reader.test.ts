import { createGraphReader } from '../../../src/service/tenant/graph-reader';
import { ManualClock } from '../../support/manual-clock';

const GRAPH = 'https://graph.example';
const nameOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'name' in item && typeof item.name === 'string'
    ? item.name
    : undefined;

function readerOver(answers: Readonly<Record<string, () => Response>>) {
  const asked: string[] = [];
  const reader = createGraphReader({
    graphOrigin: GRAPH,
    accessToken: 'the-token',
    signal: new AbortController().signal,
    clock: new ManualClock(),
    fetch: (input, init) => {
      const url = String(input);
      asked.push(`${url} ${new Headers(init?.headers).get('authorization') ?? ''}`);
      const answer = answers[url];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('fetch failed'));
    },
  });
  return { reader, asked };
}
const page = (names: readonly string[], next?: string) => () =>
  Response.json({ value: names.map((name) => ({ name })), ...(next ? { '@odata.nextLink': next } : {}) });

test('all pages of a collection are read, each with the token', async () => {
  const { reader, asked } = readerOver({
    [`${GRAPH}/v1.0/things`]: page(['a', 'b'], `${GRAPH}/v1.0/things?$skiptoken=2`),
    [`${GRAPH}/v1.0/things?$skiptoken=2`]: page(['c']),
  });
  expect(await reader.all('/v1.0/things', nameOf)).toEqual({ ok: true, value: ['a', 'b', 'c'] });
  expect(asked.every((line) => line.endsWith('Bearer the-token'))).toBe(true);
});

test("a next page on another machine is not asked for: the token is Graph's alone", async () => {
  const { reader, asked } = readerOver({
    [`${GRAPH}/v1.0/things`]: page(['a'], 'https://evil.example/v1.0/things'),
  });
  expect(await reader.all('/v1.0/things', nameOf)).toEqual({ ok: false, because: 'unexpected' });
  expect(asked).toHaveLength(1);
});

test('pages without end are no answer', async () => {
  const { reader, asked } = readerOver({ [`${GRAPH}/v1.0/things`]: page(['a'], `${GRAPH}/v1.0/things`) });
  expect(await reader.all('/v1.0/things', nameOf)).toEqual({ ok: false, because: 'unexpected' });
  expect(asked).toHaveLength(20);
});

test('half of an answer is no answer', async () => {
  const { reader } = readerOver({
    [`${GRAPH}/v1.0/things`]: page(['a'], `${GRAPH}/v1.0/things?$skiptoken=2`),
    [`${GRAPH}/v1.0/things?$skiptoken=2`]: () =>
      new Response('{}', { status: 503, headers: { 'retry-after': '7' } }),
  });
  expect(await reader.all('/v1.0/things', nameOf)).toEqual({
    ok: false,
    because: 'unreachable',
    retryAfterMs: 7_000,
  });
});

const refusedByGraph = (status: number, code: string) =>
  Response.json({ error: { code, message: 'No.' } }, { status });

test.each([
  ['not JSON', () => new Response('<html>'), 'unexpected'],
  ['no list', () => Response.json({ value: 'x' }), 'unexpected'],
  ["an item that is not the contract's", () => Response.json({ value: [{ name: 4 }] }), 'unexpected'],
  ['403', () => refusedByGraph(403, 'Authorization_RequestDenied'), 'denied'],
  ['404', () => refusedByGraph(404, 'Request_ResourceNotFound'), 'not-found'],
  ['401 for a moment', () => refusedByGraph(401, 'Authorization_IdentityNotFound'), 'unreachable'],
  ['401 of a proxy', () => new Response('<html>', { status: 401 }), 'unreachable'],
  ['403 of a proxy', () => new Response('<html>blocked', { status: 403 }), 'unreachable'],
  ['403 of another API', () => Response.json({ error: 'forbidden' }, { status: 403 }), 'unreachable'],
  ['404 of a proxy', () => new Response('{}', { status: 404 }), 'unreachable'],
  ['429', () => new Response('{}', { status: 429 }), 'throttled'],
  ['400', () => new Response('{}', { status: 400 }), 'unexpected'],
  ['502', () => new Response('x', { status: 502 }), 'unreachable'],
])('%s', async (_title, answer, because) => {
  const { reader } = readerOver({ [`${GRAPH}/v1.0/things`]: answer });
  expect(await reader.all('/v1.0/things', nameOf)).toMatchObject({ ok: false, because });
});

test('no connection', async () => {
  expect(await readerOver({}).reader.all('/v1.0/things', nameOf)).toEqual({
    ok: false,
    because: 'unreachable',
  });
});
