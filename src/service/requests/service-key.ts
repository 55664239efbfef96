import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';

/**
 * The 32 bytes that all instances of the service share for one purpose. They come from the setting where it is given,
 * else from the database, where the first instance to start puts random ones.
 */
export async function loadServiceKey(
  database: Database,
  clock: Clock,
  purpose: 'state' | 'rate-limits',
  configured: string | undefined,
): Promise<Uint8Array> {
  if (configured !== undefined)
    return createHash('sha256').update(`extendsync ${purpose}\n${configured}`).digest();
  await database.query(
    'insert into service_keys (name, value, made_at) values ($1, $2, $3) on conflict (name) do nothing',
    [purpose, randomBytes(32).toString('base64url'), new Date(clock.now())],
  );
  const [row] = await database.query<{ value: string }>('select value from service_keys where name = $1', [
    purpose,
  ]);
  if (!row) throw new Error(`the service key for ${purpose} was not stored`);
  return Buffer.from(row.value, 'base64url');
}
