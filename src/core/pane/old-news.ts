import type { State } from './state';

/**
 * What came of the last thing that the person did (a withdrawal, a letter, a copy, a message) is told until something
 * newer happens: it would hide that, or stand as advice on a screen that it is not about.
 */
export function dropOldNews(before: State, after: State): State {
  const earlier = marksOf(before);
  if (marksOf(after).every((mark, place) => mark === earlier[place])) return after;
  const { handedOver, sharing } = after;
  const { phase } = sharing;
  const isToldAlready = phase === before.sharing.phase && (phase === 'done' || phase === 'failed');
  return {
    ...after,
    handedOver: handedOver === before.handedOver ? undefined : handedOver,
    sharing: isToldAlready ? { phase: 'idle' } : sharing,
  };
}

/** What differs once something has happened that is told, or that the person did. */
const marksOf = (state: State): readonly unknown[] => {
  const { view, handedOver, sharing, reminderDue, dialog, verdict } = state;
  const doneHere = [view, handedOver, sharing.phase, reminderDue];
  // In the screens that people open themselves, what they do there is told until they leave.
  if (view !== 'verdict') return doneHere;
  return [
    ...doneHere,
    dialog.phase === 'ended' ? dialog.how : dialog.phase,
    state.probing?.manner === 'interactive',
    state.signInEnded,
    state.online,
    // Each answer that is none: its notice may hold the only way on.
    state.notRenewed,
    verdict.kind,
    verdict.cause,
    'breadth' in verdict && verdict.breadth,
    state.arriving === undefined,
    state.history.length,
  ];
};
