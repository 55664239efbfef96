import { parseTenantId } from '../../../src/core/tenant';
import { createAttempts } from '../../../src/service/requests/attempts';
import { browserKeyOf } from '../../../src/service/requests/browser-key';
import { EVENTS_KEPT } from '../../../src/core/api/request-events';
import { createRequestStore, EVENTS_A_PAGE } from '../../../src/service/requests/store';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';

const BROWSER = browserKeyOf('a browser');
const contoso = parseTenantId(DEMO.tenants.contoso)!;

onEachDatabase((scene) => {
  const parts = () => {
    const { database } = scene.empty;
    const { clock } = scene.world;
    return {
      requests: createRequestStore(database, clock),
      attempts: createAttempts(database, clock, new Uint8Array(32)),
    };
  };

  test('who brings made-up refusals of a link adds no end to what its panes are told', async () => {
    const { requests, attempts } = parts();
    const { id, key } = await requests.make({ tenant: contoso }, contoso);
    const comesBack = async (event: 'returned' | 'denied') => {
      const { state } = await attempts.make(id, { situation: undefined, isAnswered: false }, BROWSER);
      const sealed = (await attempts.open(state, BROWSER))!;
      await attempts.redeem(sealed, scene.world.clock.now(), () => ({ event, isFollowed: false }));
    };
    await requests.open(key);
    await comesBack('returned');
    await requests.recordProof(contoso, []);
    for (let time = 0; time < 3 * EVENTS_KEPT; time += 1) await comesBack('denied');
    const events = await requests.eventsAfter(key, 0);
    // The last of each kind is still told, and the newest as they came.
    expect(events.slice(0, 4).map(({ kind }) => kind)).toEqual(['made', 'opened', 'returned', 'proved']);
    expect(events.length).toBeLessThanOrEqual(EVENTS_KEPT + 4);
    expect(events.at(-1)?.number).toBe(4 + 3 * EVENTS_KEPT);
    expect(events.slice(-EVENTS_KEPT).every(({ kind }) => kind === 'denied')).toBe(true);
    // One answer holds them all.
    expect(EVENTS_KEPT).toBeLessThan(EVENTS_A_PAGE);
  });

  test('what an older version let grow is told a page at a time', async () => {
    const { requests } = parts();
    const { key } = await requests.make({ tenant: contoso }, contoso);
    const other = await requests.make({ tenant: contoso }, contoso);
    await scene.empty.database.query(
      `insert into request_events (id_hash, number, kind, at)
       select $1, number, 'denied', $2 from generate_series(2, $3::int) as number`,
      [key, new Date(scene.world.clock.now()), 2 * EVENTS_A_PAGE + 1],
    );
    const pages = await Promise.all(
      [0, EVENTS_A_PAGE, 2 * EVENTS_A_PAGE].map((after) => requests.eventsAfter(key, after)),
    );
    const others = await requests.eventsAfter(other.key, 0);
    expect(pages.map((page) => [page[0]?.number, page.length])).toEqual([
      [1, EVENTS_A_PAGE],
      [EVENTS_A_PAGE + 1, EVENTS_A_PAGE],
      [2 * EVENTS_A_PAGE + 1, 1],
    ]);
    expect(others.map(({ kind }) => kind)).toEqual(['made']);
  });
});
