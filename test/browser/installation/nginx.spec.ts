import { request } from 'node:https';
import { expect } from '@playwright/test';
import { startWorld } from '../../simulator/world';
import { isNginxInstalled, startNginx } from '../../tools/nginx';
import { test as journey } from '../support/journey';
import { createServiceClock } from '../support/service-clock';

/** Debian's nginx with our file stands before the service. */
let nginxPort = 0;
let plainPort = 0;
const test = journey.extend({
  equipment: [
    async ({ browserName: _browserName }, give) => {
      const serviceClock = createServiceClock();
      const world = await startWorld({
        serviceSettings: serviceClock.settings,
        async front(behind) {
          const nginx = await startNginx(behind);
          nginxPort = nginx.port;
          plainPort = nginx.plainPort;
          return { address: { host: '127.0.0.1', port: nginxPort, isSecure: true }, stop: nginx.stop };
        },
      });
      await give({ world, serviceClock, needsNewService: false });
      await world.stop();
      serviceClock.end();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.skip(() => !isNginxInstalled(), 'nginx is not installed: nothing is tested behind it.');

/** What comes first of an event stream through nginx, and when the next event comes after `happens`. */
async function listens(target: string, happens: () => Promise<unknown>): Promise<readonly string[]> {
  const heard: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const stream = request(
      {
        port: nginxPort,
        host: '127.0.0.1',
        path: target,
        headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, br' },
        rejectUnauthorized: false,
        timeout: 10_000,
      },
      (answer) => {
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => {
          heard.push(text);
          const all = heard.join('');
          if (all.includes('"kind":"opened"')) {
            stream.destroy();
            resolve();
          } else if (all.includes('"kind":"made"')) happens().catch(reject);
        });
      },
    );
    stream.on('timeout', () => reject(new Error(`nginx holds the events back: ${heard.join('')}`)));
    stream.on('error', reject);
    stream.end();
  });
  return heard;
}

test('13.5: through nginx Mia shares a link, Adele approves, and Mia’s pane turns green by the event', async ({
  world,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane();
  await pane.shows('required.title');
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  const id = new URL(link).searchParams.get('request') ?? '';
  // As they come: the first before anything else has happened, the second while the stream is open.
  const opens = (): Promise<Response> =>
    fetch(`http://127.0.0.1:${String(world.service.address.port)}/api/requests/${id}/openings`, {
      method: 'POST',
    });
  await listens(`/api/requests/${id}/events`, opens);

  await adele.opens(link);
  await adele.goesToMicrosoft();
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  await pane.shows('granted.title');
});

test('13.5: nginx leaves the headers of the service as they are, and leads nobody to its figures', async ({
  world,
  request: browser,
}) => {
  const behind = `http://127.0.0.1:${String(world.service.address.port)}`;
  const before = `https://localhost:${String(nginxPort)}`;
  for (const target of ['/taskpane.html', '/api/consent', '/healthz']) {
    const [direct, through] = await Promise.all([browser.get(behind + target), browser.get(before + target)]);
    expect(through.status()).toBe(direct.status());
    const own = [
      'date',
      'server',
      'connection',
      'keep-alive',
      'transfer-encoding',
      'content-length',
      'content-encoding',
      'vary',
      'etag',
    ];
    const rest = (headers: Record<string, string>) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
    expect(rest(through.headers())).toEqual(rest(direct.headers()));
    expect(through.headers()['server']).toBe('nginx');
  }
  expect((await browser.get(`${before}/metrics`)).status()).toBe(404);
});

test('13.5: nginx sends people from http to https, and answers an authority’s question where it was asked', async ({
  request: browser,
}) => {
  const answerTo = (target: string) =>
    browser.get(`http://localhost:${String(plainPort)}${target}`, { maxRedirects: 0 });
  const sent = await answerTo('/taskpane.html?a=b');
  expect(sent.status()).toBe(301);
  expect(sent.headers()['location']).toBe('https://localhost/taskpane.html?a=b');
  expect((await answerTo('/.well-known/acme-challenge/not-asked')).status()).toBe(404);
});
