/*
 * Test equipment, loaded by node before the service (`NODE_OPTIONS=--require`); the product knows nothing of it. Over the channel
 * between them the world puts the service's clock forward, at once for dates and for what waits in timers, and lets it forget what
 * it knows: a new life of the service would do the same and take seconds. It can also be deaf to its database's news, and the
 * names of the world's parts lead it to this machine.
 */
'use strict';
const dns = require('node:dns');
const { PGlite } = require('@electric-sql/pglite');

const RealDate = Date;
const realSetTimeout = globalThis.setTimeout;
const realClearTimeout = globalThis.clearTimeout;
let aheadMs = Number(process.env.SIMULATED_AHEAD_MS) || 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + aheadMs);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + aheadMs;
  }
};

/** Every timer that waits long enough to be worth it; node's own object stays what callers hold. */
const WORTH_MS = 1_000;
const waiting = new Map();
const setTimeoutHere = (task, ms, ...given) => {
  if (!(ms >= WORTH_MS)) return realSetTimeout(task, ms, ...given);
  const timer = realSetTimeout(() => {
    waiting.delete(timer);
    task(...given);
  }, ms);
  waiting.set(timer, { dueMs: Date.now() + ms, run: () => task(...given) });
  return timer;
};
// util.promisify(setTimeout) looks for node's own marks.
Object.defineProperties(setTimeoutHere, Object.getOwnPropertyDescriptors(realSetTimeout));
globalThis.setTimeout = setTimeoutHere;
globalThis.clearTimeout = (timer) => {
  waiting.delete(timer);
  realClearTimeout(timer);
};

const names = new Set((process.env.SIMULATED_NAMES || '').split(' ').filter(Boolean));
const realLookup = dns.lookup;
// node's sockets ask for it here, each time anew.
dns.lookup = (name, ...how) => realLookup(names.has(name) ? '127.0.0.1' : name, ...how);
Object.defineProperties(dns.lookup, Object.getOwnPropertyDescriptors(realLookup));

let database;
/** As behind a pooler in transaction mode: LISTEN is taken and delivers nothing. */
let isDeaf = process.env.SIMULATED_DEAF === '1';
const create = PGlite.create.bind(PGlite);
PGlite.create = async (...how) => {
  database = await create(...how);
  const listen = database.listen.bind(database);
  database.listen = (channel, hear) =>
    listen(channel, (news) => {
      if (!isDeaf) hear(news);
    });
  return database;
};

/** Empties the tables. Its keys stay, so that links that are out are told from forged ones, and the list of migrations. */
async function forget() {
  const { rows: tenants } = await database.query('select tenant_id from tenant_checks');
  const { rows: tables } = await database.query(
    "select tablename from pg_tables where schemaname = 'public' and tablename not in ('service_keys', 'extendsync_migrations')",
  );
  // Truncating makes new files for each table and index, which takes longer than many a story. All go, so none refers to another.
  const emptied = tables.map(({ tablename }) => `delete from "${tablename}"`);
  await database.exec(
    ['set session_replication_role = replica', ...emptied, 'set session_replication_role = origin'].join(
      '; ',
    ),
  );
  // What it holds in memory goes by its own rule: a hint outdates everything that is known of a tenant.
  for (const { tenant_id } of tenants)
    await database.query("select pg_notify('extendsync', $1)", [`hint:${tenant_id}`]);
}

process.on('message', (said) => {
  if (said?.forget === true) {
    forget().then(
      () => process.send({ forgotten: true }),
      (error) => process.send({ forgotten: false, why: String(error) }),
    );
  }
  if (said?.hears === true) isDeaf = false;
  if (typeof said?.aheadMs !== 'number') return;
  aheadMs = said.aheadMs;
  for (const [timer, { dueMs, run }] of waiting) {
    if (dueMs > Date.now()) continue;
    globalThis.clearTimeout(timer);
    realSetTimeout(run, 0);
  }
});
// The channel alone must not keep a service alive that has stopped.
process.channel?.unref();
