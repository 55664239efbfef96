import type { CloudName } from '../cloud';
import type { GroupName } from './names';
import { anyText, connect, lines, list, quoted } from './powershell';

/** What the script is made for. */
export interface LimitScriptValues {
  readonly group: GroupName;
  readonly clientId: string;
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
export const limitScript = ({
  group,
  clientId,
  domain,
  cloud,
  roles,
  limitedScopes,
}: LimitScriptValues): string =>
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
        $objectId = Read-Host -Prompt 'Object ID of ExtendSync (Entra, Enterprise applications, not App registrations)'
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
