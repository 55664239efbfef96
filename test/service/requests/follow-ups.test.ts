import { SPREAD_MOMENTS_MS } from '../../../src/core/asking/watch';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';
import { attempt, eventsOf, kindsOf, makeRequest, returnTo, untilEvents } from '../testing/service-world';

onEachDatabase((scene) => {
  /** The admin has accepted; the grant has not spread yet. */
  const returned = async (): Promise<string> => {
    const { id } = await makeRequest(scene.app);
    const state = (await attempt(scene.app, id)).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ admin_consent: 'True', tenant: DEMO.tenants.contoso, state });
    await returnTo(scene.app, `/consent/return?${query.toString()}`);
    return id;
  };
  const waiting = async (): Promise<number> =>
    (await scene.empty.database.query('select 1 from follow_ups')).length;

  test('after a return the request hears "check again" at each point of the spread, then no more', async () => {
    const id = await returned();
    const startedAtMs = scene.world.clock.now();
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'returned']);
    let last = 2;
    for (const pointMs of SPREAD_MOMENTS_MS) {
      await scene.world.clock.advance(startedAtMs + pointMs - scene.world.clock.now());
      const events = await untilEvents(scene.world.clock, scene.app, id, last + 1);
      expect(events.slice(last)).toEqual([
        { number: last + 1, kind: 'check-again', at: new Date(startedAtMs + pointMs).toISOString() },
      ]);
      last += 1;
    }
    expect(await waiting()).toBe(0);
  });

  test('S2: a return without a look asks Microsoft nothing, at no point of the spread', async () => {
    const id = await returned();
    const asked = scene.world.entra.log.list().length;
    for (const _point of SPREAD_MOMENTS_MS) await scene.world.clock.advance(60_000);
    const events = await untilEvents(scene.world.clock, scene.app, id, 3);
    expect(kindsOf(events)).toContain('check-again');
    expect(scene.world.entra.log.list()).toHaveLength(asked);
  });

  test('the service was away for a while: it goes on where it was, and what is overdue is one event', async () => {
    const id = await returned();
    await scene.world.stopServices();
    await scene.world.clock.advance(9_000);
    const again = await scene.world.startService(scene.empty.database);
    expect(kindsOf(await eventsOf(again, id))).toEqual(['made', 'returned', 'check-again']);
    expect(await waiting()).toBe(SPREAD_MOMENTS_MS.filter((ms) => ms > 9_000).length);
  });

  test('a second return begins the spread anew', async () => {
    const { id } = await makeRequest(scene.app);
    for (const _round of [1, 2]) {
      const state = (await attempt(scene.app, id)).searchParams.get('state') ?? '';
      const query = new URLSearchParams({ admin_consent: 'True', tenant: DEMO.tenants.contoso, state });
      await returnTo(scene.app, `/consent/return?${query.toString()}`);
      expect(await waiting()).toBe(SPREAD_MOMENTS_MS.length);
    }
  });

  test('a return leaves the plan of another request alone', async () => {
    await returned();
    for (const second of [1, 2, 3]) {
      await scene.world.clock.advance(1_000);
      await scene.settled();
      expect(await waiting()).toBe(SPREAD_MOMENTS_MS.filter((ms) => ms > second * 1_000).length);
    }
    const left = SPREAD_MOMENTS_MS.filter((ms) => ms > 3_000).length;
    await returned();
    expect(await waiting()).toBe(left + SPREAD_MOMENTS_MS.length);
  });

  test('a stopped service leaves no timer behind', async () => {
    await returned();
    await scene.world.stopServices();
    expect(scene.world.clock.pending).toBe(0);
  });
});
