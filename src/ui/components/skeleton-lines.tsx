import { makeStyles } from '@fluentui/react-components';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  lines: { display: 'grid', rowGap: '10px', paddingBlock: '10px' },
  line: {
    height: '12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
    ':last-child': { width: '60%' },
  },
});

/** Grey bars where text will be. `label` says it to those who do not see them, where no words beside it do. */
export function SkeletonLines({ count, label }: { readonly count: number; readonly label?: string }) {
  const styles = useStyles();
  return (
    <div
      className={styles.lines}
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label, 'data-loading': '' })}
    >
      {Array.from({ length: count }, (_, number) => (
        <div key={number} className={styles.line} />
      ))}
    </div>
  );
}
