import type { AddressInfo } from 'node:net';
import Fastify, { type InjectOptions } from 'fastify';
import type { App } from '../../../src/service/http/app';
import { guardRoutes } from '../../../src/service/http/guards';
import { LIMIT_RULES, type LimitName } from '../../../src/service/http/limits';
import { ROUTE_RULES, type RouteRule } from '../../../src/service/http/route-rules';
import { onEachDatabase } from '../testing/on-each-database';
import { connectRaw } from '../testing/raw-connection';
import { makeRequest } from '../testing/service-world';

type Row = readonly [route: string, method: string, url: string, rule: RouteRule];

const ROWS: readonly Row[] = Object.entries(ROUTE_RULES).map(([route, rule]) => {
  const [method = '', url = ''] = route.split(' ');
  return [route, method, url, rule];
});
const TENANT = '11111111-1111-4111-8111-111111111111';
/** What the service does at its start and every hour; it may still be at it. */
const isHourlyWork = (sql: string): boolean => /^\s*(?:delete from|with counted as)\b/.test(sql);
const encoded = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;
const URLS = [...new Set(ROWS.map(([, , url]) => url))];
const methodsOf = (url: string): readonly string[] =>
  ROWS.flatMap(([, method, other]) => (other === url ? [method] : []));

describe('the rules hold by themselves', () => {
  test('a route without a row keeps the service from starting', () => {
    const app = Fastify() as unknown as App;
    guardRoutes(app, { take: jest.fn(), isTurnedAway: jest.fn(), sweep: jest.fn(), close: jest.fn() });
    expect(() => app.get('/api/anything', () => 'x')).toThrow('GET /api/anything has no row in ROUTE_RULES');
    const both = { method: ['GET', 'HEAD'], url: '/api/consent', handler: () => 'x' };
    expect(() => app.route(both)).toThrow('/api/consent takes several methods');
  });

  test('nor does it start with one that costs something and is not counted', () => {
    const app = Fastify() as unknown as App;
    const limits = { take: jest.fn(), isTurnedAway: jest.fn(), sweep: jest.fn(), close: jest.fn() };
    const rule = { who: 'who-has-the-link', costs: 'database', counts: [], from: 'anywhere' } as const;
    guardRoutes(app, limits, { 'GET /a': rule, 'GET /b': { ...rule, countsLater: ['open-by-address'] } });
    expect(() => app.get('/a', () => 'x')).toThrow('GET /a costs something, and counts nothing');
    app.get('/b', () => 'x');
  });

  test('S3: no limit counts a tenant or a request for all the world together', () => {
    for (const { by } of Object.values(LIMIT_RULES)) expect(by).toMatch(/^(?:address|user)/);
  });

  test('S2: only who has proved to be of a tenant sets off questions about what it has granted', () => {
    const asking = ROWS.filter(([, , , { costs }]) => costs === 'tenant-question');
    expect(asking.map(([, , , { who }]) => who).filter((who) => who !== 'user')).toEqual([
      'who-took-a-look',
      'who-took-a-look',
      'operator',
    ]);
  });
});

