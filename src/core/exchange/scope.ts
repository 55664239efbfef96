import type { CloudName } from '../cloud';
import { permissionId, type PermissionId, type PermissionSet } from '../permissions';
import { parseGuid, type DomainName } from '../tenant';
import { limitScript } from './limit-script';
import type { GroupName } from './names';
import { exchangeRoleFor } from './roles';

/*
 * Limits what ExtendSync may do by itself to the mailboxes of one group, with Exchange Online's RBAC for Applications
 * (https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac): one role assignment for each permission
 * that Exchange has a role for, limited to the members of the group (`RecipientGroupScope`,
 * https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/new-managementroleassignment: *"Individual
 * members of the specified group (not nested groups)"*). An administrator runs the script; we change nothing ourselves.
 */

export interface ExchangeScopeRequest {
  readonly group: GroupName;
  readonly clientId: string;
  readonly permissions: PermissionSet;
  /** A domain of the tenant: the script stops when it is connected to another one. */
  readonly tenantDomain?: DomainName | undefined;
  /** The tenant's cloud; the global one where it is left out. */
  readonly cloud?: CloudName;
}

/** What an administrator has to know beside the script. A message key in the screens is `exchange-note.<name>`. */
export type ExchangeNote =
  | { readonly name: 'exchange-administrator-needed' }
  /** Entra's grant and Exchange's add up: until these are revoked in Entra, nothing is limited. */
  | { readonly name: 'grants-add-up'; readonly scopes: readonly string[] }
  /** Approving everything again (`/.default`) brings the unlimited grant back. */
  | { readonly name: 'new-consent-undoes-limit'; readonly scopes: readonly string[] }
  /** These reach the whole organisation all the same. */
  | { readonly name: 'not-limited'; readonly scopes: readonly string[] }
  | { readonly name: 'direct-members-only' }
  | { readonly name: 'takes-effect-later'; readonly fromMinutes: number; readonly toMinutes: number }
  /** Application Access Policies limit Entra's grants only, and Microsoft has replaced them by this. */
  | { readonly name: 'replaces-access-policies' };

export interface ExchangeScope {
  /** PowerShell, in ASCII, with lines that end in `\n`. */
  readonly script: string;
  readonly notes: readonly ExchangeNote[];
  /** Exchange's names of the roles that the script assigns. */
  readonly roles: readonly string[];
  /** Application permissions that Exchange has no role for. */
  readonly leftOut: readonly PermissionId[];
}

export type ExchangeScopeAnswer =
  | ({ readonly ok: true } & ExchangeScope)
  /** No permission of the set is one that Exchange can limit, or the client id is no GUID. */
  | { readonly ok: false; readonly problem: 'nothing-to-limit' | 'client-id' };

/** The script that limits ExtendSync's application permissions to a group, and what to know about it. */
export function exchangeScopeScript(request: ExchangeScopeRequest): ExchangeScopeAnswer {
  const clientId = parseGuid(request.clientId);
  if (clientId === undefined) return { ok: false, problem: 'client-id' };

  const application = request.permissions.filter(({ kind }) => kind === 'application');
  const limited = application.filter((permission) => exchangeRoleFor(permission) !== undefined);
  const leftOut = application.filter((permission) => exchangeRoleFor(permission) === undefined);
  if (limited.length === 0) return { ok: false, problem: 'nothing-to-limit' };
  const roles = limited.flatMap((permission) => exchangeRoleFor(permission) ?? []);
  const limitedScopes = limited.map(({ scope }) => scope);
  const leftOutScopes = leftOut.map(({ scope }) => scope);

  return {
    ok: true,
    script: limitScript({
      group: request.group,
      clientId,
      domain: request.tenantDomain ?? '',
      cloud: request.cloud ?? 'global',
      roles,
      limitedScopes,
    }),
    roles,
    leftOut: leftOut.map(permissionId),
    notes: [
      { name: 'exchange-administrator-needed' },
      { name: 'grants-add-up', scopes: limitedScopes },
      { name: 'new-consent-undoes-limit', scopes: limitedScopes },
      ...(leftOut.length === 0 ? [] : [{ name: 'not-limited', scopes: leftOutScopes } as const]),
      { name: 'direct-members-only' },
      { name: 'takes-effect-later', fromMinutes: 30, toMinutes: 120 },
      { name: 'replaces-access-policies' },
    ],
  };
}
