import { makeStyles } from '@fluentui/react-components';
import type { SectionModel } from '../../core/approval/screens/model';
import { Disclosure } from '../components/disclosure';
import { tokens } from '../theme-tokens';
import { useApproval } from './approval-context';

const useStyles = makeStyles({
  sections: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  lines: { margin: 0, paddingInlineStart: '20px', display: 'grid', rowGap: '6px' },
  line: {
    fontSize: '14px',
    lineHeight: '21px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    '::marker': { color: tokens.colorNeutralForeground3 },
  },
});

/** What an administrator may want to know before deciding, one question a heading. */
export function SectionList({ sections }: { readonly sections: readonly SectionModel[] }) {
  const styles = useStyles();
  const { words } = useApproval();
  return (
    <div className={styles.sections}>
      {sections.map(({ name, title, lines, openAtFirst }) => (
        <Disclosure key={name} title={words.tell(title)} openAtFirst={openAtFirst}>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line.key} className={styles.line}>
                {words.tell(line)}
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </div>
  );
}