onEachDatabase(
  (scene) => {
    const counts = async (): Promise<readonly string[]> => {
      const rows = await scene.empty.database.query<{ key: string }>('select key from rate_limits');
      return rows.map(({ key }) => key.slice(0, key.indexOf(':')));
    };
    const forget = () => scene.empty.database.query('delete from rate_limits');
    /** A call that the route takes, as far as that goes without a sign-in. */
    const callOf = async (method: string, url: string): Promise<InjectOptions> => {
      const { id } = await makeRequest(scene.app);
      await forget();
      return {
        method: method as 'GET',
        url:
          (url === '/*'
            ? '/static/none.js'
            : url.replace(':id', url.startsWith('/api/tenants') ? TENANT : id).replace(':key', id)) +
          (url.endsWith('/events') ? '?waitMs=0' : ''),
        headers: { accept: 'application/json' },
        ...(['/api/requests', '/api/looks'].includes(url) ? { payload: { tenant: 'contoso.example' } } : {}),
      };
    };
    const call = async (method: string, url: string, headers: Record<string, string> = {}) => {
      const options = await callOf(method, url);
      return scene.app.inject({ ...options, headers: { ...options.headers, ...headers } });
    };
    const listening = async (): Promise<AddressInfo> => {
      await scene.app.listen({ port: 0, host: '127.0.0.1' });
      return scene.app.server.address() as AddressInfo;
    };
    const isProblem = (answer: Awaited<ReturnType<typeof call>>, name: string): void => {
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
      if (answer.body !== '') expect(answer.json()).toMatchObject({ type: `urn:extendsync:problem:${name}` });
    };

    test.each(ROWS)('S2: %s costs and counts what its row says, and nothing else', async (...row) => {
      const [, method, url, rule] = row;
      const options = await callOf(method, url);
      const queries = jest.spyOn(scene.empty.database, 'query');
      await scene.app.inject(options);
      if (rule.costs === 'memory')
        expect(queries.mock.calls.filter(([sql]) => !isHourlyWork(sql))).toEqual([]);
      queries.mockRestore();
      // Nobody who is not of the tenant makes the service ask about it; whose a name is, is public.
      expect(scene.world.asked('token') + scene.world.asked('graph')).toBe(0);
      if (rule.costs !== 'public-question') expect(scene.world.entra.log.list()).toEqual([]);
      // What a handler counts later has tests of its own; without a token and a state it counts a wrong token at most.
      const later = (await counts()).filter((name) => !rule.counts.includes(name as LimitName));
      expect((await counts()).filter((name) => rule.counts.includes(name as LimitName)).toSorted()).toEqual(
        [...rule.counts].toSorted(),
      );
      for (const name of later) expect(rule.countsLater).toContain(name);
    });

    test.each(ROWS)('%s is for whom its row says', async (_route, method, url, rule) => {
      const { statusCode } = await call(method, url);
      if (rule.who === 'user' || rule.who === 'operator') expect(statusCode).toBe(401);
      else expect([200, 201, 204, 303, 404]).toContain(statusCode);
      if (rule.who === 'who-has-the-link') {
        const unknown = await scene.app.inject({
          method: method as 'GET',
          url: url.replace(':id', 'A'.repeat(22)),
        });
        expect(unknown.statusCode).toBe(404);
        isProblem(unknown, 'request-not-found');
      }
      if (rule.who === 'own-network') {
        const outside = await scene.app.inject({
          method: method as 'GET',
          url,
          remoteAddress: '203.0.113.9',
        });
        expect(outside.statusCode).toBe(404);
      }
    });

    test.each(ROWS)(
      'S6: %s is reached from where its row says, in every spelling',
      async (_route, method, url, rule) => {
        const spellings = [url, url.replace(/[a-z]/, encoded)];
        for (const spelling of spellings) {
          const image = await call(method, spelling, {
            'sec-fetch-site': 'cross-site',
            'sec-fetch-mode': 'no-cors',
            'sec-fetch-dest': 'image',
          });
          if (rule.from === 'anywhere') expect(image.statusCode).not.toBe(403);
          else {
            expect(image.statusCode).toBe(403);
            isProblem(image, 'cross-site');
            expect(await counts()).toEqual([]);
          }
          const frame = await call(method, spelling, {
            'sec-fetch-site': 'cross-site',
            'sec-fetch-mode': 'navigate',
            'sec-fetch-dest': 'iframe',
          });
          expect(frame.statusCode === 403).toBe(rule.from !== 'anywhere');
        }
        // What another spelling of the letters reaches is counted as well.
        const again = await callOf(method, url);
        await scene.app.inject({ ...again, url: String(again.url).replace(/[a-z]/, encoded) });
        expect(await counts()).toEqual(expect.arrayContaining([...rule.counts]));
      },
    );

    test.each(URLS)(
      'S1: %s answers HEAD, OPTIONS and what it does not know without a handler, a count or a body of its own',
      async (url) => {
        for (const method of ['HEAD', 'OPTIONS']) {
          if (methodsOf(url).includes(method) || url === '/*') continue;
          const answer = await call(method, url);
          expect([answer.statusCode, answer.headers.allow]).toEqual([405, methodsOf(url).join(', ')]);
          isProblem(answer, 'method-not-allowed');
          expect(await counts()).toEqual([]);
        }
        const unknown = await call('PUT', url);
        expect(unknown.statusCode).toBe(404);
        isProblem(unknown, 'not-found');
        expect(await counts()).toEqual([]);
        expect((await scene.app.inject('/metrics')).body).toContain('extendsync_event_streams 0');
      },
    );

    test('S6: capitals, a slash more and a way around make another address: nothing is there, and nothing counts', async () => {
      const { port } = await listening();
      for (const [, method, url] of ROWS.filter(([, , address]) => address !== '/*')) {
        const { url: target = '' } = await callOf(method, url);
        const plain = String(target);
        for (const other of [
          plain.toUpperCase(),
          `/${plain}`,
          `/x/..${plain}`,
          plain.replace(/(?=\?|$)/, '/'),
          // The root has no capitals.
        ].filter((spelling) => spelling !== plain)) {
          const text = await (
            await connectRaw(port, `${method} ${other} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
          ).closed;
          expect([other, text.split('\r\n')[0]]).toEqual([other, 'HTTP/1.1 404 Not Found']);
          expect(text).toContain('content-type: application/problem+json');
        }
        expect(await counts()).toEqual([]);
      }
    });

    test.each(ROWS)(
      'S15: %s, cut short by an error of the protocol, is refused as a problem and counts nothing',
      async (_route, method, url) => {
        const { url: target = '' } = await callOf(method, url);
        const { port } = await listening();
        const text = await (
          await connectRaw(
            port,
            `${method} ${String(target)} HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n`,
          )
        ).closed;
        expect(text).toMatch(
          /^HTTP\/1\.1 400 [\s\S]*content-type: application\/problem\+json[\s\S]*"type":"urn:extendsync:problem:malformed"/,
        );
        expect(await counts()).toEqual([]);
      },
    );
  },
  { kinds: ['pglite'] },
);
