import { makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  label: {
    display: 'block',
    marginBlockEnd: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  field: {
    width: '100%',
    boxSizing: 'border-box',
    height: '40px',
    paddingInline: '12px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    textOverflow: 'ellipsis',
    '::placeholder': { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyBase },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

interface LinkFieldProps {
  readonly link?: string | undefined;
  readonly later: LaterWords;
}

/** The shared link, to be read and selected: it selects itself when it takes the focus. */
export function LinkField({ link, later }: LinkFieldProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {later.tell('share.link')}
      </label>
      <input
        id={id}
        className={styles.field}
        type="text"
        // Until it is there, words stand in its place.
        dir={link === undefined ? undefined : 'ltr'}
        readOnly
        value={link ?? ''}
        placeholder={later.tell('share.link-being-made')}
        aria-busy={link === undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
