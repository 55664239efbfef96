import { DEMO } from './demo-seed';

/** What the service is told so that the simulated Microsoft at `origin` is its cloud, and ExtendSync's registration there its own. */
export const settingsForEntra = (origin: string) => ({
  CLIENT_ID: DEMO.appId,
  CLIENT_SECRET: DEMO.clientSecret,
  CLOUD: 'custom',
  LOGIN_ORIGIN: origin,
  GRAPH_ORIGIN: origin,
});
