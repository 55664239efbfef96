import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { Icon } from './icon';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, font: 'inherit' },
  button: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    width: '100%',
    minHeight: '44px',
    padding: '8px 0',
    font: 'inherit',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chevron: {
    color: tokens.colorNeutralForeground3,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFast,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
  turned: { transform: 'rotate(180deg)' },
  content: { paddingBlockEnd: '12px' },
});

interface DisclosureProps {
  readonly title: string;
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of the screen that opens and closes under its own heading. What is closed is not made. */
export function Disclosure({ title, openAtFirst = false, children }: DisclosureProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(openAtFirst);
  const id = useId();
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {title}
          <Icon name="chevron" className={mergeClasses(styles.chevron, open && styles.turned)} />
        </button>
      </h2>
      {open && (
        <div id={id} className={styles.content}>
          {children}
        </div>
      )}
    </section>
  );
}
