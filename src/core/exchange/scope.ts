import type { CloudName } from '../cloud';
import { exchangeRoleFor } from './roles';
import { permissionId, type PermissionId, type PermissionSet } from '../permissions';
import { parseTenantId, type DomainName } from '../tenant';

/*
 * Limits what ExtendSync may do by itself to the mailboxes of one group, with Exchange Online's RBAC for Applications
 * (https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac): one role assignment for each permission
 * that Exchange has a role for, limited to the members of the group (`RecipientGroupScope`,
 * https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/new-managementroleassignment: *"Individual
 * members of the specified group (not nested groups)"*). An administrator runs the script; we change nothing ourselves.
 */

declare const brand: unique symbol;

/** A group as an administrator names it: name, alias, address or id. Made only by `parseGroup`. */
export type GroupName = string & { readonly [brand]: 'GroupName' };

/** A mailbox as an administrator names it. Made only by `parseMailbox`. */
export type MailboxName = string & { readonly [brand]: 'MailboxName' };

/** Why a text cannot name a group or a mailbox. */
export type NameProblem =
  | 'empty'
  | 'too-long'
  /** Line breaks and other controls: nobody types them, and they could hide a part of the script. */
  | 'control-characters'
  /** Marks that turn the direction of the text, or that nobody sees: the script would not read as it runs. */
  | 'hidden-characters'
  /** Half of a character, as a broken copy leaves it. */
  | 'broken-characters'
  /** Exchange takes `*` for "any text", and the limit would reach another group. */
  | 'wildcard';

export type ParsedName<Name> =
  { readonly ok: true; readonly name: Name } | { readonly ok: false; readonly problem: NameProblem };

// The longest that names anything here is a display name (256 characters); Exchange's names and aliases have 64.
const NAME_MOST_CHARACTERS = 256;

// U+200C and U+200D stay: names in Persian and in Indian scripts are spelt with them.
const HIDDEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;

function problemOf(text: string): NameProblem | undefined {
  if (text === '') return 'empty';
  if (text.length > NAME_MOST_CHARACTERS) return 'too-long';
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return 'control-characters';
  if (HIDDEN.test(text)) return 'hidden-characters';
  if (/\p{Surrogate}/u.test(text)) return 'broken-characters';
  return text.includes('*') ? 'wildcard' : undefined;
}

function parseName<Name extends string>(text: string): ParsedName<Name> {
  // Only blanks: `trim` would also take away line breaks and the byte order mark, which are problems to be told.
  const name = text.replace(/^[ \t]+|[ \t]+$/g, '');
  const problem = problemOf(name);
  return problem === undefined ? { ok: true, name: name as Name } : { ok: false, problem };
}

/** Reads the name, alias, address or id of a group. Whether there is such a group only Exchange knows. */
export const parseGroup = (text: string): ParsedName<GroupName> => parseName(text);

/** Reads the address, alias, name or id of a mailbox to test with. */
export const parseMailbox = (text: string): ParsedName<MailboxName> => parseName(text);

