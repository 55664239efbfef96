import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { AskedPermission } from '../../core/approval/screens/model';
import { tokens } from '../theme-tokens';
import { useApproval } from './approval-context';

const useStyles = makeStyles({
  section: { marginBlockStart: '12px' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  groups: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '20px',
    marginBlockStart: '12px',
  },
  subheading: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    paddingBlock: '9px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '14px',
    lineHeight: '20px',
    breakInside: 'avoid',
    ':last-child': { borderBottom: 'none' },
  },
  // On a wide page the name stands at the end of the line, where whoever knows it looks for it.
  wide: {
    '@media (min-width: 640px)': {
      display: 'grid',
      // A long remark wraps: it never squeezes the reason.
      gridTemplateColumns: 'minmax(0, 1fr) fit-content(42%)',
      columnGap: '24px',
      alignItems: 'baseline',
    },
  },
  reason: { display: 'block', overflowWrap: 'anywhere' },
  facts: { display: 'block', fontSize: '12px', lineHeight: '17px', color: tokens.colorNeutralForeground3 },
  scope: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

const KINDS = ['delegated', 'application'] as const;

/** Every permission that is asked for, with what it is for, grouped by whom it lets ExtendSync act for. */
export function AskedList({ asked }: { readonly asked: readonly AskedPermission[] }) {
  const styles = useStyles();
  const { words } = useApproval();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{words.label('asked.title', { count: asked.length })}</h2>
      <div className={styles.groups}>
        {KINDS.map((kind) => {
          const ofKind = asked.filter(({ permission }) => permission.kind === kind);
          return ofKind.length === 0 ? null : (
            <div key={kind}>
              <h3 className={styles.subheading}>{words.label(`permissions.${kind}`)}</h3>
              <ul className={styles.list}>
                {ofKind.map(({ id, permission, reason, comesAlong }) => (
                  <li key={id} className={mergeClasses(styles.item, styles.wide)} data-asked={id}>
                    <span className={styles.reason}>{words.tell(reason)}</span>
                    <span className={styles.facts}>
                      <span className={styles.scope} dir="ltr" translate="no">
                        {permission.scope}
                      </span>
                      {!permission.required &&
                        ` · ${comesAlong ? words.label('asked.comes-along') : words.label('permission.optional')}`}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}
