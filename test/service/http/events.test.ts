import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HEARTBEAT_MS, parseRequestEvent } from '../../../src/core/api/request-events';
import { LOOK_MS } from '../../../src/service/http/heartbeats';
import type { App } from '../../../src/service/http/app';
import { onEachDatabase } from '../testing/on-each-database';
import { eventsOf, get, kindsOf, makeRequest } from '../testing/service-world';

/** A browser's EventSource, as far as bytes go. */
interface Listener {
  readonly response: IncomingMessage;
  /** Everything that has arrived, once it satisfies the question. */
  until(satisfied: (text: string) => boolean): Promise<string>;
  readonly ended: Promise<void>;
  close(): void;
}

const opened = new WeakMap<App, Promise<string>>();

/** Opens a service's port once, for all who come at the same moment: each call for itself leaves listeners behind. */
function open(app: App): Promise<string> {
  const known = opened.get(app) ?? app.listen({ port: 0, host: '127.0.0.1' });
  opened.set(app, known);
  return known;
}

async function listen(app: App, path: string, headers: Record<string, string> = {}): Promise<Listener> {
  await open(app);
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, headers: { accept: 'text/event-stream', ...headers }, agent: false },
      (response) => {
        let text = '';
        const waiting = new Set<() => void>();
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          for (const look of waiting) look();
        });
        response.on('error', () => undefined);
        const ended = new Promise<void>((done) => response.once('close', done));
        resolve({
          response,
          ended,
          close: () => request.destroy(),
          until: (satisfied) =>
            new Promise((found) => {
              const look = (): void => {
                if (!satisfied(text)) return;
                waiting.delete(look);
                found(text);
              };
              waiting.add(look);
              look();
            }),
        });
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** The events in a stream's text, by the rules of server-sent events. */
const eventsIn = (text: string) =>
  text
    .split('\n\n')
    .filter((block) => block.includes('event: request'))
    .map((block) => {
      const fields = new Map(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      const event = parseRequestEvent(JSON.parse(fields.get('data') ?? ''));
      expect(fields.get('id')).toBe(String(event?.number));
      return event?.kind;
    });

onEachDatabase((scene) => {
  const openLink = (id: string) => scene.app.inject({ method: 'POST', url: `/api/requests/${id}/openings` });

  describe('a stream of events', () => {
    test('tells what has happened, then what happens, as it happens', async () => {
      const { id } = await makeRequest(scene.app);
      const listener = await listen(scene.app, `/api/requests/${id}/events`);
      expect(listener.response.statusCode).toBe(200);
      expect(listener.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
      expect(listener.response.headers['cache-control']).toBe('no-store');
      expect(listener.response.headers['x-accel-buffering']).toBe('no');
      const before = await listener.until((text) => text.includes('"made"'));
      expect(before).toMatch(/^retry: \d+\n\n/);
      await openLink(id);
      const after = await listener.until((text) => text.includes('"opened"'));
      expect(eventsIn(after)).toEqual(['made', 'opened']);
      listener.close();
      await listener.ended;
    });

    test('goes on after the last number that the browser has seen', async () => {
      const { id } = await makeRequest(scene.app);
      await openLink(id);
      for (const [path, headers] of [
        [`/api/requests/${id}/events`, { 'last-event-id': '1' }],
        [`/api/requests/${id}/events?after=1`, {}],
        [`/api/requests/${id}/events?after=0`, { 'last-event-id': '1' }],
      ] as const) {
        const listener = await listen(scene.app, path, headers);
        expect(eventsIn(await listener.until((text) => text.includes('"opened"')))).toEqual(['opened']);
        listener.close();
        await listener.ended;
      }
    });

    test('a last number that is none is ignored', async () => {
      const { id } = await makeRequest(scene.app);
      const listener = await listen(scene.app, `/api/requests/${id}/events`, {
        'last-event-id': "1' or 1=1",
      });
      expect(eventsIn(await listener.until((text) => text.includes('"made"')))).toEqual(['made']);
      listener.close();
      await listener.ended;
    });

    test('beats while nothing happens, so that proxies do not cut it', async () => {
      const { id } = await makeRequest(scene.app);
      const listener = await listen(scene.app, `/api/requests/${id}/events`);
      await listener.until((text) => text.includes('"made"'));
      for (const beats of [1, 2]) {
        await scene.world.clock.advance(HEARTBEAT_MS);
        const heard = await listener.until((text) => text.split(': still here\n\n').length > beats);
        expect(eventsIn(heard)).toEqual(['made']);
      }
      listener.close();
      await listener.ended;
    });

    test('news that was lost on its way is found within a minute', async () => {
      const { id } = await makeRequest(scene.app);
      const listener = await listen(scene.app, `/api/requests/${id}/events`);
      await listener.until((text) => eventsIn(text).length === 1);
      // Written down, and nobody is told.
      await scene.empty.database.query(
        `insert into request_events select id_hash, 2, 'opened', now() from requests`,
      );
      expect(LOOK_MS).toBeLessThanOrEqual(60_000);
      await scene.world.clock.advance(LOOK_MS);
      const text = await listener.until((all) => eventsIn(all).length === 2);
      expect(eventsIn(text)).toEqual(['made', 'opened']);
      listener.close();
    });

    test('many listeners of one request hear the same; more than a request needs are turned away', async () => {
      const { id } = await makeRequest(scene.app);
      const listeners = await Promise.all(
        Array.from({ length: 20 }, () => listen(scene.app, `/api/requests/${id}/events`)),
      );
      expect((await get(scene.app, `/api/requests/${id}/events`)).statusCode).toBe(429);
      await openLink(id);
      for (const listener of listeners) {
        expect(eventsIn(await listener.until((text) => text.includes('"opened"')))).toEqual([
          'made',
          'opened',
        ]);
      }
      for (const listener of listeners) listener.close();
      await Promise.all(listeners.map(({ ended }) => ended));
    });

    test('other requests hear nothing of it', async () => {
      const [one, other] = await Promise.all([makeRequest(scene.app), makeRequest(scene.app)]);
      const listener = await listen(scene.app, `/api/requests/${other.id}/events`);
      await listener.until((text) => text.includes('"made"'));
      await openLink(one.id);
      await openLink(other.id);
      expect(eventsIn(await listener.until((text) => text.includes('"opened"')))).toEqual(['made', 'opened']);
      listener.close();
      await listener.ended;
    });

    test('a service that stops ends the streams and the polls, and does not wait for them', async () => {
      const { id } = await makeRequest(scene.app);
      const listener = await listen(scene.app, `/api/requests/${id}/events`);
      await listener.until((text) => text.includes('"made"'));
      const poll = eventsOf(scene.app, id, 1, 25_000);
      await scene.world.clock.advance(0);
      await scene.world.stopServices();
      await listener.ended;
      expect(await poll).toEqual([]);
      expect(scene.world.clock.pending).toBe(0);
    });
  });

  describe('a long poll', () => {
    test('answers at once what has happened already', async () => {
      const { id } = await makeRequest(scene.app);
      expect(await eventsOf(scene.app, id, 0, 25_000)).toMatchObject([{ number: 1, kind: 'made' }]);
    });

    test('waits for what happens next', async () => {
      const { id } = await makeRequest(scene.app);
      const poll = eventsOf(scene.app, id, 1, 25_000);
      await openLink(id);
      expect(kindsOf(await poll)).toEqual(['opened']);
    });

    test('gives up after the time that was asked for', async () => {
      const { id } = await makeRequest(scene.app);
      let isOver = false;
      const poll = eventsOf(scene.app, id, 1, 20_000).finally(() => {
        isOver = true;
      });
      while (scene.world.clock.nextInMs !== 20_000) await scene.world.clock.advance(0);
      await scene.world.clock.advance(19_999);
      expect(isOver).toBe(false);
      await scene.world.clock.advance(1);
      expect(await poll).toEqual([]);
    });

    test.each(['after=-1', 'after=x', 'waitMs=25001', 'waitMs=-1', 'after=99999999999999'])(
      '%s is turned down',
      async (query) => {
        const { id } = await makeRequest(scene.app);
        const answer = await get(scene.app, `/api/requests/${id}/events?${query}`, {
          accept: 'application/json',
        });
        expect(answer.statusCode).toBe(400);
        expect(answer.json()).toMatchObject({ type: 'urn:extendsync:problem:malformed' });
      },
    );
  });
});
