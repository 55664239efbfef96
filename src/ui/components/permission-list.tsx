import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { PermissionLine } from '../../core/shown/model';
import { softTint } from '../soft-tint';
import { usePane } from '../pane/pane-context';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  group: { ':not(:first-child)': { marginBlockStart: '8px' } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '10px',
    paddingBlock: '8px',
    fontSize: '13px',
    lineHeight: '19px',
  },
  sign: {
    width: '20px',
    height: '20px',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    boxSizing: 'border-box',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  granted: {
    backgroundColor: softTint(tokens.colorStatusSuccessBackground2, 50),
    color: tokens.colorStatusSuccessForeground1,
  },
  'granted-to-you': {
    backgroundColor: softTint(tokens.colorStatusWarningBackground2, 50),
    color: tokens.colorStatusWarningForeground3,
  },
  missing: {
    backgroundColor: softTint(tokens.colorStatusDangerBackground2, 50),
    color: tokens.colorStatusDangerForeground1,
  },
  'not-known': { backgroundColor: tokens.colorNeutralStencil1, color: tokens.colorNeutralForeground2 },
  reason: { display: 'block', overflowWrap: 'anywhere' },
  facts: {
    display: 'block',
    marginBlockStart: '1px',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
  state: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  scope: { fontFamily: tokens.fontFamilyMonospace, fontSize: '11.5px', overflowWrap: 'anywhere' },
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

const KINDS = ['delegated', 'application'] as const;

/** Every permission with what it is for and, in an icon and a word, its state; by whom it lets ExtendSync act for. */
export function PermissionList({ lines }: { readonly lines: readonly PermissionLine[] }) {
  const styles = useStyles();
  const { words } = usePane();
  return KINDS.map((kind) => {
    const ofKind = lines.filter(({ permission }) => permission.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <div key={kind} className={styles.group}>
        <h3 className={styles.subheading}>{words.label(`permissions.${kind}`)}</h3>
        <ul className={styles.list}>
          {ofKind.map((line) => (
            <PermissionItem key={line.id} line={line} />
          ))}
        </ul>
      </div>
    );
  });
}

function PermissionItem({ line }: { readonly line: PermissionLine }) {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <li className={styles.line} data-permission={line.id} data-state={line.state}>
      <span className={mergeClasses(styles.sign, styles[line.state])}>
        <Icon name={SIGNS[line.state]} size={14} />
      </span>
      <span>
        <span className={styles.reason}>{words.say(line.reason)}</span>
        <span className={styles.facts}>
          <span className={styles.state}>{words.label(`permission.${line.state}`)}</span>
          {' · '}
          <span className={styles.scope} dir="ltr" translate="no">
            {line.permission.scope}
          </span>
          {!line.permission.required && ` · ${words.label('permission.optional')}`}
        </span>
      </span>
    </li>
  );
}
