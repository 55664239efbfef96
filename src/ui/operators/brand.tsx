import { makeStyles } from '@fluentui/react-components';
import { BrandMark } from '../components/brand-mark';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

/** The product's mark and name. */
export function Brand() {
  const styles = useStyles();
  return (
    <header className={styles.brand}>
      <BrandMark />
      <span translate="no">ExtendSync</span>
    </header>
  );
}
