import type { WebhookType } from '../../../src/core/ledger/webhook';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { PermissionSet } from '../../../src/core/permissions';
import type { TenantId } from '../../../src/core/tenant';
import type { Clock } from '../../../src/ports';
import type { Database } from '../../../src/service/database/database';
import { openNews } from '../../../src/service/database/news';
import { createLedger, type Ledger } from '../../../src/service/ledger/ledger';
import { createRecorder } from '../../../src/service/ledger/recorder';
import {
  createTenantSweep,
  type SweepOutcome,
  type TenantSweep,
} from '../../../src/service/ledger/tenant-sweep';
import { createTenantChecks, type TenantChecks } from '../../../src/service/tenant/checks';
import { aroundStatements } from '../../../src/service/database/around-statements';
import type { TenantFacts } from '../../../src/service/tenant/facts';

const DAY_MS = 24 * 60 * 60_000;

/** The ledger, the checks and the sweep on a database, as the service puts them together, in front of a given Microsoft. */
export interface LedgerParts {
  readonly ledger: Ledger;
  readonly sweep: TenantSweep;
  readonly checks: TenantChecks;
  /** Resolves when what the checks have found so far stands in the ledger. */
  readonly recorded: () => Promise<void>;
  readonly outcomes: SweepOutcome[];
  readonly troubles: unknown[];
  close(): Promise<void>;
}

export async function startLedgerParts(
  database: Database,
  clock: Clock,
  microsoft: (tenant: TenantId) => Promise<TenantFacts>,
  onToTell?: (type: WebhookType) => void,
): Promise<LedgerParts> {
  const news = await openNews(database, clock, () => undefined);
  const outcomes: SweepOutcome[] = [];
  const troubles: unknown[] = [];
  const onTrouble = (error: unknown): void => void troubles.push(error);
  let hasStopped = false;
  const ledger = createLedger({ database, clock, set: PERMISSION_SET, checkEveryMs: DAY_MS, onToTell });
  const recorder = createRecorder({ ledger, set: PERMISSION_SET, onTrouble });
  const checks = createTenantChecks({
    database,
    clock,
    news,
    set: PERMISSION_SET,
    reader: { read: microsoft, readPersonal: () => Promise.resolve({ scopes: undefined }) },
    registration: undefined,
    onChecked: () => undefined,
    onAnswered: recorder.record,
    onTrouble,
  });
  const sweep = createTenantSweep({
    database,
    clock,
    checkEveryMs: DAY_MS,
    checks,
    recorded: recorder.allWritten,
    onAsked: (outcome) => outcomes.push(outcome),
    onTrouble,
    hasStopped: () => hasStopped,
  });
  return {
    ledger,
    sweep,
    checks,
    recorded: recorder.allWritten,
    outcomes,
    troubles,
    async close() {
      hasStopped = true;
      await checks.close();
      await recorder.allWritten().catch(() => undefined);
      await news.close().catch(() => undefined);
    },
  };
}

/** What Microsoft says of an organisation whose administrator has granted these permissions for everybody. */
export const grantedFacts = (permissions: PermissionSet, tenantName = 'Contoso'): TenantFacts => ({
  kind: 'token',
  roles: scopesOf(permissions, 'application'),
  directory: {
    kind: 'read',
    tenantName,
    applicationId: '00000000-0000-4000-8000-0000000000a1',
    graphId: '00000000-0000-4000-8000-0000000000a2',
    enabled: true,
    assignmentRequired: false,
    tenantScopes: scopesOf(permissions, 'delegated'),
  },
});
const scopesOf = (permissions: PermissionSet, wanted: 'application' | 'delegated'): readonly string[] =>
  permissions.filter(({ kind }) => kind === wanted).map(({ scope }) => scope);

/** A process that is killed: from its statement number `after` on, none of its statements reaches the database. */
export function dyingDatabase(
  database: Database,
  after: number,
): { readonly database: Database; readonly isDead: () => boolean } {
  let statements = 0;
  const unlessDead = <T>(run: () => Promise<T>): Promise<T> => {
    statements += 1;
    return statements > after ? Promise.reject(new Error('this process was killed')) : run();
  };
  return {
    database: {
      ...aroundStatements(database, unlessDead),
      // What it had begun goes with it.
      exclusively: (work) =>
        database.exclusively((session) =>
          work({
            query: (sql, values) => unlessDead(() => session.query(sql, values)),
            script: (sql) => unlessDead(() => session.script(sql)),
          }),
        ),
    },
    isDead: () => statements > after,
  };
}
