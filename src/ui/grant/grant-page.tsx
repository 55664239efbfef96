import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Store } from '../../app/store';
import type { GrantEvent } from '../../core/granting/event';
import type { GrantAction, GrantScreenModel } from '../../core/granting/screen-model';
import type { FaceClock } from '../clock';
import { LiveRegion } from '../components/live-region';
import { createFocusTrack } from '../focus-track';
import type { OutlookTheme } from '../office-theme';
import { PaneProvider, type PaneContext } from '../pane-context';
import { ScreenBody } from '../screens/screen-body';
import type { GrantWords } from '../strings/grant/words';
import { ThemeRoot } from '../theme-root';
import { ChecksLine } from './checks-line';
import { GrantProvider } from './grant-context';
import { GrantFrame } from './grant-frame';
import { GrantScreen } from './grant-screen';

export interface GrantPageProps {
  readonly screen: Store<GrantScreenModel>;
  /** The browser's or the system's look; it may change while the page is open. */
  readonly theme: Store<OutlookTheme>;
  readonly words: GrantWords;
  readonly clock: FaceClock;
  readonly send: (event: GrantEvent) => void;
}

// Components that the page shares with the pane have none of the pane's actions here.
const nothingToPress: PaneContext['press'] = () => undefined;

/** The grant page: the store's screen in its frame. */
export function GrantPage({ screen, theme, words, clock, send }: GrantPageProps) {
  const model = useSyncExternalStore(screen.subscribe, screen.getState);
  const look = useSyncExternalStore(theme.subscribe, theme.getState);
  const [track] = useState(createFocusTrack);
  const press = useCallback(
    (action: GrantAction) => {
      track.acted();
      send(action.event);
    },
    [track, send],
  );
  const grant = useMemo(() => ({ words, press }), [words, press]);
  const pane = useMemo(() => ({ words: words.pane, clock, press: nothingToPress }), [words, clock]);

  const busy = model.checks?.busy === true || model.primary?.busy === true;
  useEffect(() => {
    if (!busy) track.settled();
  }, [busy, track]);

  const title = words.tell(model.title);
  useEffect(() => {
    // The tab's name says which page it is (WCAG 2.2, 2.4.2): an admin has many of them open.
    document.title = `${title} · ExtendSync`;
  }, [title]);

  const spoken = [model.announcement, ...(model.notice ? [model.notice.text] : [])].map(words.tell).join(' ');
  return (
    <ThemeRoot theme={look} language={words.pane.language} direction={words.pane.direction}>
      <PaneProvider value={pane}>
        <GrantProvider value={grant}>
          <GrantFrame
            {...(model.checks
              ? { foot: <ChecksLine checks={model.checks} checkNow={model.checkNow} /> }
              : {})}
          >
            <ScreenBody key={model.name} track={track}>
              <GrantScreen model={model} />
            </ScreenBody>
          </GrantFrame>
          <LiveRegion text={spoken} />
        </GrantProvider>
      </PaneProvider>
    </ThemeRoot>
  );
}
