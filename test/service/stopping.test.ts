import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { DatabaseUnavailable, type Database } from '../../src/service/database/database';
import { createStopping } from '../../src/service/stopping';

const BODY = Buffer.alloc(8_000_000, 'x');

/** A server with an answer that has ended, and a reader who has not begun to read it. */
async function answerUnread() {
  const stopping = createStopping();
  let hear: (answer: ServerResponse) => void = () => undefined;
  const answered = new Promise<ServerResponse>((resolve) => {
    hear = resolve;
  });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': BODY.length, connection: 'close' }).end(BODY);
    hear(response);
  });
  stopping.watchConnections(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.pause();
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  const answer = await answered;
  const read = new Promise<number>((resolve) => {
    let bytes = 0;
    reader.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    reader.on('error', () => undefined);
    reader.once('close', () => resolve(bytes));
    reader.pause();
  });
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { stopping, answer, reader, read, close };
}

test('13.7: the end of the service waits until an answer that has ended was sent: Node would cut it', async () => {
  const { stopping, answer, reader, read, close } = await answerUnread();
  expect(answer.writableEnded && !answer.writableFinished).toBe(true);
  stopping.begin();
  const sent = stopping.answersSent();
  reader.resume();
  await sent;
  await close();
  stopping.end();
  expect(await read).toBeGreaterThan(BODY.length);
});

test('13.7: nobody who does not read keeps the service: what is left is cut', async () => {
  const { stopping, reader, read, close } = await answerUnread();
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  stopping.begin();
  const sent = stopping.answersSent();
  jest.advanceTimersByTime(2_000);
  jest.useRealTimers();
  await sent;
  await close();
  stopping.end();
  reader.resume();
  expect(await read).toBeLessThan(BODY.length);
});

test('a database that hangs keeps nobody: what is under way when the time is up is left', async () => {
  const stopping = createStopping();
  const hangs = () => new Promise<never>(() => undefined);
  const hanging: Database = {
    query: hangs,
    script: hangs,
    exclusively: hangs,
    listen: hangs,
    close: () => Promise.resolve(),
  };
  const database = stopping.limitedDatabase(hanging);
  const asked = [
    database.query('select 1'),
    database.script('select 1'),
    database.exclusively(() => Promise.resolve()),
  ].map((answer: Promise<unknown>) => answer.catch((error: unknown) => error));
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  stopping.begin();
  jest.advanceTimersByTime(2_000);
  jest.useRealTimers();
  for (const answer of asked) expect(await answer).toBeInstanceOf(DatabaseUnavailable);
});
