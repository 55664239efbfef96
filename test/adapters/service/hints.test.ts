import type { IncomingMessage, ServerResponse } from 'node:http';
import { createStreamReader } from '../../../src/adapters/service/event-stream';
import { createServiceHints } from '../../../src/adapters/service/hints';
import type { RequestEvent } from '../../../src/core/api/request-events';
import { ManualClock, runPendingPromises } from '../../support/manual-clock';
import { startLocalService, until, type LocalService } from './local-service';

const ID = 'AbCdEfGhIjKlMnOpQrStUv';
const eventOf = (number: number, kind: RequestEvent['kind'] = 'opened'): RequestEvent => ({
  number,
  kind,
  at: '2026-01-15T09:00:00Z',
});
const message = (event: object): string => `event: request\ndata: ${JSON.stringify(event)}\n\n`;

let clock: ManualClock;
let service: LocalService;
let heard: RequestEvent[];
let isGone: boolean;
let stop: () => void;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  clock = new ManualClock();
  heard = [];
  isGone = false;
  service = await startLocalService((request, response) => {
    // The service's clock is as right as the one here, unless a story says otherwise.
    response.setHeader('date', new Date(clock.now()).toUTCString());
    answer(request, response);
  });
});

afterEach(async () => {
  stop();
  await service.stop();
  await runPendingPromises();
  // Stopped means stopped: no wait is left, and nobody is asked again.
  clock.mustBeIdle();
  const asked = service.asked.length;
  await clock.advance(120_000);
  if (service.asked.length > asked) throw new Error('A listener that was stopped has asked again.');
});

function listen(): void {
  const hints = createServiceHints({ origin: service.origin, fetch, clock, chance: { fraction: () => 0.5 } });
  stop = hints.listen(
    ID,
    (event) => heard.push(event),
    () => {
      isGone = true;
    },
  );
}

const isStream = (request: IncomingMessage): boolean => request.headers.accept === 'text/event-stream';
const openStream = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
/** Lets a real connection do its work, then turns the clock to the next task. */
async function nextTask(): Promise<void> {
  await until(() => clock.nextInMs !== undefined);
  await clock.advance(clock.nextInMs ?? 0);
}

test('events arrive as they happen, whatever the pieces', async () => {
  let stream: ServerResponse | undefined;
  answer = (_request, response) => {
    stream = openStream(response);
    stream.write('retry: 1000\n\n: hello\n\n');
  };
  listen();
  await until(() => stream !== undefined);
  const text = message(eventOf(1, 'made')) + message(eventOf(2, 'returned'));
  stream?.write(text.slice(0, 30));
  stream?.write(text.slice(30));
  await until(() => heard.length === 2);
  expect(heard).toEqual([eventOf(1, 'made'), eventOf(2, 'returned')]);
  expect(service.asked).toEqual([`GET /api/requests/${ID}/events?after=0`]);
});

