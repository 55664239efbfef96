import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReasonMessage } from '../../core/shown/message';
import type { PermissionLine } from '../../core/shown/model';
import type { PermissionLabels } from '../strings/permissions/catalogue';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { useRowStyles } from './row-styles';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  group: { ':not(:first-child)': { marginBlockStart: '8px' } },
  reason: { display: 'block' },
  scope: { fontFamily: tokens.fontFamilyMonospace, fontSize: '11.5px' },
  subheading: {
    margin: '4px 0 0',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
});

const SIGNS: Readonly<Record<PermissionLine['state'], IconName>> = {
  granted: 'check',
  'granted-to-you': 'person',
  'held-by-you': 'person',
  missing: 'cross',
  'not-known': 'question',
};

const LOOKS = {
  granted: 'good',
  'granted-to-you': 'attention',
  'held-by-you': 'neutral',
  missing: 'bad',
  'not-known': 'neutral',
} as const;

const KINDS = ['delegated', 'application'] as const;

/** Of what is not missing, what is granted needs no look and comes last. */
const ORDER: readonly PermissionLine['state'][] = [
  'missing',
  'granted-to-you',
  'held-by-you',
  'not-known',
  'granted',
];

/** What the list says, in the words of the page that shows it. */
interface PermissionWords {
  readonly say: (reason: ReasonMessage) => string;
  readonly tell: (key: keyof PermissionLabels) => string;
}

interface PermissionListProps {
  readonly lines: readonly PermissionLine[];
  readonly words: PermissionWords;
}

/**
 * Every permission with what it is for and, in an icon and a word, its state; by whom it lets ExtendSync act for. What is
 * missing stands before all else: it has brought the reader here. The permissions of the sign-in are one line: Microsoft
 * grants them together, and nobody decides about them one by one.
 */
export function PermissionList({ lines, words }: PermissionListProps) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  return groupsOf(lines).map(({ name, kind, rows }) => (
    <div key={name} className={styles.group}>
      <h3 className={styles.subheading}>{words.tell(`permissions.${kind}`)}</h3>
      <ul className={rowStyles.list}>
        {rows.map(({ id, state, reason, members }) => (
          <PermissionItem
            key={`${id} ${state}`}
            id={id}
            state={state}
            reason={reason ? words.say(reason) : words.tell('permissions.sign-in')}
            scopes={members.map(({ scope }) => scope)}
            optional={members.every(({ required }) => !required)}
            words={words}
          />
        ))}
      </ul>
    </div>
  ));
}

/** One line of the list. Without a reason of its own it stands for the permissions of the sign-in. */
interface Row {
  readonly id: string;
  readonly state: PermissionLine['state'];
  readonly reason?: ReasonMessage;
  readonly members: readonly PermissionLine['permission'][];
}

interface Group {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  readonly rows: readonly Row[];
}

/** What is missing, of whichever kind, stands before what is not. */
function groupsOf(lines: readonly PermissionLine[]): readonly Group[] {
  const group = (part: 'missing' | 'rest', kind: Group['kind']): Group => ({
    name: `${part} ${kind}`,
    kind,
    rows: rowsOf(
      lines.filter(
        ({ permission, state }) => permission.kind === kind && (state === 'missing') === (part === 'missing'),
      ),
    ),
  });
  return (['missing', 'rest'] as const)
    .flatMap((part) => KINDS.map((kind) => group(part, kind)))
    .filter(({ rows }) => rows.length > 0);
}

/** The rows of a group. Those of the sign-in, as one line for each state, end what is alike. */
function rowsOf(lines: readonly PermissionLine[]): readonly Row[] {
  return ORDER.flatMap((state) => {
    const alike = lines.filter((line) => line.state === state);
    const isOfSignIn = ({ permission }: PermissionLine): boolean => permission.feature === 'sign-in';
    const single = alike
      .filter((line) => !isOfSignIn(line))
      .map(({ id, reason, permission }): Row => ({ id, state, reason, members: [permission] }));
    const members = alike.filter(isOfSignIn).map(({ permission }) => permission);
    return members.length === 0 ? single : [...single, { id: 'sign-in', state, members }];
  });
}

interface PermissionItemProps {
  readonly id: string;
  readonly state: PermissionLine['state'];
  readonly reason: string;
  readonly scopes: readonly string[];
  readonly optional: boolean;
  readonly words: PermissionWords;
}

function PermissionItem({ id, state, reason, scopes, optional, words }: PermissionItemProps) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  return (
    <li className={rowStyles.row} data-permission={id} data-state={state}>
      <span className={mergeClasses(rowStyles.sign, rowStyles[LOOKS[state]])}>
        <Icon name={SIGNS[state]} size={14} />
      </span>
      <span>
        <span className={styles.reason}>{reason}</span>
        <span className={rowStyles.small}>
          <span className={rowStyles.state}>{words.tell(`permission.${state}`)}</span>
          {' · '}
          <span className={styles.scope} dir="ltr" translate="no">
            {scopes.join(', ')}
          </span>
          {optional && ` · ${words.tell('permission.optional')}`}
        </span>
      </span>
    </li>
  );
}
