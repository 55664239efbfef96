import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
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
  main: { flexGrow: 1, paddingBlockEnd: '20px' },
  belowBrand: {
    paddingBlockStart: '20px',
    '@media (min-width: 640px)': { paddingBlockStart: '36px' },
  },
  // Outlook's own title stands above the pane.
  withoutBrand: { paddingBlockStart: '4px' },
  foot: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlockStart: '8px' },
  // A pane is low and its screens change by themselves: what stands at its edge keeps its place whatever stands above.
  // Where the window is lower still it goes with the rest, so that there is room to read.
  edge: {
    marginBlockEnd: '-16px',
    paddingBlockEnd: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (min-height: 300px)': { position: 'sticky', insetBlockEnd: 0, zIndex: 1 },
    '@media (min-width: 640px)': { marginBlockEnd: '-40px' },
  },
  notice: { paddingBlock: '8px' },
});

interface FrameProps {
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** What has just happened. It stands over the foot, so that nothing that one reads or presses moves for it. */
  readonly notice?: ReactNode;
  readonly className?: string;
  /** Whether the product's name stands above: where nothing else says it. */
  readonly brand?: boolean;
}

/** A page's fixed parts: the brand above, the screen, and the line about the checks below. */
export function Frame({ children, foot, notice, className, brand = true }: FrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  // Whatever takes the focus is scrolled to above the edge (WCAG 2.2, 2.4.11), with room for its outline. In a window that is
  // so low that the edge goes with the rest, it must not be scrolled out at the top for that.
  useLayoutEffect(() => {
    const edge = frame.current?.querySelector<HTMLElement>(brand ? '[data-in-sight]' : 'footer');
    const height = edge?.offsetHeight ?? 0;
    document.documentElement.style.scrollPaddingBlockEnd = `min(${String(height + 8)}px, 60vh)`;
  });
  return (
    <div ref={frame} className={mergeClasses(styles.frame, className)}>
      {brand && (
        <header className={styles.brand}>
          <BrandMark />
          <span translate="no">ExtendSync</span>
        </header>
      )}
      <main className={mergeClasses(styles.main, brand ? styles.belowBrand : styles.withoutBrand)}>
        {children}
      </main>
      {(foot || notice) && (
        <footer className={brand ? undefined : styles.edge}>
          {notice && <div className={styles.notice}>{notice}</div>}
          {foot && <div className={styles.foot}>{foot}</div>}
        </footer>
      )}
    </div>
  );
}
