import type { CloudName } from '../cloud';
import { parseGuid } from '../tenant';
import type { MailboxName } from './names';
import { anyText, connect, lines, quoted } from './powershell';

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
  const clientId = parseGuid(request.clientId);
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
