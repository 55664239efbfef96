import { makeStyles } from '@fluentui/react-components';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { FocusTrack } from '../focus-track';
import { focusHeading } from './screen-heading';

const useStyles = makeStyles({
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    rowGap: '20px',
  },
});

/** One screen's place. Each screen is made anew, so that no button stays under the finger with another meaning. */
export function ScreenBody({
  track,
  atFirst = false,
  children,
}: {
  readonly track: FocusTrack;
  /** Whether the page opens with it. */
  readonly atFirst?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const body = place.current;
    if (!body) return;
    const heir = track.heirIn(body);
    if (heir instanceof HTMLInputElement) heir.focus();
    else if (heir) {
      // Where the old screen was scrolled to means nothing here.
      document.documentElement.scrollTop = 0;
      focusHeading(heir);
    }
    // The old screen's clean-up runs while its elements still stand, and before the new screen comes here.
    return () => track.left(body);
  }, [track]);
  return (
    <div ref={place} className={styles.body} data-at-first={atFirst ? '' : undefined}>
      {children}
    </div>
  );
}
