import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '../theme-tokens';
import { Button, type ButtonLook, type ButtonProps } from './button';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  listed: { justifyContent: 'flex-start', textAlign: 'start', columnGap: '12px' },
  secondary: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
  offPrimary: {
    color: tokens.colorNeutralForegroundDisabled,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    ':hover': { backgroundColor: tokens.colorNeutralBackgroundDisabled },
    ':active': { backgroundColor: tokens.colorNeutralBackgroundDisabled },
    [FORCED]: { border: '1px solid GrayText' },
  },
  offOther: { color: tokens.colorNeutralForegroundDisabled },
});

/** The class of a button that cannot be pressed yet. */
export function useOffClass(look: LaterButtonLook): string {
  const styles = useStyles();
  return look === 'primary' ? styles.offPrimary : styles.offOther;
}

/** Beside those of a first verdict's buttons, one for a way among several. */
export type LaterButtonLook = ButtonLook | 'secondary';

interface LaterButtonProps extends Omit<ButtonProps, 'look' | 'className'> {
  readonly look: LaterButtonLook;
  /** One of several in a column: their icons and words stand below one another. */
  readonly listed?: boolean;
}

/** A button as no first verdict has one: `secondary`, one of a column, or one that cannot be pressed yet. */
export function LaterButton({ look, listed = false, off = false, ...rest }: LaterButtonProps) {
  const styles = useStyles();
  const offClass = useOffClass(look);
  return (
    <Button
      {...rest}
      look={look}
      off={off}
      className={mergeClasses(
        listed && styles.listed,
        look === 'secondary' && styles.secondary,
        off && offClass,
      )}
    />
  );
}
