import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: 'block', width: '24px', height: '24px' },
});

/** The product's mark, as assets/logo-small.svg and the page's static shell have it. Decorative: the name stands beside it. */
export function BrandMark() {
  const styles = useStyles();
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#4f5ecd" />
      <g fill="none" stroke="#fff" strokeLinecap="round" strokeLinejoin="round">
        <path strokeWidth="2.8" d="M6.2 14A10 10 0 0 1 25 12M25.8 18A10 10 0 0 1 7 20" />
        <path strokeWidth="3.2" d="M11.4 16.2L14.8 19.6L20.8 13" />
      </g>
    </svg>
  );
}
