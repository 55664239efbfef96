import { PERMISSION_SET } from '../core/permission-set';
import { requiredOf, scopesOf, type PermissionSet } from '../core/permissions';
import { permissionSetFor } from '../core/situation';
import type { Clock } from '../ports';
import type { BackgroundLog } from './background-log';
import type { Database } from './database/database';
import type { News } from './database/news';
import type { Metrics } from './http/metrics';
import { createDomains } from './ledger/domains';
import { createLedger } from './ledger/ledger';
import { createRecorder } from './ledger/recorder';
import type { Settings } from './settings';
import { createAppTokens } from './tenant/app-token';
import { createTenantChecks } from './tenant/checks';
import { createTenantReader, type TenantReader } from './tenant/reader';
import { createRegistrationCheck } from './tenant/registration';
import { createAskWhose, createTenantResolver } from './tenant/resolver';

/** What is found out about the organisations: Microsoft is asked and judged, and what comes of it stands in the ledger. */
export type Tenants = ReturnType<typeof createTenants>;

export function createTenants(parts: {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** In place of Microsoft. */
  readonly reader: TenantReader | undefined;
  readonly news: News;
  readonly metrics: Metrics;
  readonly log: BackgroundLog;
  /** A webhook is to be told of what the ledger has just taken in. */
  readonly onToTell: Parameters<typeof createLedger>[0]['onToTell'];
}) {
  const { settings, database, clock, fetch, news, metrics, log, onToTell } = parts;
  const { clientId, cloud, homeTenant } = settings;
  const set = PERMISSION_SET;
  const onTrouble = log.trouble;

  const askToken = createAppTokens(settings, fetch, clock);
  const registration =
    homeTenant === undefined
      ? undefined
      : createRegistrationCheck({ homeTenant, askToken, clock, onStanding: log.standing });
  const ownReader =
    parts.reader ??
    createTenantReader({
      clientId,
      graphOrigin: cloud.graphOrigin,
      wantedScopes: scopesNeededIn(permissionSetFor(undefined, set)),
      wantedRoles: scopesOf(requiredOf(set), 'application'),
      askToken,
      fetch,
      clock,
    });

  const ledger = createLedger({ database, clock, set, checkEveryMs: settings.checkEveryMs, onToTell });
  const recorder = createRecorder({ ledger, set, onTrouble });
  const checks = createTenantChecks({
    database,
    clock,
    reader: registration?.guard(ownReader) ?? ownReader,
    registration,
    news,
    set,
    onAnswered: recorder.record,
    onTrouble,
    onChecked: (facts, tookMs) => {
      metrics.checked(facts, tookMs / 1000);
      if (facts.kind === 'no-answer') log.noAnswer(facts);
    },
  });

  const askWhose = createAskWhose(cloud.loginOrigin, fetch, clock);
  const resolveTenant = createTenantResolver(askWhose, clock);
  const domains = createDomains({ database, clock, askWhose, onTrouble });
  return { registration, checks, ledger, recorder, domains, resolveTenant };
}

/** What is not worth a second question: what is optional, and the sign-in's own words, which come with any other. */
export const scopesNeededIn = (set: PermissionSet): readonly string[] =>
  requiredOf(set).flatMap((permission) =>
    permission.kind === 'delegated' && !permission.impliedByAnyGrant ? [permission.scope] : [],
  );
