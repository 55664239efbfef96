import { claimDataDir } from '../../../src/service/database/data-dir-claim';

/** A process of its own that claims the folder that it is given, says how that went, and stays until it is ended. */
claimDataDir(process.argv[2] ?? '').then(
  () => {
    console.log('claimed');
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) => {
    console.log(error instanceof Error ? error.message : 'failed');
  },
);
