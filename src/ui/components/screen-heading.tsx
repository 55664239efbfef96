import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  heading: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  title: {
    marginBlock: '16px 0',
    marginInline: 0,
    fontSize: '22px',
    lineHeight: '28px',
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    // Arabic letters are joined: any spacing tears or squeezes the joints.
    ':lang(ar)': { letterSpacing: 'normal' },
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
    '@media (min-width: 640px)': { fontSize: '28px', lineHeight: '36px' },
  },
  alone: { marginBlockStart: 0 },
  lead: {
    marginBlock: '8px 0',
    marginInline: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '21px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    textWrap: 'pretty',
    '@media (min-width: 640px)': { fontSize: '15px', lineHeight: '23px' },
  },
});

/**
 * The heading has the focus after a change of screen, and only then stands in the order of Tab: office.js handles Tab by
 * itself in Outlook on the web, and from an element that is not in its list it leaves the pane
 * (`focusToNextTabbable` in outlook-web-16.01.debug.js).
 */
export function focusHeading(heading: HTMLElement): void {
  heading.tabIndex = 0;
  heading.addEventListener(
    'blur',
    () => {
      heading.tabIndex = -1;
    },
    { once: true },
  );
  heading.focus();
}

interface ScreenHeadingProps {
  /** Left out on screens that somebody goes to and comes back from. */
  readonly emblem?: ReactNode;
  readonly title: string;
  /** Its sentences differ from one another. */
  readonly lead: readonly string[];
}

/** A screen's picture, its title (which takes the focus when a person's act brought the screen) and what it says. */
export function ScreenHeading({ emblem, title, lead }: ScreenHeadingProps) {
  const styles = useStyles();
  return (
    <div className={styles.heading}>
      {emblem}
      <h1
        className={mergeClasses(styles.title, emblem === undefined && styles.alone)}
        tabIndex={-1}
        data-screen-title=""
      >
        {title}
      </h1>
      {lead.map((paragraph) => (
        <p key={paragraph} className={styles.lead}>
          {paragraph}
        </p>
      ))}
    </div>
  );
}
