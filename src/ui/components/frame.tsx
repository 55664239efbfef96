import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  // The same measures as in src/pages/shell/shell.css: nothing may move when the shell gives way.
  frame: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    maxWidth: '520px',
    marginInline: 'auto',
    padding: '16px 20px',
    '@media (min-width: 640px)': { paddingBlock: '40px' },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  main: {
    flexGrow: 1,
    paddingBlockStart: '20px',
    paddingBlockEnd: '20px',
    '@media (min-width: 640px)': { paddingBlockStart: '36px' },
  },
  // Outlook's own title stands above the pane.
  withoutBrand: {
    paddingBlockStart: '4px',
    '@media (min-width: 640px)': { paddingBlockStart: '4px' },
  },
  foot: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlockStart: '8px' },
});

interface FrameProps {
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly className?: string;
  /** Whether the product's name stands above: where nothing else says it. */
  readonly brand?: boolean;
}

/** A page's fixed parts: the brand above, the screen, and the line about the checks below. */
export function Frame({ children, foot, className, brand = true }: FrameProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.frame, className)}>
      {brand && (
        <header className={styles.brand}>
          <BrandMark />
          <span translate="no">ExtendSync</span>
        </header>
      )}
      <main className={mergeClasses(styles.main, !brand && styles.withoutBrand)}>{children}</main>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}
