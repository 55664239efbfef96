import { makeStyles } from '@fluentui/react-components';
import { Icon } from '../../components/icon';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';
import { UNSEEN } from '../../unseen';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    // Without our colour it would look like any bold text.
    '@media (forced-colors: active)': { color: 'LinkText', textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  unseen: UNSEEN,
});

interface OutsideLinkProps {
  readonly url: string;
  readonly label: string;
  readonly later: LaterWords;
}

/** A link to a page of Microsoft's, in a window of its own. */
export function OutsideLink({ url, label, later }: OutsideLinkProps) {
  const styles = useStyles();
  return (
    <a className={styles.link} href={url} target="_blank" rel="noopener noreferrer">
      <span>{label}</span>
      <Icon name="open" size={16} />
      <span className={styles.unseen}> ({later.tell('link.opens-outside')})</span>
    </a>
  );
}
