import { loadAgain } from '../../adapters/browser/load-again';
import type { Clock, Hints } from '../../ports';

/** Hints whose script is fetched when somebody first listens: a pane that has shared nothing does without. */
export function createLateHints(load: () => Promise<Hints>, clock: Pick<Clock, 'after'>): Hints {
  let loading: Promise<Hints> | undefined;
  return {
    listen(...listening) {
      let stopped = false;
      let stop = (): void => undefined;
      // Where the network is cut, the pane still asks by its own watch.
      loading ??= loadAgain(load, clock, () => undefined);
      void loading.then((hints) => {
        if (!stopped) stop = hints.listen(...listening);
      });
      return () => {
        stopped = true;
        stop();
      };
    },
  };
}
