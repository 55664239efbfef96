import { openDatabase } from '../../../src/service/database/open-database';
import { ManualClock } from '../../support/manual-clock';

test.each(['p@ss#w/o:rd', 'ab/cd', 'ab#cd', 'ab?cd'])(
  'A12: a password that is not written as in an address is told with the cure, and no piece of it (%s)',
  async (password) => {
    const databaseUrl = `postgres://ext:${password}@127.0.0.1:1/ext`;
    const refused = openDatabase({ databaseUrl, dataDir: '' }, new ManualClock());
    await expect(refused).rejects.toThrow(
      /^The service cannot start:\n {2}DATABASE_URL: is no address: in user and password write .* as %40 for @, %2F for \/ and %23 for #$/,
    );
  },
);

test('A12: of an address that is one, the reason is told', async () => {
  const databaseUrl = 'postgres://ext:p%40ss%23w%2Fo%3Ard@127.0.0.1:1/ext';
  await expect(openDatabase({ databaseUrl, dataDir: '' }, new ManualClock())).rejects.toThrow(
    /DATABASE_URL: the database cannot be used \(.*ECONNREFUSED.*\)/,
  );
});
