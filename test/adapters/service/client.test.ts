import type { IncomingMessage, ServerResponse } from 'node:http';
import { createApprovalClient, type ApprovalClient } from '../../../src/adapters/service/approval-client';
import { createServiceClient, type ServiceClient } from '../../../src/adapters/service/client';
import { createRequestsClient } from '../../../src/adapters/service/requests-client';
import type { Requests } from '../../../src/ports';
import { parseDomain, type DomainName } from '../../../src/core/tenant';
import { ManualClock } from '../../support/manual-clock';
import { bodyOf, startLocalService, until, type LocalService } from './local-service';

const ID = 'AbCdEfGhIjKlMnOpQrStUv';
const MADE = {
  id: ID,
  link: `https://pane.example/grant.html?request=${ID}`,
  madeAt: '2026-01-15T09:00:00.000Z',
  expiresAt: '2026-02-14T09:00:00.000Z',
};
const CONSENT = {
  tenantId: '7f1c2f6e-3a51-4f0b-9a55-0d1f2f3a4b5c',
  checkedAt: '2026-01-15T09:00:00Z',
  outcome: 'checked',
  permissions: [{ scope: 'User.Read', kind: 'delegated', state: 'tenant' }],
};

let clock: ManualClock;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let service: LocalService;
let client: ServiceClient & Requests & ApprovalClient;

