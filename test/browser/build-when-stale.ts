import { prepareServiceData } from '../tools/prepare-service-data';
import { buildWhenStale } from '../tools/stale-build';

/**
 * The journeys run the production build: it is made when it is missing or older than what it is made of. Services that
 * start anew need not make a database each.
 */
export default async function globalSetup(): Promise<void> {
  await buildWhenStale();
  await prepareServiceData();
}
