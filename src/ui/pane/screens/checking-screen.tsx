import type { ScreenModel } from '../../../core/pane/screens/model';
import { SkeletonLines } from '../../components/skeleton-lines';
import { LastStateCard } from '../last-state-card';
import { ScreenTop } from './screen-top';

/** The first question is under way. It looks as the page's static shell does, so that nothing moves when it takes over. */
export function CheckingScreen({ model }: { readonly model: ScreenModel }) {
  return (
    <>
      <ScreenTop model={model} />
      {model.lastState ? (
        <LastStateCard {...model.lastState} />
      ) : (
        !model.notice && <SkeletonLines count={3} />
      )}
    </>
  );
}
