import { useMemo, type ComponentType } from 'react';
import type { LaterView } from '../../../core/pane/event';
import { LaterPart } from '../../components/later-part';
import type { LaterPartProps } from '../later/later-part-props';
import { useWords } from '../../words-context';
import { loadLaterWords } from '../../strings/later/words';
import { Actions } from './actions';
import { ScreenTop } from './screen-top';
import { beside } from './verdict-screen';

type PartLoader = () => Promise<ComponentType<LaterPartProps>>;

const PARTS: Readonly<Record<LaterView, PartLoader>> = {
  showing: async () =>
    (await import(/* webpackChunkName: "later-showing" */ '../later/showing-part')).ShowingPart,
  group: async () => (await import(/* webpackChunkName: "later-group" */ '../later/group-part')).GroupPart,
  manage: async () => (await import(/* webpackChunkName: "later-help" */ '../later/manage-part')).ManagePart,
  help: async () => (await import(/* webpackChunkName: "later-help" */ '../later/help-part')).HelpPart,
};

/** Fetches Help's part ahead of need. What does not come is asked for when it is drawn. */
export const fetchHelpAhead = (): Promise<unknown> => PARTS.help().catch(() => undefined);

interface LaterScreenProps extends Omit<LaterPartProps, 'later'> {
  readonly view: LaterView;
}

/** A screen that the user opened: its title stands at once, its part and its words are fetched. */
export function LaterScreen({ view, model, state, support }: LaterScreenProps) {
  const words = useWords();
  const load = useMemo(
    () => async () => {
      const [Part, later] = await Promise.all([PARTS[view](), loadLaterWords(words)]);
      return { Part, later };
    },
    [view, words],
  );
  return (
    <>
      <ScreenTop model={model} />
      <LaterPart load={load} lines={4}>
        {({ Part, later }) => <Part model={model} state={state} support={support} later={later} />}
      </LaterPart>
      <Actions primary={model.primary} others={beside(model.others)} />
    </>
  );
}
