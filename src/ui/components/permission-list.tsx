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
  missing: 'cross',
  'not-known': 'question',
};

const LOOKS = {
  granted: 'good',
  'granted-to-you': 'attention',
  missing: 'bad',
  'not-known': 'neutral',
} as const;

const KINDS = ['delegated', 'application'] as const;

/** What is missing is read first; what is granted needs no look. */
const ORDER: readonly PermissionLine['state'][] = ['missing', 'granted-to-you', 'not-known', 'granted'];

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
 * Every permission with what it is for and, in an icon and a word, its state; by whom it lets ExtendSync act for. The
 * permissions of the sign-in are one line: Microsoft grants them together, and nobody decides about them one by one.
 */
export function PermissionList({ lines, words }: PermissionListProps) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  return KINDS.map((kind) => {
    const ofKind = lines
      .filter(({ permission }) => permission.kind === kind)
      .toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
    if (ofKind.length === 0) return null;
    const rows = ofKind.filter(({ permission }) => permission.feature !== 'sign-in');
    const folded = ORDER.map((state) =>
      ofKind.filter((line) => line.permission.feature === 'sign-in' && line.state === state),
    ).filter((group) => group.length > 0);
    return (
      <div key={kind} className={styles.group}>
        <h3 className={styles.subheading}>{words.tell(`permissions.${kind}`)}</h3>
        <ul className={rowStyles.list}>
          {rows.map((line) => (
            <PermissionItem
              key={line.id}
              id={line.id}
              state={line.state}
              reason={words.say(line.reason)}
              scopes={[line.permission.scope]}
              optional={!line.permission.required}
              words={words}
            />
          ))}
          {folded.map((group) => (
            <PermissionItem
              key={group[0]?.state}
              id="sign-in"
              state={group[0]?.state ?? 'not-known'}
              reason={words.tell('permissions.sign-in')}
              scopes={group.map(({ permission }) => permission.scope)}
              optional={false}
              words={words}
            />
          ))}
        </ul>
      </div>
    );
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
