import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Store } from '../app/store';
import type { OnboardingEvent } from '../core/onboarding-event';
import type { State } from '../core/onboarding-state';
import { screenOf, type RequestWords } from '../core/screen';
import type { Action, ScreenModel } from '../core/screen-model';
import type { FaceClock } from './clock';
import { LiveRegion } from './components/live-region';
import { StatusLine } from './components/status-line';
import { createFocusTrack } from './focus-track';
import type { OutlookTheme } from './office-theme';
import { PaneProvider } from './pane-context';
import { CheckingScreen } from './screens/checking-screen';
import { PaneFrame } from './screens/pane-frame';
import { ScreenBody } from './screens/screen-body';
import { SharingScreen } from './screens/sharing-screen';
import { VerdictScreen } from './screens/verdict-screen';
import type { Words } from './strings/words';
import { ThemeRoot } from './theme-root';

/** How the pane looks and which language it speaks. Both may change while it is open. */
export interface Appearance {
  readonly theme: OutlookTheme;
  readonly words: Words;
  readonly requestWords: RequestWords;
}

export interface AppProps {
  readonly store: Store<State>;
  readonly appearance: Store<Appearance>;
  readonly clock: FaceClock;
  readonly send: (event: OnboardingEvent) => void;
}

/** The pane: the store's state as a screen. */
export function App({ store, appearance, clock, send }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { theme, words, requestWords } = useSyncExternalStore(appearance.subscribe, appearance.getState);
  const model = useMemo(() => screenOf(state, requestWords), [state, requestWords]);
  return <Pane model={model} theme={theme} words={words} clock={clock} send={send} />;
}

export interface PaneProps {
  readonly model: ScreenModel;
  readonly theme: OutlookTheme;
  readonly words: Words;
  readonly clock: FaceClock;
  readonly send: (event: OnboardingEvent) => void;
}

/** One screen in its frame. */
export function Pane({ model, theme, words, clock, send }: PaneProps) {
  const [track] = useState(createFocusTrack);
  const press = useCallback(
    (action: Action) => {
      track.acted();
      send(action.event);
    },
    [track, send],
  );
  const context = useMemo(() => ({ words, clock, press }), [words, clock, press]);

  const busy = model.checks?.busy === true;
  useEffect(() => {
    if (!busy) track.settled();
  }, [busy, track]);

  const checkNow = model.others.find(({ name }) => name === 'check-now');
  const spoken = [model.announcement, ...(model.notice ? [model.notice.text] : [])].map(words.say).join(' ');
  return (
    <ThemeRoot theme={theme} language={words.language} direction={words.direction}>
      <PaneProvider value={context}>
        <PaneFrame
          {...(model.checks && model.name !== 'checking'
            ? { foot: <StatusLine checks={model.checks} checkNow={checkNow} /> }
            : {})}
        >
          <ScreenBody key={model.name} track={track}>
            <Screen model={model} />
          </ScreenBody>
        </PaneFrame>
        <LiveRegion text={spoken} />
      </PaneProvider>
    </ThemeRoot>
  );
}

function Screen({ model }: { readonly model: ScreenModel }) {
  switch (model.name) {
    case 'checking':
      return <CheckingScreen model={model} />;
    case 'sharing':
      return <SharingScreen model={model} />;
    case 'granted':
    case 'granted-personally':
    case 'partial':
    case 'required':
    case 'waiting':
    case 'granting':
    case 'sign-in':
    case 'other-tenant':
    case 'blocked':
    case 'unknown':
      return <VerdictScreen model={model} />;
    default:
      return model.name satisfies never;
  }
}
