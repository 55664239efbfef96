import { PERMISSION_SET } from '../core/permission-set';
import { permissionSetFor } from '../core/situation';
import type { Clock } from '../ports';
import type { Database } from './database/database';
import type { News } from './database/news';
import { createEventStreams } from './http/event-streams';
import { createLookSignIn } from './http/look-sign-in';
import type { Metrics } from './http/metrics';
import { createAttempts } from './requests/attempts';
import { createFollowUps } from './requests/follow-ups';
import { createLooks } from './requests/looks';
import { createSpreadChecks } from './requests/spread-checks';
import { createRequestStore } from './requests/store';
import type { Settings } from './settings';
import { createAdministratorLook } from './tenant/administrator-look';
import { createCodeRedemption } from './tenant/administrator-token';
import { scopesNeededIn, type Tenants } from './tenants';

/** The way of a request from its link to the proof: attempts and looks at Microsoft, what follows a return, and who hears of it. */
export type Approvals = ReturnType<typeof createApprovals>;

export function createApprovals(parts: {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** Seals what goes to Microsoft and comes back. */
  readonly stateKey: Uint8Array;
  readonly news: News;
  readonly checks: Tenants['checks'];
  readonly metrics: Metrics;
  readonly onTrouble: (error: unknown) => void;
}) {
  const { settings, database, clock, fetch, stateKey, news, checks, metrics, onTrouble } = parts;

  const requests = createRequestStore(database, clock);
  const attempts = createAttempts(database, clock, stateKey);
  const followUps = createFollowUps({ database, clock, news, onTrouble });
  const streams = createEventStreams({ requests, news, clock, count: metrics.streaming, onTrouble });

  const looks = createLooks(database, clock, stateKey);
  const lookSignIn = createLookSignIn(settings, looks, PERMISSION_SET);
  const takeLook = createAdministratorLook({
    clientId: settings.clientId,
    graphOrigin: settings.cloud.graphOrigin,
    wantedScopes: scopesNeededIn(permissionSetFor('no-autopilot', PERMISSION_SET)),
    redeem: createCodeRedemption(settings, fetch, clock),
    fetch,
    clock,
  });
  const spreadChecks = createSpreadChecks({ database, clock, checks, requests, news, onTrouble });
  return { requests, attempts, followUps, streams, looks, lookSignIn, takeLook, spreadChecks };
}