export interface ExchangeScopeRequest {
  readonly group: GroupName;
  readonly clientId: string;
  /** The object id of the enterprise application in the tenant, where it is known; the script asks for it otherwise. */
  readonly servicePrincipalObjectId?: string;
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
  /** No permission of the set is one that Exchange can limit, or an id is no GUID. */
  | { readonly ok: false; readonly problem: 'nothing-to-limit' | 'client-id' | 'object-id' };

/** The script that limits ExtendSync's application permissions to a group, and what to know about it. */
export function exchangeScopeScript(request: ExchangeScopeRequest): ExchangeScopeAnswer {
  const clientId = parseTenantId(request.clientId);
  if (clientId === undefined) return { ok: false, problem: 'client-id' };
  const objectId =
    request.servicePrincipalObjectId === undefined ? '' : parseTenantId(request.servicePrincipalObjectId);
  if (objectId === undefined) return { ok: false, problem: 'object-id' };

  const application = request.permissions.filter(({ kind }) => kind === 'application');
  const limited = application.filter((permission) => exchangeRoleFor(permission) !== undefined);
  const leftOut = application.filter((permission) => exchangeRoleFor(permission) === undefined);
  if (limited.length === 0) return { ok: false, problem: 'nothing-to-limit' };
  const roles = limited.flatMap((permission) => exchangeRoleFor(permission) ?? []);
  const limitedScopes = limited.map(({ scope }) => scope);
  const leftOutScopes = leftOut.map(({ scope }) => scope);

  return {
    ok: true,
    script: scopeScript({
      group: request.group,
      clientId,
      objectId,
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

/**
 * A script that shows what ExtendSync may do in Exchange, and whether a mailbox is within the limit. It changes
 * nothing. Exchange's test leaves out what Entra grants, and it does not wait for Exchange's cache.
 *
 * @returns the script, or undefined where `clientId` is no GUID.
 */
export function testScript(request: {
  readonly clientId: string;
  readonly mailbox?: MailboxName | undefined;
  readonly cloud?: CloudName;
}): string | undefined {
  const clientId = parseTenantId(request.clientId);
  if (clientId === undefined) return undefined;
  return lines(`
# Shows which Exchange roles ExtendSync holds, and for which mailboxes. It changes nothing.
# InScope says whether the mailbox is within the limit: True for a member of the group, False for everybody else.
# "Not Run" means that no mailbox was named. Try one of the group, then one outside it.
# What Microsoft Entra grants is NOT shown here: look at Permissions of the enterprise application there.

function Test-ExtendSyncLimit {
    [CmdletBinding()]
    param()

    $appId = ${quoted(clientId)}
    $mailbox = ${anyText(request.mailbox ?? '')}

    ${connect(request.cloud ?? 'global')}

    $question = @{ Identity = $appId; ErrorAction = 'Stop' }
    if ($mailbox) { $question['Resource'] = $mailbox }
    Test-ServicePrincipalAuthorization @question |
        Format-Table -Property @('RoleName', 'GrantedPermissions', 'AllowedResourceScope', 'ScopeType', 'InScope')
}

Test-ExtendSyncLimit
`);
}

/**
 * A PowerShell string literal. In single quotes nothing is special but the quote itself, which is doubled
 * (https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules). PowerShell
 * takes the typographic quotes U+2018 to U+201B for single quotes as well, so only ASCII may come here.
 */
const quoted = (ascii: string): string => `'${ascii.replace(/'/g, "''")}'`;

/**
 * An expression for a text of any characters, as a single literal. Everything outside ASCII is written as `\uXXXX`,
 * which `Regex.Unescape` reads back. So no typographic quote stands in the script, and none can arise from it: Windows
 * PowerShell reads a file without byte order mark in the machine's code page, where one byte of a letter in UTF-8 can
 * be a quote.
 */
function anyText(text: string): string {
  const ascii = text.replace(/[^ -[\]-~]/g, (unit) =>
    unit === '\\' ? '\\\\' : `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `[regex]::Unescape(${quoted(ascii)})`;
}

const list = (values: readonly string[]): string => `@(${values.map(quoted).join(', ')})`;

const lines = (text: string): string => text.replace(/^\n/, '');

// https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/connect-exchangeonline, ExchangeEnvironmentName.
const EXCHANGE_ENVIRONMENTS: Readonly<Record<CloudName, string>> = {
  global: 'O365Default',
  usgov: 'O365USGovGCCHigh',
  'usgov-dod': 'O365USGovDoD',
  china: 'O365China',
  // A cloud of the installation's own settings is one that we know no name for.
  custom: 'O365Default',
};

// Exchange's commands live in a module and do not see the script's $ErrorActionPreference: each is told by itself.
const connect = (cloud: CloudName): string =>
  `
    # Connect, unless this window is connected already.
    if (-not (Get-Command -Name 'Connect-ExchangeOnline' -ErrorAction SilentlyContinue)) {
        throw 'The module is missing. Run: Install-Module ExchangeOnlineManagement -Scope CurrentUser'
    }
    $connection = Get-ConnectionInformation -ErrorAction SilentlyContinue |
        Where-Object { $_.State -eq 'Connected' -and -not $_.IsEopSession }
    if (-not $connection) {
        $environment = ${quoted(EXCHANGE_ENVIRONMENTS[cloud])}
        Connect-ExchangeOnline -ExchangeEnvironmentName $environment -ShowBanner:$false -ErrorAction Stop
    }
`.trim();

interface ScriptValues {
  readonly group: GroupName;
  readonly clientId: string;
  /** Empty where it is not known. */
  readonly objectId: string;
  /** Empty where it is not known. */
  readonly domain: string;
  readonly cloud: CloudName;
  readonly roles: readonly string[];
  readonly limitedScopes: readonly string[];
}

/**
 * The statements are the same for all values; values stand in literals only, and each in one place. What a `Get-` command
 * answers is looked through once more by the exact name or id: since December 2025 its pages warn that for *"a
 * non-existent value for the Identity parameter"* it may answer *all* objects
 * (https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/get-managementroleassignment, and its neighbours).
 */
const scopeScript = ({
  group,
  clientId,
  objectId,
  domain,
  cloud,
  roles,
  limitedScopes,
}: ScriptValues): string =>
  lines(`
# Limits what ExtendSync may do by itself to the mailboxes of one group.
# It uses Role Based Access Control for Applications of Exchange Online:
# https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac
#
# Who: an Exchange Administrator, or a member of Organization Management.
# How: paste it into PowerShell, or save it as a file and run that. It needs the module ExchangeOnlineManagement.
# It asks before each change. Add -WhatIf to the last line to see what it would do, without any change.
# It can be run again: what is there already is brought in line, and nothing is made twice.

function Limit-ExtendSync {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param()

    $ErrorActionPreference = 'Stop'

    # What this script was made for. \\uXXXX stands for a letter outside ASCII.
    $groupName = ${anyText(group)}
    $appId = ${quoted(clientId)}
    $objectId = ${quoted(objectId)}
    $domain = ${quoted(domain)}
    $roles = ${list(roles)}
    $revokeInEntra = ${list(limitedScopes)}

    # Names that tell where these come from. The start of the application id keeps two installations apart.
    $label = 'ExtendSync ' + $appId.Substring(0, 8)

    ${connect(cloud)}
    if ($domain) {
        $accepted = Get-AcceptedDomain -Identity $domain -ErrorAction SilentlyContinue |
            Where-Object { [string]$_.DomainName -eq $domain }
        if (-not $accepted) {
            throw ('This window is connected to another organization: it has no domain {0}.' -f $domain)
        }
    }

    # Step 1. Find the group. There must be exactly one, and of a kind that Exchange can use as a limit.
    $groups = @(Get-Group -Identity $groupName -ErrorAction Stop | Where-Object {
        $names = [string[]]@($_.Name, $_.DisplayName, $_.WindowsEmailAddress, $_.DistinguishedName, $_.Guid)
        $names -contains $groupName
    })
    if ($groups.Count -ne 1) {
        throw ('{0} groups have this name. Use the Name or the Guid that Get-Group shows.' -f $groups.Count)
    }
    $group = $groups[0]
    $usable = @('MailUniversalSecurityGroup', 'MailUniversalDistributionGroup', 'GroupMailbox')
    if ($usable -notcontains [string]$group.RecipientTypeDetails) {
        throw 'Use a mail-enabled security group, a distribution list or a Microsoft 365 group.'
    }

    # Step 2. Count whom the limit reaches: the mailboxes that are direct members.
    $groupId = [string]$group.Guid
    if (-not $groupId) {
        throw 'Exchange gave no Guid of this group. Use another group.'
    }
    if ([string]$group.RecipientTypeDetails -eq 'GroupMailbox') {
        $all = Get-UnifiedGroupLinks -Identity $groupId -LinkType Members -ResultSize Unlimited -ErrorAction Stop
    } else {
        $all = Get-DistributionGroupMember -Identity $groupId -ResultSize Unlimited -ErrorAction Stop
    }
    $members = @($all | Where-Object { [string]$_.RecipientTypeDetails -like '*Mailbox' })
    Write-Host ('Group: {0}. Mailboxes that are direct members: {1}.' -f $group.DisplayName, $members.Count)
    if ($members.Count -eq 0) {
        Write-Warning 'No mailbox is a direct member. Members of groups inside the group do not count.'
    }

    # Step 3. Make the application known to Exchange. It must exist as an enterprise application in Entra.
    $principal = Get-ServicePrincipal -Identity $appId -ErrorAction SilentlyContinue |
        Where-Object { [string]$_.AppId -eq $appId }
    if (-not $principal) {
        if (-not $objectId) {
            $objectId = Read-Host -Prompt 'Object ID of ExtendSync (Entra, Enterprise applications, not App registrations)'
        }
        $objectId = [guid]::Parse($objectId).ToString()
        if ($PSCmdlet.ShouldProcess($appId, 'Make ExtendSync known to Exchange Online')) {
            $null = New-ServicePrincipal -AppId $appId -ObjectId $objectId -DisplayName $label -ErrorAction Stop
        } elseif (-not $WhatIfPreference) {
            throw 'Stopped. Nothing was changed.'
        }
    } else {
        # An application that was deleted in Entra and approved anew has a new object ID. Exchange removes the old one by
        # itself, and its assignments with it; until then it stands here.
        $known = [string]$principal.ObjectId
        if ($objectId -and $known -ne $objectId) {
            throw ('Exchange knows ExtendSync by another object ID: {0}. Run Remove-ServicePrincipal -Identity {0}, then this again.' -f $known)
        }
        Write-Host ('Exchange knows ExtendSync by the object ID {0}. Entra, Enterprise applications, must show the same.' -f $known)
        Write-Host 'If it does not, run Remove-ServicePrincipal with that ID, then this again.'
    }

    # Step 4. One role for each permission, for the members of the group only. A limit from before is replaced.
    foreach ($role in $roles) {
        $name = '{0} {1}' -f $label, $role
        $assignment = Get-ManagementRoleAssignment -Identity $name -ErrorAction SilentlyContinue |
            Where-Object { [string]$_.Name -eq $name }
        if ($PSCmdlet.ShouldProcess($role, ('Allow this for the members of {0}' -f $group.DisplayName))) {
            if ($assignment) {
                Set-ManagementRoleAssignment -Identity $name -RecipientGroupScope $groupId -ErrorAction Stop
            } else {
                $null = New-ManagementRoleAssignment -Name $name -App $appId -Role $role -RecipientGroupScope $groupId -ErrorAction Stop
            }
        } elseif (-not $WhatIfPreference) {
            throw 'Stopped. Not every permission is limited.'
        }
    }

    if ($WhatIfPreference) { return }

    # Step 5. Show what holds now. A role for the whole organization would undo the limit.
    $held = @(Test-ServicePrincipalAuthorization -Identity $appId -ErrorAction Stop)
    $held | Format-Table -Property @('RoleName', 'AllowedResourceScope', 'ScopeType') | Out-Host
    if ($held | Where-Object { [string]$_.ScopeType -eq 'Organization' }) {
        Write-Warning 'ExtendSync also holds a role for the whole organization. Remove that assignment.'
    }

    # Step 6. What is left to do by hand. Grants add up: what Entra grants reaches all mailboxes until it is revoked.
    Write-Warning ('Now revoke these application permissions of ExtendSync in Entra: {0}.' -f ($revokeInEntra -join ', '))
    Write-Host 'Entra admin center, Enterprise applications, ExtendSync, Permissions. Keep all the others.'
    Write-Host 'Exchange takes from 30 minutes to 2 hours until the change is in effect everywhere.'
}

Limit-ExtendSync
`);
