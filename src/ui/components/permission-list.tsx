import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PermissionLine } from '../../core/screen-model';
import type { FaceKey } from '../strings/face-messages';
import { usePane } from '../pane-context';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '10px',
    paddingBlock: '9px',
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
  granted: { backgroundColor: tokens.colorStatusSuccessBackground2, color: tokens.colorStatusSuccessForeground1 },
  'granted-to-you': { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorStatusWarningForeground3 },
  missing: { backgroundColor: tokens.colorStatusDangerBackground2, color: tokens.colorStatusDangerForeground1 },
  'not-known': { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground2 },
  reason: { display: 'block', overflowWrap: 'anywhere' },
  facts: { display: 'block', marginBlockStart: '1px', fontSize: '12px', lineHeight: '17px', color: tokens.colorNeutralForeground3 },
  state: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  scope: { fontFamily: tokens.fontFamilyMonospace, fontSize: '11.5px', overflowWrap: 'anywhere' },
  subheading: {
    margin: '12px 0 2px',
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

/** Every permission with what it is for and, in an icon and a word, its state. The optional ones stand apart. */
export function PermissionList({ lines }: { readonly lines: readonly PermissionLine[] }) {
  const styles = useStyles();
  const { words } = usePane();
  const required = lines.filter((line) => line.permission.required);
  const optional = lines.filter((line) => !line.permission.required);
  return (
    <>
      <ul className={styles.list}>
        {required.map((line) => (
          <PermissionItem key={line.id} line={line} />
        ))}
      </ul>
      {optional.length > 0 && (
        <>
          <h3 className={styles.subheading}>{words.face('permissions.optional')}</h3>
          <ul className={styles.list}>
            {optional.map((line) => (
              <PermissionItem key={line.id} line={line} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function PermissionItem({ line }: { readonly line: PermissionLine }) {
  const styles = useStyles();
  const { words } = usePane();
  const state: FaceKey & `permission.${PermissionLine['state']}` = `permission.${line.state}`;
  const kind: FaceKey & `permission.${PermissionLine['permission']['kind']}` = `permission.${line.permission.kind}`;
  return (
    <li className={styles.line} data-permission={line.id} data-state={line.state}>
      <span className={mergeClasses(styles.sign, styles[line.state])}>
        <Icon name={SIGNS[line.state]} size={14} />
      </span>
      <span>
        <span className={styles.reason}>{words.say(line.reason)}</span>
        <span className={styles.facts}>
          <span className={styles.state}>{words.face(state)}</span>
          {' · '}
          <span className={styles.scope} dir="ltr" translate="no">
            {line.permission.scope}
          </span>
          {' · '}
          {words.face(kind)}
        </span>
      </span>
    </li>
  );
}