beforeEach(async () => {
  clock = new ManualClock();
  service = await startLocalService((request, response) => {
    answer(request, response);
  });
  const access = { origin: service.origin, fetch, clock, accepted: {} };
  client = {
    ...createServiceClient(access),
    ...createRequestsClient(access),
    ...createApprovalClient(access),
  };
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

describe('the state of consent', () => {
  test('is asked for with the bearer token and parsed', async () => {
    let authorization: string | undefined;
    answer = (request, response) => {
      authorization = request.headers.authorization;
      response.end(JSON.stringify(CONSENT));
    };
    expect(await client.consent('a-token')).toEqual({ ok: true, answer: CONSENT });
    expect(authorization).toBe('Bearer a-token');
    expect(service.asked).toEqual(['GET /api/consent']);
  });

  test('a token that the service has accepted shows whose request is made, until it is refused', async () => {
    const shown: (string | undefined)[] = [];
    const answersWith = (status: number, body: unknown): void => {
      answer = (request, response) => {
        shown.push(request.headers.authorization);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
    };
    const request = { tenant: parseDomain('contoso.example') as DomainName };
    answersWith(201, MADE);
    await client.make(request);
    answersWith(200, CONSENT);
    await client.consent('a-token');
    answersWith(201, MADE);
    await client.make(request);
    answersWith(201, { consentUrl: 'https://login.example/', expiresAt: MADE.expiresAt });
    await client.attempt(MADE.id);
    answersWith(401, { type: 'about:blank' });
    await client.consent('an-old-token');
    answersWith(201, MADE);
    await client.make(request);
    expect(shown).toEqual([
      undefined,
      'Bearer a-token',
      'Bearer a-token',
      'Bearer a-token',
      'Bearer an-old-token',
      undefined,
    ]);
  });

  test.each([
    [200, { ...CONSENT, tenantId: 'not a tenant' }, { why: 'not-the-contract' }],
    [200, '<html>a captive portal</html>', { why: 'not-the-contract' }],
    [200, '', { why: 'not-the-contract' }],
    [401, {}, { why: 'refused-token' }],
    [403, '', { why: 'refused-token' }],
    [429, {}, { why: 'throttled' }],
    [500, 'oops', { why: 'failed' }],
    [404, {}, { why: 'failed' }],
    [502, 'bad gateway', { why: 'unreachable' }],
    [503, {}, { why: 'unreachable' }],
    [504, {}, { why: 'unreachable' }],
  ])('%i with %j is trouble', async (status, body, trouble) => {
    answers(status, body);
    expect(await client.consent('a-token')).toEqual({ ok: false, trouble });
  });

  test('a wait is read from the problem document first, else from the header', async () => {
    answers(
      429,
      { type: 'urn:extendsync:problem:throttled', title: 'Slow down', status: 429, retryAfterMs: 2_500 },
      { 'retry-after': '60' },
    );
    expect(await client.consent('t')).toEqual({
      ok: false,
      trouble: { why: 'throttled', retryAfterMs: 2_500 },
    });
    answers(429, {
      type: 'urn:extendsync:problem:throttled',
      title: 'Slow down',
      status: 429,
      retryAfterMs: 9e11,
    });
    expect(await client.consent('token')).toMatchObject({ trouble: { retryAfterMs: 3_600_000 } });
    answers(503, 'not a problem', { 'retry-after': '7' });
    expect(await client.consent('t')).toEqual({
      ok: false,
      trouble: { why: 'unreachable', retryAfterMs: 7_000 },
    });
  });

  test('a service that takes longer than 8 seconds is left', async () => {
    let left = false;
    answer = (request) => {
      request.on('close', () => (left = true));
    };
    const asked = client.consent('t');
    await until(() => service.asked.length === 1);
    await clock.advance(7_999);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect(await asked).toEqual({ ok: false, trouble: { why: 'timeout' } });
    await until(() => left);
  });

  test('an answer that stops in the middle is left as well', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"tenantId":');
    };
    const asked = client.consent('t');
    await until(() => service.asked.length === 1);
    await clock.advance(8_000);
    expect(await asked).toEqual({ ok: false, trouble: { why: 'timeout' } });
  });

  test('a cut connection and a redirect to elsewhere are no answer', async () => {
    answer = (request) => {
      request.socket.destroy();
    };
    expect(await client.consent('t')).toEqual({ ok: false, trouble: { why: 'unreachable' } });
    answers(302, '', { location: 'https://elsewhere.example/' });
    expect(await client.consent('t')).toEqual({ ok: false, trouble: { why: 'unreachable' } });
  });
});

describe('requests', () => {
  test('one is made for a tenant', async () => {
    let sent = '';
    answer = (request, response) => {
      void bodyOf(request).then((text) => {
        sent = text;
        response.writeHead(201).end(JSON.stringify(MADE));
      });
    };
    const tenant = parseDomain('contoso.example') as DomainName;
    expect(await client.make({ tenant })).toEqual({ ok: true, value: MADE });
    expect(JSON.parse(sent)).toEqual({ tenant: 'contoso.example' });
    expect(service.asked).toEqual(['POST /api/requests']);
  });

  test('a link that is not https is refused', async () => {
    answers(201, { ...MADE, link: 'javascript:alert(1)' });
    const tenant = parseDomain('contoso.example') as DomainName;
    expect(await client.make({ tenant })).toEqual({ ok: false, why: 'failed' });
  });

  test('it can be withdrawn, and once it is gone it is gone', async () => {
    answers(204, '');
    expect(await client.withdraw(ID)).toEqual({ ok: true, value: true });
    answers(404, { type: 'urn:extendsync:problem:gone', title: 'Gone', status: 404 });
    expect(await client.withdraw(ID)).toEqual({ ok: false, why: 'gone' });
    expect(service.asked).toEqual([`DELETE /api/requests/${ID}`, `DELETE /api/requests/${ID}`]);
  });

  test.each([404, 410])(
    'that it is gone only the service can say, and no proxy by its %i',
    async (status) => {
      for (const body of ['404 page not found', { type: 'about:blank', title: 'Not Found', status }]) {
        answers(status, body);
        expect(await client.withdraw(ID)).toEqual({ ok: false, why: 'failed' });
      }
    },
  );

  test('an attempt brings the address of the consent page', async () => {
    const made = { consentUrl: 'https://login.example/x', expiresAt: '2026-01-15T09:05:00Z' };
    answers(201, made);
    expect(await client.attempt(ID)).toEqual({ ok: true, value: made });
    answers(201, { consentUrl: 'http://login.example/x', expiresAt: '2026-01-15T09:05:00Z' });
    expect(await client.attempt(ID)).toEqual({ ok: false, why: 'failed' });
    answers(404, { type: 'urn:extendsync:problem:request-not-found', title: 'Gone', status: 404 });
    expect(await client.attempt(ID)).toEqual({ ok: false, why: 'gone' });
    answers(429, '', { 'retry-after': '3' });
    expect(await client.attempt(ID)).toEqual({ ok: false, why: 'throttled', retryAfterMs: 3_000 });
  });

  test('only what goes to Microsoft and back brings the cookie by which the service knows the browser', async () => {
    const asked: string[] = [];
    const access = { origin: service.origin, clock, accepted: {} };
    const watched: typeof fetch = (address, init) => {
      asked.push(`${new URL(String(address)).pathname.replace(ID, 'id')} ${String(init?.credentials)}`);
      return fetch(address, init);
    };
    const page = createApprovalClient({ ...access, fetch: watched });
    answers(200, {});
    await page.opened(ID);
    await page.attempt(ID);
    await page.beginLook({});
    await page.readLook(ID);
    expect(asked).toEqual([
      '/api/requests/id/openings omit',
      '/api/requests/id/attempts same-origin',
      '/api/looks same-origin',
      '/api/looks/id same-origin',
    ]);
  });

  test('the approval page tells that it was opened', async () => {
    const shown = { tenant: 'contoso.example', madeAt: MADE.madeAt, expiresAt: MADE.expiresAt };
    answers(200, shown);
    expect(await client.opened(ID)).toEqual({ ok: true, value: shown });
    expect(service.asked).toEqual([`POST /api/requests/${ID}/openings`]);
  });
});
