import { makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Store } from '../../app/store';
import type { ApprovalEvent } from '../../core/approval/event';
import type { ApprovalScreenModel, Pressed } from '../../core/approval/screens/model';
import { Frame } from '../components/frame';
import { LiveRegion } from '../components/live-region';
import { useSpokenChecks } from '../components/spoken-checks';
import { StatusLine } from '../components/status-line';
import { createFocusTrack } from '../focus-track';
import type { OutlookTheme } from '../../core/theme-kind';
import { ScreenBody } from '../components/screen-body';
import type { ApprovalWords } from '../strings/approval/words';
import { ThemeRoot } from '../theme-root';
import { WordsProvider } from '../words-context';
import { ApprovalButton } from './approval-button';
import { ApprovalProvider } from './approval-context';
import { ApprovalScreen } from './approval-screen';

export interface ApprovalPageProps {
  readonly screen: Store<ApprovalScreenModel>;
  /** The browser's or the system's look; it may change while the page is open. */
  readonly theme: Store<OutlookTheme>;
  readonly words: ApprovalWords;
  readonly send: (event: ApprovalEvent) => void;
}

const useStyles = makeStyles({
  page: {
    maxWidth: '640px',
    // A browser's window is high: the line about the checks stands below what it is about, not at the window's end.
    '& > main': { flexGrow: 0 },
    // On paper stands what the receipt is kept for. Nothing there can be pressed, nor opened.
    '@media print': {
      minHeight: 0,
      paddingBlock: 0,
      '& [data-in-sight], & [data-notice], & > footer, & section:has([aria-expanded="false"])': {
        display: 'none',
      },
    },
  },
});

/** The approval page: the store's screen in its frame. */
export function ApprovalPage({ screen, theme, words, send }: ApprovalPageProps) {
  const styles = useStyles();
  const model = useSyncExternalStore(screen.subscribe, screen.getState);
  const look = useSyncExternalStore(theme.subscribe, theme.getState);
  const [track] = useState(createFocusTrack);
  const { texts, asked } = useSpokenChecks(model.checks, words.pane);
  const press = useCallback(
    (pressed: Pressed) => {
      track.acted();
      if (!('composes' in pressed) && pressed.event.type === 'check-asked') asked();
      // The receipt is written in the language of the page, and travels with the press.
      send(
        'composes' in pressed
          ? { type: 'receipt-copy-asked', text: words.receipt(pressed.composes) }
          : pressed.event,
      );
    },
    [track, asked, send, words],
  );
  const context = useMemo(() => ({ words, press }), [words, press]);

  const busy = model.checks?.busy === true || model.primary?.busy === true;
  useEffect(() => {
    if (!busy) track.answered();
  }, [busy, track]);

  const title = words.tell(model.title);
  useEffect(() => {
    // The tab's name says which page it is (WCAG 2.2, 2.4.2): an admin has many of them open.
    document.title = `${title} · ExtendSync`;
  }, [title]);

  const spoken = [...model.announcement, ...(model.notice ? [model.notice.text] : [])].map(words.tell);
  return (
    <ThemeRoot theme={look} language={words.pane.language} direction={words.pane.direction}>
      <WordsProvider value={words.pane}>
        <ApprovalProvider value={context}>
          <Frame
            className={styles.page}
            foot={
              model.checks && (
                <StatusLine checks={model.checks}>
                  {model.checkNow && <ApprovalButton action={model.checkNow} look="quiet" />}
                </StatusLine>
              )
            }
          >
            <ScreenBody key={model.name} track={track}>
              <ApprovalScreen model={model} />
            </ScreenBody>
          </Frame>
          <LiveRegion texts={[...spoken, ...texts]} />
        </ApprovalProvider>
      </WordsProvider>
    </ThemeRoot>
  );
}
