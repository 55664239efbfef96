import type { Database } from '../../../src/service/database/database';
import { newRequestId, requestKeyOf } from '../../../src/service/requests/request-id';
import { createRequestStore } from '../../../src/service/requests/store';
import { ManualClock } from '../../support/manual-clock';

test('15.5: panes that come back together are let in by one statement, each to their own request', async () => {
  const clock = new ManualClock();
  const [contoso, fabrikam, unknown] = [newRequestId(), newRequestId(), newRequestId()];
  const stored = [contoso, fabrikam].map((id, index) => ({
    id_hash: requestKeyOf(id),
    tenant: ['contoso.example', 'fabrikam.example'][index],
    domain: null,
    situation: null,
    made_at: new Date(clock.now()),
    expires_at: new Date(clock.now() + 1_000),
    withdrawn_at: null,
    waiting_tenant_id: null,
  }));
  let statements = 0;
  const database = {
    query: (_sql: string, [keys]: readonly [readonly string[]]) => {
      statements += 1;
      return Promise.resolve(stored.filter(({ id_hash }) => keys.includes(id_hash)));
    },
  } as unknown as Database;
  const requests = createRequestStore(database, clock);
  const found = await Promise.all([fabrikam, contoso, unknown, contoso].map((id) => requests.find(id)));
  expect(found.map((request) => request?.tenant)).toEqual([
    'fabrikam.example',
    'contoso.example',
    undefined,
    'contoso.example',
  ]);
  expect(statements).toBe(1);
});
