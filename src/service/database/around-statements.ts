import type { Database } from './database';

/**
 * A database with `run` around each statement. Whatever the service passes goes on as it came: a statement that it asks
 * `often` runs in another way.
 */
export const aroundStatements = (
  database: Database,
  run: <T>(ask: () => Promise<T>, sql: string) => Promise<T>,
): Database => ({
  ...database,
  query: (...statement) => run(() => database.query(...statement), statement[0]),
  script: (sql) => run(() => database.script(sql), sql),
});
