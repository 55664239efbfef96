import { DATABASE_KINDS, startDatabases } from '../service/testing/databases';
import { soakPane } from './soak-pane';
import { soakService } from './soak-service';

/** The short form of `npm run soak`: nothing of it may be wrong once, however long it is watched. */
const MINUTE_MS = 60_000;

test('15.6: a pane that stays open keeps its budgets, and leaves nothing behind', async () => {
  const seen = await soakPane(['shared', 'offline-and-online', 'approved']);
  expect(seen.mostInFiveMinutes).toBeGreaterThan(0);
  expect(seen.mostInFiveMinutes).toBeLessThanOrEqual(12);
  expect(seen.mostInAQuietHour).toBeLessThanOrEqual(40);
  expect([seen.lastScreen, seen.left]).toEqual(['granted', 0]);
}, 60_000);

test('15.6: under panes, returns, nonsense and faults of Microsoft the service tells nothing that is not so', async () => {
  const databases = await startDatabases(DATABASE_KINDS.at(-1) ?? 'pglite');
  try {
    const seen = await soakService(databases, 2.5 * MINUTE_MS);
    expect(seen.falseVerdicts).toEqual([]);
    // All of it has happened.
    for (const what of [
      seen.granted,
      seen.notGranted,
      seen.withoutAnswer,
      seen.returns,
      seen.looks,
      seen.faults,
    ])
      expect(what).toBeGreaterThan(0);
    expect(Object.keys(seen.nonsense)).toEqual(['303', '400', '401', '403', '404']);
    expect(seen.timersLeft).toBe(0);
  } finally {
    await databases.stop();
  }
}, 90_000);
