import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

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

/**
 * Text that screen readers say when it changes, without moving anybody. They say nothing of what comes with the region
 * itself: it stands empty on the page first.
 */
export function LiveRegion({ text }: { readonly text: string }) {
  const styles = useStyles();
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (region.current) region.current.textContent = text;
  }, [text]);
  return <div ref={region} className={styles.unseen} role="status" aria-live="polite" aria-atomic="true" />;
}
