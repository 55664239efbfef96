import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    border: 0,
  },
});

/** Text that screen readers say when it changes, without moving anybody. It must stand on the page before it changes. */
export function LiveRegion({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.unseen} role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}
