import { createPortal } from 'react-dom';
import type { OperatorsState } from '../../core/operators/state';
import { LiveRegion } from '../components/live-region';
import { countsFailed, listFailed, listStatus, NOT_OPERATOR, notice } from './words';

/**
 * What has come of things, said aloud. It stands beside the page, not in it, and has Fluent's mark for what no dialog hides
 * (`useDangerousNeverHidden_unstable`): a file may be there, or a question be answered, while a panel lies over the page.
 */
export function Said({ state }: { readonly state: OperatorsState }) {
  return createPortal(
    <div data-tabster-never-hide="">
      <LiveRegion texts={said(state)} />
    </div>,
    document.body,
  );
}

/** What the panel and the forms say, and why somebody has to sign in, stands there in regions of their own. */
function said({ session, list, counts, notice: told }: OperatorsState): readonly string[] {
  if (session.phase !== 'signed-in') return session.phase === 'not-operator' ? [NOT_OPERATOR.title] : [];
  return [
    listStatus(list),
    ...(list.asking.phase === 'failed' ? [listFailed(list, list.asking.why)] : []),
    ...(counts.asking.phase === 'failed' ? [countsFailed(counts.asking.why)] : []),
    ...(told ? [notice(told)] : []),
  ];
}
