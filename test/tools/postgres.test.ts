import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { startPostgres } from './postgres';

test('two throw-away databases know nothing of each other and are gone after', async () => {
  const first = await startPostgres();
  // No PostgreSQL on this machine is a fact that the caller must be able to handle, not a failure.
  expect(first === undefined).toBe(!existsSync('/usr/lib/postgresql'));
  if (first === undefined) return;
  const second = await startPostgres();
  if (second === undefined) throw new Error('PostgreSQL was there a moment ago.');
  try {
    await query(first.databaseUrl, 'create table apples (id int)');
    await expect(query(second.databaseUrl, 'select * from apples')).rejects.toThrow(/apples/);
    expect(await query(first.databaseUrl, 'select count(*)::int as n from apples')).toEqual([{ n: 0 }]);
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
  await expect(query(first.databaseUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED|does not exist/);
}, 60_000);

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
