import { makeStyles } from '@fluentui/react-components';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  block: {
    margin: 0,
    maxHeight: '280px',
    overflow: 'auto',
    padding: '12px 14px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    tabSize: 4,
    textAlign: 'left',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

/**
 * Text for a machine, in a box of its own that scrolls: lines are not broken, and are read from left to right. Its comments
 * and names are English in every language of the page.
 */
export function CodeBlock({ text, label }: { readonly text: string; readonly label: string }) {
  const styles = useStyles();
  return (
    // It must take the focus to be scrolled by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.block} tabIndex={0} role="group" aria-label={label} dir="ltr" translate="no">
      <span lang="en">{text}</span>
    </pre>
  );
}
