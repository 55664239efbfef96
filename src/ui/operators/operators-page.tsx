import { FluentProvider, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import type { Store } from '../../app/store';
import type { OperatorsEvent } from '../../core/operators/event';
import type { OperatorsState } from '../../core/operators/state';
import type { OutlookTheme } from '../../core/theme-kind';
import { tokens } from '../theme-tokens';
import { Ledger } from './ledger';
import { Said } from './said';
import { SignInScreen } from './sign-in-screen';
import { fluentThemeFor } from './theme';

export interface OperatorsPageProps {
  readonly store: Store<OperatorsState>;
  /** The browser's or the system's look; it may change while the page is open. */
  readonly theme: Store<OutlookTheme>;
  /** The time, as often as it changes what is shown. */
  readonly now: Store<number>;
  readonly send: (event: OperatorsEvent) => void;
}

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    WebkitFontSmoothing: 'antialiased',
  },
});

/** The operators' page: who is it, then the organisations. */
export function OperatorsPage({ store, theme, now, send }: OperatorsPageProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const look = useSyncExternalStore(theme.subscribe, theme.getState);
  const nowMs = useSyncExternalStore(now.subscribe, now.getState);
  const { session } = state;
  // It shows again what a dialog has hidden, and stands for as long as something uses it: a page of any content must.
  useRestoreFocusTarget();
  const fluentTheme = fluentThemeFor(look);
  // The shell's own ground until there is a list: nothing may flash when the shell gives way.
  const ground =
    session.phase === 'signed-in' ? fluentTheme.colorNeutralBackground2 : fluentTheme.colorNeutralBackground1;
  useEffect(() => {
    const { documentElement, body } = document;
    documentElement.style.colorScheme = look.kind === 'high-contrast' ? 'light dark' : look.kind;
    // Behind the page: scrolling past the end must not show another colour.
    body.style.backgroundColor = ground;
  }, [look, ground]);
  return (
    <FluentProvider theme={fluentTheme}>
      {/* The provider's classes lie on what stands over the page as well: the page's height and ground must not. */}
      <div className={styles.page} style={{ backgroundColor: ground }}>
        {session.phase === 'signed-in' ? (
          <Ledger state={state} nowMs={nowMs} send={send} />
        ) : (
          <SignInScreen session={session} send={send} />
        )}
      </div>
      <Said state={state} />
    </FluentProvider>
  );
}
