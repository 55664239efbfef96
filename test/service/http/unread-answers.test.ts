import { createServer as createNodeServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { refuseEarly } from '../../../src/service/http/early-refusals';
import { createServer } from '../../../src/service/http/server';
import { cutUnread, limitUnread, UNANSWERED_AT_MOST } from '../../../src/service/http/unread-answers';
import { connectRaw } from '../testing/raw-connection';

const ASK = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('who asks and does not wait for answers', () => {
  const startService = async () => {
    const app = createServer({ logLevel: 'silent', trustProxy: false, tls: undefined }, {}, undefined);
    cutUnread(app);
    refuseEarly(app, {});
    let ran = 0;
    app.get('/', (_request, reply) => {
      ran += 1;
      return reply.send({ answered: true });
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    ends.push(() => void app.close());
    return { port: (app.server.address() as AddressInfo).port, ran: () => ran };
  };

  test('loses the connection, and nothing of what was sent ahead is worked on', async () => {
    const { port, ran } = await startService();
    const ahead = await connectRaw(port, ASK.repeat(1_000));
    await ahead.closed;
    expect(ran()).toBe(UNANSWERED_AT_MOST);
  });

  test('also where each is refused before any route', async () => {
    const { port } = await startService();
    const expecting = ASK.replace('host: x', 'host: x\r\nexpect: x');
    const ahead = await connectRaw(port, expecting.repeat(1_000));
    expect((await ahead.closed).match(/^HTTP/gm)?.length ?? 0).toBeLessThanOrEqual(UNANSWERED_AT_MOST);
  });

  test('some requests that are sent ahead are answered, each in its turn, as often as it likes', async () => {
    const { port, ran } = await startService();
    const own = await connectRaw(port);
    for (let round = 1; round <= 3; round += 1) {
      own.socket.write(ASK.repeat(UNANSWERED_AT_MOST - 1) + ASK.replace('/', `/?${String(round)}`));
      await new Promise((resolve) => own.socket.once('data', resolve));
      while (ran() < round * UNANSWERED_AT_MOST) await new Promise((resolve) => setImmediate(resolve));
    }
    own.socket.end();
    expect((await own.closed).match(/"answered":true/g)).toHaveLength(3 * UNANSWERED_AT_MOST);
  });
});

describe('an answer', () => {
  const start = async (answer: RequestListener) => {
    const server = createNodeServer(answer);
    limitUnread(server, 50);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return { server, port: (server.address() as AddressInfo).port };
  };

  test('that waits behind another one hears when the connection has gone', async () => {
    const heard: string[] = [];
    const { server, port } = await start(({ url = '' }, response) => {
      response.once('close', () => heard.push(url));
    });
    const asked = new Promise<void>((resolve) => {
      server.on('request', ({ url }) => {
        if (url === '/3') resolve();
      });
    });
    const ahead = await connectRaw(port, ['/1', '/2', '/3'].map((url) => ASK.replace('/', url)).join(''));
    await asked;
    ahead.socket.destroy();
    while (heard.length < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['/1', '/2', '/3']);
  });

  test('that is there and is not taken: the connection is cut', async () => {
    // More than any system's buffers hold.
    const { server, port } = await start((_request, response) => response.end(Buffer.alloc(64 * 1024 ** 2)));
    const cut = new Promise<void>((resolve) =>
      server.once('connection', (socket: Socket) => socket.once('close', () => resolve())),
    );
    const silent = await connectRaw(port, ASK);
    silent.socket.pause();
    await expect(cut).resolves.toBeUndefined();
    silent.socket.destroy();
  });

  test('that the service itself has not given is waited for as long as it takes', async () => {
    const { server, port } = await start((_request, response) => {
      let quiet = 0;
      server.on('timeout', () => {
        quiet += 1;
        if (quiet === 3) response.end('at last');
      });
    });
    server.keepAliveTimeout = 50;
    const waiting = await connectRaw(port, ASK);
    expect(await waiting.hears('at last')).toContain('200 OK');
    // Then nothing more is asked: the connection is not kept for ever.
    await waiting.closed;
  });
});