test('a cut stream is taken up again after the last number, and nothing is heard twice', async () => {
  answer = (_request, response) => {
    openStream(response).end(
      message(eventOf(1)) + message(eventOf(2)) + message(eventOf(2)) + message(eventOf(1)),
    );
  };
  listen();
  await until(() => heard.length === 2 && clock.nextInMs === 750);
  answer = (_request, response) => {
    openStream(response).write(message(eventOf(2)) + message(eventOf(3)));
  };
  await clock.advance(750);
  await until(() => heard.length === 3);
  expect(heard.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(service.asked.at(-1)).toBe(`GET /api/requests/${ID}/events?after=2`);
});

describe('the clock here is wrong', () => {
  const MINUTE = 60_000;
  /** What is heard of something that has just happened, in milliseconds after it by the clock here. */
  const ageHeard = async (aheadMs: number): Promise<number> => {
    const serviceNowMs = clock.now() - aheadMs;
    answer = (_request, response) => {
      response.setHeader('date', new Date(serviceNowMs).toUTCString());
      openStream(response).write(
        message({ ...eventOf(1, 'returned'), at: new Date(serviceNowMs).toISOString() }),
      );
    };
    listen();
    await until(() => heard.length === 1);
    return clock.now() - Date.parse(heard[0]?.at ?? '');
  };

  test.each([12 * MINUTE, -12 * MINUTE])(
    'by %d milliseconds: what has just happened is no older',
    async (ms) => {
      // The time of an answer has no milliseconds.
      expect(Math.abs(await ageHeard(ms))).toBeLessThan(1_000);
    },
  );

  test('by a little: the service’s own time counts', async () => {
    expect(await ageHeard(20_000)).toBe(20_000);
  });

  test('what is polled for is read by it as well', async () => {
    const aheadMs = 12 * MINUTE;
    const serviceNowMs = clock.now() - aheadMs;
    answer = (request, response) => {
      response.setHeader('date', new Date(serviceNowMs).toUTCString());
      if (isStream(request)) openStream(response).end();
      else if (heard.length === 0)
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ events: [{ ...eventOf(1), at: new Date(serviceNowMs).toISOString() }] }));
    };
    listen();
    await until(() => clock.nextInMs === 750);
    await clock.advance(750);
    await until(() => heard.length === 1);
    expect(Math.abs(clock.now() - Date.parse(heard[0]?.at ?? ''))).toBeLessThan(MINUTE);
  });

  test('where a proxy holds the stream back, the polls tell it themselves', async () => {
    const aheadMs = 12 * MINUTE;
    answer = (request, response) => {
      if (isStream(request) || heard.length > 0) return;
      const serviceNow = new Date(clock.now() - aheadMs);
      response.setHeader('date', serviceNow.toUTCString());
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ events: [{ ...eventOf(1, 'returned'), at: serviceNow.toISOString() }] }));
    };
    listen();
    await until(() => clock.nextInMs === 40_000);
    await clock.advance(40_000);
    await until(() => clock.nextInMs === 750);
    await clock.advance(750);
    await until(() => heard.length === 1);
    expect(Math.abs(clock.now() - Date.parse(heard[0]?.at ?? ''))).toBeLessThan(1_000);
  });
});

test('heartbeats keep a stream; forty seconds of silence end it, and it is opened anew', async () => {
  let stream: ServerResponse | undefined;
  answer = (_request, response) => {
    stream = openStream(response);
  };
  listen();
  await until(() => stream !== undefined);
  for (let beat = 0; beat < 3; beat += 1) {
    stream?.write(': heartbeat\n\n');
    await until(() => clock.nextInMs === 40_000);
    await clock.advance(beat === 2 ? 39_999 : 30_000);
  }
  expect(service.asked).toHaveLength(1);
  await clock.advance(1);
  await until(() => clock.nextInMs === 750);
  await clock.advance(750);
  await until(() => service.asked.length === 2);
  expect(service.asked[1]).toBe(`GET /api/requests/${ID}/events?after=0`);
});

test('a stream that is held back on the way gives room to long polling', async () => {
  answer = (request, response) => {
    if (isStream(request)) openStream(response).flushHeaders();
    else if (service.asked.length === 2)
      response.end(JSON.stringify({ events: [eventOf(5, 'check-again')] }));
  };
  listen();
  await until(() => service.asked.length === 1);
  await clock.advance(40_000);
  await until(() => clock.nextInMs === 750);
  await clock.advance(750);
  await until(() => heard.length === 1);
  expect(heard).toEqual([eventOf(5, 'check-again')]);
  expect(service.asked[1]).toBe(`GET /api/requests/${ID}/events?after=0&waitMs=25000`);
});

test('a kind of event that a newer service has is passed over, and what stands behind it is heard', async () => {
  answer = (request, response) => {
    if (isStream(request)) response.writeHead(406).end();
    else if (service.asked.length === 2) {
      const events = [
        { ...eventOf(2), kind: 'reminded' },
        eventOf(3, 'proved'),
        { ...eventOf(4), kind: 'x' },
      ];
      response.end(JSON.stringify({ events }));
    }
  };
  listen();
  while (service.asked.length < 3 || heard.length === 0) await nextTask();
  expect(heard).toEqual([eventOf(3, 'proved')]);
  // What is not understood has been heard all the same: it is not asked for again.
  expect(service.asked[2]).toBe(`GET /api/requests/${ID}/events?after=4&waitMs=25000`);
});

test('a service that answers long polls at once is not asked without end', async () => {
  answer = (request, response) => {
    if (isStream(request)) response.writeHead(406).end();
    else response.end(JSON.stringify({ events: [] }));
  };
  listen();
  await until(() => clock.nextInMs === 750);
  const startedMs = clock.now();
  for (let turn = 0; turn < 20; turn += 1) await nextTask();
  expect(service.asked.length).toBeLessThanOrEqual(21);
  expect(clock.now() - startedMs).toBeGreaterThan(5 * 60_000);
});

