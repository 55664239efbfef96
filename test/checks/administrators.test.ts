import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PERMISSION_SET } from '../../src/core/permission-set';
import { approverRolesFor, permissionId, type Permission } from '../../src/core/permissions';
import { permissionSetFor, type Situation } from '../../src/core/situation';
import { reasonOf } from '../../src/core/shown/permission-lines';
import { tell, type ApprovalMessage } from '../../src/core/approval/message';
import { sectionsOf } from '../../src/core/approval/screens/sections';
import { approvalEn } from '../../src/ui/strings/approval/en';
import { createApprovalWords } from '../../src/ui/strings/approval/words';
import { en } from '../../src/ui/strings/en';

/** 13.9: what the page for administrators repeats is what the product asks and says. */

const page = readFileSync(path.resolve(__dirname, '../../docs/ADMINISTRATORS.md'), 'utf8');
const text = page.replace(/\s+/g, ' ');
const words = createApprovalWords({
  language: 'en',
  catalogue: en,
  approvalCatalogue: approvalEn,
  locale: 'en-US',
  now: () => 0,
});

/** The columns of the table, each by one of the answers that it stands for. */
const COLUMNS: readonly Situation[] = ['autopilot-everyone', 'no-autopilot', 'group-edition'];

const needOf = (permission: Permission, situation: Situation): string => {
  const found = permissionSetFor(situation, PERMISSION_SET).find(
    (one) => permissionId(one) === permissionId(permission),
  );
  if (found === undefined) return '';
  return found.required ? 'needed' : words.label('permission.optional');
};

const rowsOf = (kind: Permission['kind']): readonly (readonly string[])[] =>
  PERMISSION_SET.filter((permission) => permission.kind === kind).map((permission) => [
    `\`${permission.scope}\``,
    ...COLUMNS.map((situation) => needOf(permission, situation)),
    words.tell(reasonOf(permissionId(permission))),
  ]);

/** The cells of the table below a heading, without the head. */
const tableBelow = (heading: string): readonly (readonly string[])[] =>
  (page.split(`### ${heading}\n`)[1] ?? '')
    .split(/^#/m, 1)
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test.each(['delegated', 'application'] as const)('lists every %s permission, with its reason', (kind) => {
  expect(tableBelow(words.label(`permissions.${kind}`))).toEqual(rowsOf(kind));
});

test.each<[string, ApprovalMessage]>([
  ...(['autopilot-everyone', 'no-autopilot'] as const).map(
    (situation) =>
      [
        `who may approve: ${situation}`,
        tell('approval.roles-needed', {
          roles: approverRolesFor(permissionSetFor(situation, PERMISSION_SET)),
        }),
      ] as [string, ApprovalMessage],
  ),
  ...sectionsOf(PERMISSION_SET)
    .flatMap(({ lines }) => lines)
    .map((line) => [line.key, line] as [string, ApprovalMessage]),
  ['where nothing is decided', tell('approval.invitation.decide')],
  ['how a look is made', tell('approval.confirm.how')],
])('says it in the words of the page: %s', (_name, message) => {
  expect(text).toContain(words.tell(message));
});
