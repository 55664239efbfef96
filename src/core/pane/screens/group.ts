import { parseGroup, parseMailbox, type NameProblem } from '../../exchange/names';
import { exchangeScopeScript, type ExchangeNote } from '../../exchange/scope';
import { testScript } from '../../exchange/test-script';
import type { State } from '../state';
import { permissionSetFor } from '../../situation';
import { applicationsUrl } from '../../support/portals';

/** What the screen about the group shows for what stands in its two fields. */
export type GroupModel =
  | { readonly kind: 'problem'; readonly problem: NameProblem }
  /** No permission that Exchange could limit, or an id that is none. */
  | { readonly kind: 'nothing-to-limit' }
  | {
      readonly kind: 'guide';
      readonly group: string;
      readonly script: string;
      readonly roles: readonly string[];
      readonly notes: readonly ExchangeNote[];
      readonly test: string;
      /** What stands in the field for the mailbox is no name: the test is made without it. */
      readonly mailboxProblem?: NameProblem | undefined;
      /** Where the unlimited grant is revoked; undefined in a cloud of the installation's own. */
      readonly entraUrl?: string | undefined;
    };

/** Reads the fields and writes the scripts for this installation and this mailbox's organisation. */
export function groupOf(
  { setup, mailbox }: State,
  fields: { readonly group: string; readonly mailbox: string },
): GroupModel {
  const group = parseGroup(fields.group);
  if (!group.ok) return { kind: 'problem', problem: group.problem };
  const scope = exchangeScopeScript({
    group: group.name,
    clientId: setup.clientId,
    permissions: permissionSetFor('autopilot-groups', setup.set),
    cloud: setup.cloudName,
    tenantDomain: mailbox?.domain,
  });
  if (!scope.ok) return { kind: 'nothing-to-limit' };
  const tested = fields.mailbox.trim() === '' ? undefined : parseMailbox(fields.mailbox);
  const test = testScript({
    clientId: setup.clientId,
    cloud: setup.cloudName,
    mailbox: tested?.ok === true ? tested.name : undefined,
  });
  if (test === undefined) return { kind: 'nothing-to-limit' };
  const entraUrl = applicationsUrl(setup.cloudName, mailbox?.tenant);
  return {
    kind: 'guide',
    group: group.name,
    script: scope.script,
    roles: scope.roles,
    notes: scope.notes,
    test,
    mailboxProblem: tested?.ok === false ? tested.problem : undefined,
    entraUrl,
  };
}
