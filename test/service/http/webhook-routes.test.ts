import { parseTenantId } from '../../../src/core/tenant';
import type { WebhookFailures } from '../../../src/core/ledger/webhook';
import { openJobQueue } from '../../../src/service/database/job-queue';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase, type Scene } from '../testing/on-each-database';
import { consentOf, get } from '../testing/service-world';
import { startWebhookReceiver, WEBHOOK_SECRET, type WebhookReceiver } from '../testing/webhook-receiver';

const { contoso, extendsync } = DEMO.tenants;
const { mia, olga } = DEMO.users;

onEachDatabase(tell, {
  settings: { homeTenant: parseTenantId(extendsync)! },
  prepare: ({ entra }) => entra.directory.installApplication('extendsync.example'),
});

function tell(scene: Scene): void {
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    receiver = await startWebhookReceiver();
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = () => 204;
  });
  afterAll(() => receiver.stop());

  const as = async (user: string) => ({ authorization: `Bearer ${await scene.world.tokenOf(user)}` });
  /** The service as a process runs it: with its jobs. */
  const startsWithJobs = () =>
    scene.world.startService(
      scene.empty.database,
      {
        openJobQueue,
        fetch: (input, init) =>
          (String(input).startsWith(receiver.origin) ? receiver.fetch : scene.world.fetch)(input, init),
      },
      {
        homeTenant: parseTenantId(extendsync)!,
        webhooks: { urls: [`${receiver.origin}/in`], secret: WEBHOOK_SECRET },
      },
    );

  test('an organisation grants: the webhook goes out; one that is not taken is listed, and sent again', async () => {
    const app = await startsWithJobs();
    const failures = async () =>
      (await get(app, '/api/webhooks/failures', await as(olga))).json<WebhookFailures>();
    receiver.answer = () => 410;
    scene.world.entra.directory.grantForTenant('contoso.example');
    await consentOf(app, await scene.world.tokenOf(mia));
    // No round is due yet: the change itself wakes one.
    while ((await failures()).count === 0) await scene.world.clock.advance(0);
    expect((await failures()).failures).toEqual([
      expect.objectContaining({
        type: 'tenant.granted',
        tenantId: contoso,
        lastStatus: 410,
        host: new URL(receiver.origin).host,
      }),
    ]);
    receiver.answer = () => 200;
    const retries = await app.inject({
      method: 'POST',
      url: '/api/webhooks/failures/retries',
      headers: await as(olga),
    });
    expect(retries.json()).toEqual({ count: 1 });
    while (receiver.received.length < 2) await scene.world.clock.advance(0);
    expect(await failures()).toEqual({ count: 0, failures: [] });
    const figures = (await get(app, '/metrics')).body;
    expect(figures).toContain('extendsync_webhook_events_total{type="tenant.granted"} 1');
    expect(figures).toContain('extendsync_webhook_deliveries_total{outcome="gone"} 1');
    expect(figures).toContain('extendsync_webhook_dead_letters_total 1');
    const operated = scene.world.logLines.filter((line) => line.includes(olga)).join('\n');
    expect(operated).toContain('webhook-retries');
    expect(scene.world.logLines.join('\n')).not.toContain(WEBHOOK_SECRET);
  });

  test('a receiver that keeps silent holds up no stop', async () => {
    const app = await startsWithJobs();
    receiver.answer = () => undefined;
    scene.world.entra.directory.grantForTenant('contoso.example');
    await consentOf(app, await scene.world.tokenOf(mia));
    while (receiver.received.length === 0) await scene.world.clock.advance(0);
    const startedMs = performance.now();
    await app.close();
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    expect(scene.world.logLines.filter((line) => line.includes('trouble'))).toEqual([]);
  });

  test('only operators read them and send them again', async () => {
    scene.world.entra.directory.grantForTenant('contoso.example');
    for (const [method, url] of [
      ['GET', '/api/webhooks/failures'],
      ['POST', '/api/webhooks/failures/retries'],
    ] as const) {
      expect((await scene.app.inject({ method, url })).statusCode).toBe(401);
      expect((await scene.app.inject({ method, url, headers: await as(mia) })).statusCode).toBe(403);
    }
  });
}