test('while the service is away the waits grow to a minute', async () => {
  answer = (request) => {
    request.socket.destroy();
  };
  listen();
  const waits: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    await until(
      () =>
        clock.nextInMs !== undefined &&
        clock.nextInMs <= 60_000 &&
        clock.nextInMs !== 40_000 &&
        clock.nextInMs !== 35_000,
    );
    waits.push(clock.nextInMs ?? 0);
    await clock.advance(clock.nextInMs ?? 0);
  }
  expect(waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000, 45_000]);
});

test('a wait that the service asks for is kept', async () => {
  answer = (_request, response) => {
    response.writeHead(429, { 'retry-after': '17' }).end();
  };
  listen();
  await until(() => clock.nextInMs === 17_000);
  expect(service.asked).toHaveLength(1);
});

const NOT_FOUND = JSON.stringify({
  type: 'urn:extendsync:problem:request-not-found',
  title: 'There is no such request',
  status: 404,
});

test('what stands before the service answers 404 while it is started anew: it is asked again, by either way', async () => {
  let isAway = true;
  answer = (request, response) => {
    if (isAway) response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
    else if (isStream(request)) openStream(response).write(message(eventOf(1)));
    else response.writeHead(200).end(JSON.stringify({ events: [] }));
  };
  listen();
  await until(() => clock.nextInMs === 750);
  await clock.advance(750);
  await until(() => clock.nextInMs === 1_500);
  expect([service.asked.length, isGone]).toEqual([2, false]);
  isAway = false;
  await clock.advance(1_500);
  await until(() => heard.length === 1);
});

test('a request that is gone is not asked about again, and that is said', async () => {
  answer = (_request, response) => {
    response.writeHead(404, { 'content-type': 'application/problem+json' }).end(NOT_FOUND);
  };
  listen();
  await until(() => isGone);
  expect(service.asked).toHaveLength(1);
  await until(() => clock.pending === 0);
  await clock.advance(600_000);
  expect(service.asked).toHaveLength(1);
});

test('garbage in the stream is passed over', async () => {
  answer = (_request, response) => {
    openStream(response).write(
      `data: hello\n\nevent: request\ndata: {not json\n\n${message({ number: 'one', kind: 'opened', at: 'now' })}` +
        `event: other\ndata: ${JSON.stringify(eventOf(8))}\n\n${message({ ...eventOf(9), kind: 'granted' })}` +
        message(eventOf(10)),
    );
  };
  listen();
  await until(() => heard.length === 1);
  expect(heard).toEqual([eventOf(10)]);
});

test('a page of a captive portal is no stream', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(message(eventOf(1)));
  };
  listen();
  await until(() => clock.nextInMs === 750);
  expect(heard).toEqual([]);
});

test('whoever has stopped hears nothing more', async () => {
  let stream: ServerResponse | undefined;
  let left = false;
  answer = (request, response) => {
    stream = openStream(response);
    stream.write(': hello\n\n');
    request.on('close', () => (left = true));
  };
  listen();
  await until(() => stream !== undefined);
  stop();
  stream?.write(message(eventOf(1)));
  await until(() => left);
  expect(heard).toEqual([]);
});

describe('the stream’s format', () => {
  test('lines may end in any of the three ways, and a field may be cut anywhere', () => {
    const text =
      'event: request\r\ndata: a\r\ndata:b\r\n\r\nevent:x\rdata\r\rid: 7\ndata:  c\n\n: comment\n\nevent: lost\n\n';
    const expected = [
      { event: 'request', data: 'a\nb' },
      { event: 'x', data: '' },
      { event: 'message', data: ' c' },
    ];
    for (let at = 0; at <= text.length; at += 1) {
      const reader = createStreamReader();
      expect([...reader.push(text.slice(0, at)), ...reader.push(text.slice(at))]).toEqual(expected);
    }
    const reader = createStreamReader();
    expect(text.split('').flatMap((sign) => reader.push(sign))).toEqual(expected);
  });

  test('a message without its empty line is not complete', () => {
    expect(createStreamReader().push('event: request\ndata: a\n')).toEqual([]);
  });
});
