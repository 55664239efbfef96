import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { UNSEEN } from '../unseen';

const useStyles = makeStyles({
  unseen: UNSEEN,
});

/**
 * Texts that screen readers say when they come, without moving anybody; what stands there already is not said again. They
 * say nothing of what comes with the region itself: it stands empty on the page first.
 */
export function LiveRegion({ texts }: { readonly texts: readonly string[] }) {
  const styles = useStyles();
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (region.current) tellAnew(region.current, texts.filter(Boolean));
  });
  return <div ref={region} className={styles.unseen} role="status" aria-live="polite" aria-atomic="false" />;
}

/** Leaves alone what stays, so that only what is new is said. */
function tellAnew(region: HTMLElement, texts: readonly string[]): void {
  const coming = new Set(texts);
  for (const standing of [...region.children]) {
    if (!coming.delete(standing.textContent)) standing.remove();
  }
  for (const text of coming) {
    const part = document.createElement('div');
    part.textContent = text;
    // Whatever has the focus is read for that: a title to which the person was led.
    part.hidden = document.activeElement?.textContent === text;
    region.append(part);
  }
}
