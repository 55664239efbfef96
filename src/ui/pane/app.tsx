import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Store } from '../../app/store';
import type { PaneEvent } from '../../core/pane/event';
import type { State } from '../../core/pane/state';
import { screenOf } from '../../core/pane/screens/screen';
import type { ScreenModel } from '../../core/pane/screens/model';
import { ActionButton } from './action-button';
import { AFTER_VERDICT } from './after-verdict';
import { Frame } from '../components/frame';
import { fetchAhead } from '../components/later-part';
import { LiveRegion } from '../components/live-region';
import { useSpokenChecks } from '../components/spoken-checks';
import { StatusLine } from '../components/status-line';
import { createFocusTrack } from '../focus-track';
import type { SupportReader } from './support-reader';
import type { OutlookTheme } from '../../core/theme-kind';
import { PaneNotice } from './pane-notice';
import { PaneProvider, type DisplayClock, type PaneContext } from './pane-context';
import { CheckingScreen } from './screens/checking-screen';
import { fetchHelpAhead, LaterScreen } from './screens/later-screen';
import { ScreenBody } from '../components/screen-body';
import { SharingScreen } from './screens/sharing-screen';
import { SituationScreen } from './screens/situation-screen';
import { VerdictScreen } from './screens/verdict-screen';
import { StoreProvider, type MessageLanguage } from './store-context';
import type { Words } from '../strings/words';
import { ThemeRoot } from '../theme-root';
import { WordsProvider } from '../words-context';

/** How the pane looks and which language it speaks. Both may change while it is open. */
export interface Appearance {
  readonly theme: OutlookTheme;
  readonly words: Words;
  readonly message: MessageLanguage;
}

export interface AppProps {
  readonly store: Store<State>;
  readonly appearance: Store<Appearance>;
  readonly clock: DisplayClock;
  readonly support: SupportReader;
  readonly send: (event: PaneEvent) => void;
}

/** The pane: the store's state as a screen in its frame. */
export function App({ store, appearance, clock, support, send }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { theme, words, message } = useSyncExternalStore(appearance.subscribe, appearance.getState);
  const model = useMemo(() => screenOf(state), [state]);
  const [track] = useState(createFocusTrack);
  const { texts, asked } = useSpokenChecks(model.checks, words);
  // Until the pane has gone to another screen, and never again.
  const [first, setFirst] = useState<ScreenModel['name'] | undefined>(model.name);
  if (first !== undefined && first !== model.name) setFirst(undefined);
  const press = useCallback<PaneContext['press']>(
    ({ event }) => {
      track.acted();
      if (event.type === 'check-asked') asked();
      send(event);
    },
    [track, asked, send],
  );
  const context = useMemo<PaneContext>(() => ({ clock, press }), [clock, press]);
  const [notice, sayAloud] = useState('');
  const storeContext = useMemo(() => ({ send, message, sayAloud }), [send, message]);

  const busy = model.checks?.busy === true;
  useEffect(() => {
    if (!busy) track.answered();
  }, [busy, track]);

  // Whoever has asked sees their request with the verdict, and whoever has said how they use it what there is to do; whoever
  // has not may ask next.
  const { language } = words;
  const mayGoOn = model.name !== 'checking' || state.request !== undefined || state.situation !== undefined;
  useEffect(() => {
    if (!mayGoOn) return;
    // Help comes last, and is wanted most when the network has gone.
    void fetchAhead(AFTER_VERDICT[language]).then(() =>
      Promise.all([fetchHelpAhead(), support.fetchAhead()]),
    );
  }, [mayGoOn, language, support]);

  const checkNow = model.others.find(({ name }) => name === 'check-now');
  return (
    <ThemeRoot theme={theme} language={words.language} direction={words.direction}>
      <WordsProvider value={words}>
        <PaneProvider value={context}>
          <StoreProvider value={storeContext}>
            <Frame
              brand={false}
              notice={model.notice && <PaneNotice notice={model.notice} />}
              foot={
                model.checks &&
                model.name !== 'checking' && (
                  <StatusLine checks={model.checks}>
                    {checkNow && <ActionButton action={checkNow} look="quiet" />}
                  </StatusLine>
                )
              }
            >
              <ScreenBody key={model.name} track={track} atFirst={model.name === first}>
                <Screen model={model} state={state} support={support} />
              </ScreenBody>
            </Frame>
          </StoreProvider>
          <LiveRegion texts={[...model.announcement.map(words.say), notice, ...texts]} />
        </PaneProvider>
      </WordsProvider>
    </ThemeRoot>
  );
}

interface ScreenProps {
  readonly model: ScreenModel;
  readonly state: State;
  readonly support: SupportReader;
}

function Screen({ model, state, support }: ScreenProps) {
  switch (model.name) {
    case 'checking':
      return <CheckingScreen model={model} />;
    case 'sharing':
      return <SharingScreen model={model} />;
    case 'situation':
      return <SituationScreen model={model} />;
    case 'showing':
    case 'group':
    case 'manage':
    case 'help':
      return <LaterScreen view={model.name} model={model} state={state} support={support} />;
    case 'granted':
    case 'granted-personally':
    case 'partial':
    case 'required':
    case 'waiting':
    case 'arriving':
    case 'approving':
    case 'sign-in':
    case 'other-tenant':
    case 'blocked':
    case 'unknown':
      return <VerdictScreen model={model} />;
    default:
      return model.name satisfies never;
  }
}
