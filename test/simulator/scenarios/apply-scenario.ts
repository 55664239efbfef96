import type { Directory } from '../entra/directory';
import type { SimulatedEntra } from '../entra/entra';
import { needsAdministrator } from '../entra/graph-permissions';
import type { GraphPermission } from '../entra/seed';
import type { Scenario, Step } from './scenario';

function isIn(list: readonly GraphPermission[], permission: GraphPermission): boolean {
  return list.some((other) => other.scope === permission.scope && other.kind === permission.kind);
}

const delegated = (list: readonly GraphPermission[]): readonly GraphPermission[] =>
  list.filter(({ kind }) => kind === 'delegated');

function take(directory: Directory, step: Step): void {
  const permissions = (without: readonly GraphPermission[] = []): readonly GraphPermission[] =>
    directory.application.requestedPermissions.filter((permission) => !isIn(without, permission));
  switch (step.set) {
    case 'granted':
      return directory.setTenantGrant(step.tenant, permissions(step.without));
    case 'granted-delegated':
      return directory.grantForTenant(step.tenant, delegated(permissions()), false);
    case 'granted-by-user': {
      // A user cannot consent to what only an administrator can.
      const own = delegated(permissions(step.without)).filter(({ scope }) => !needsAdministrator(scope));
      return directory.grantForUser(step.user, own);
    }
    case 'granted-by-script':
      return directory.grantForUser(step.user, delegated(permissions()), undefined, false);
    case 'quirk':
      return directory.setQuirk(step.quirk, true);
    case 'user-consent':
      return directory.setUserConsentPolicy(step.tenant, step.policy);
    case 'assignment-required':
      return directory.setAssignmentRequired(step.tenant, true);
    case 'assigned':
      return directory.assignUser(step.user);
    case 'application-disabled':
      return directory.setApplicationEnabled(step.tenant, false);
    case 'account-disabled':
      return directory.setUserEnabled(step.user, false);
    case 'conditional-access':
      return directory.setConditionalAccess(step.tenant, step.policy);
    case 'propagation-delay':
      return directory.setPropagationDelay(step.delayMs);
    case 'opaque-graph-tokens':
      return directory.setOpaqueGraphTokens(true);
    case 'fault':
      directory.injectFault(step.fault);
      return;
    default:
      return step satisfies never;
  }
}

/** Brings the tenant from any state into the scenario's: everything is reset first, sign-ins too. */
export function applyScenario(entra: Pick<SimulatedEntra, 'directory' | 'reset'>, chosen: Scenario): void {
  entra.reset();
  for (const step of chosen.steps) take(entra.directory, step);
}
