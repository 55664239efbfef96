import { buildWhenStale } from '../tools/stale-build';

/** The journeys run the production build: it is made when it is missing or older than what it is made of. */
export default async function globalSetup(): Promise<void> {
  await buildWhenStale();
}
