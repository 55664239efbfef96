import { useMemo, useState, type ComponentType } from 'react';
import type { LaterView } from '../../../core/pane/event';
import type { Notice } from '../../../core/pane/screens/model';
import { LaterPart } from '../../components/later-part';
import { HandOverProvider } from '../hand-over-context';
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
  manage: async () =>
    (await import(/* webpackChunkName: "later-manage" */ '../later/manage-part')).ManagePart,
  help: async () => (await import(/* webpackChunkName: "later-help" */ '../later/help-part')).HelpPart,
};

const isHandedOver = ({ text }: Notice): boolean => /^(not-)?handed-over\./.test(text.key);

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
  const [pressed, setPressed] = useState<string>();
  const { notice } = model;
  // What became of a press is told where it was pressed: these screens are long.
  const handed = notice !== undefined && isHandedOver(notice) && pressed !== undefined ? notice : undefined;
  const handOver = useMemo(() => ({ pressed, notePress: setPressed, notice: handed }), [pressed, handed]);
  return (
    <>
      <ScreenTop model={model} withoutNotice={handed !== undefined} />
      <HandOverProvider value={handOver}>
        <LaterPart load={load} lines={4}>
          {({ Part, later }) => <Part model={model} state={state} support={support} later={later} />}
        </LaterPart>
      </HandOverProvider>
      <Actions primary={model.primary} others={beside(model.others)} />
    </>
  );
}
