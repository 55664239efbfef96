import { readFileSync } from 'node:fs';
import path from 'node:path';

const source = readFileSync(path.resolve(__dirname, '../../../src/service/database/migrations.ts'), 'utf8');
const steps = [...source.matchAll(/sql: (['`])([\s\S]*?)\1/g)].map(([, , sql = '']) => sql);

test('13.5: steps only add to the tables or loosen a rule, so that a version can be taken back, and instances exchanged one by one', () => {
  expect(steps.length).toBeGreaterThan(3);
  for (const sql of steps.slice(1)) {
    expect(sql.replaceAll(/alter column \w+ drop not null/gi, '')).not.toMatch(
      /\b(?:drop|rename|truncate|delete from|alter column)\b/i,
    );
    for (const [column] of sql.matchAll(/add column[^,;]*/gi))
      if (/not null/i.test(column)) expect(column).toMatch(/default/i);
  }
});
