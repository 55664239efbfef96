import { unavailable, type Database } from '../../../src/service/database/database';
import { watchWrites } from '../../../src/service/database/write-watch';

test('a clock that was ahead when a write was refused, and is set back, keeps the database away no longer', async () => {
  const refused = Object.assign(new Error('no space left'), { code: '53100' });
  let hasRoom = false;
  let nowMs = 24 * 60 * 60_000;
  const database: Database = {
    query: () => (hasRoom ? Promise.resolve([]) : Promise.reject(unavailable(refused))),
    script: () => Promise.resolve([]),
    exclusively: () => Promise.reject(new Error('not asked')),
    listen: () => Promise.reject(new Error('not asked')),
    close: () => Promise.resolve(),
  };
  const watch = watchWrites(database, { now: () => nowMs, after: () => () => undefined });
  await expect(watch.database.query('insert')).rejects.toThrow('the database cannot be used');
  hasRoom = true;
  await expect(watch.proveWrites()).rejects.toThrow('a moment ago');
  nowMs = 0;
  await watch.proveWrites();
});
