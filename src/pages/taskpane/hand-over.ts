import type { Ports } from '../../app/create-app';
import type { State } from '../../core/pane/state';
import type { SupportReader } from '../../ui/pane/support-reader';
import type { HandOverParts, Visit } from './hand-over-later';

/** What leaves the pane towards support, and what the later screens ask the page for. */
export type HandOver = Pick<Ports, 'handOverDiagnostics' | 'openLetter'> & SupportReader;

/** Its code comes when it is asked for; without a network nothing is handed over, and the person hears of it. */
export function createHandOver(parts: HandOverParts): HandOver {
  const load = () => import(/* webpackChunkName: "later-hand-over" */ './hand-over-later');
  type Code = Awaited<ReturnType<typeof load>>;
  const orFalse = <T>(act: (code: Code) => Promise<T>): Promise<T | false> =>
    load()
      .then(act)
      .catch(() => false as const);
  // One file for a visit of the help screen: what is saved, copied and named in the letter is the same.
  let visit: Visit = {};
  return {
    namesAddress: parts.settings.supportAddress !== undefined,
    fetchAhead: () =>
      load().then(
        () => undefined,
        () => undefined,
      ),
    handOverDiagnostics: (how, state) =>
      orFalse((code) => code.handOverDiagnostics(parts, visit, how, state)),
    openLetter: (letter, state) => orFalse((code) => code.openLetter(parts, visit, letter, state)),
    // Whoever sees the checks may press "Copy" next: the code is there by then, within the click's permission.
    surroundings: async () => {
      visit = {};
      return (await load()).readSurroundings(parts);
    },
    diagnosticText: async (state: State) => (await load()).diagnosticTextOf(parts, visit, state),
  };
}
