import type { ScreenModel } from '../../core/screen/model';
import { NoticeBar } from '../components/notice-bar';
import { ProgressRing } from '../components/progress-ring';
import { ScreenHeading } from '../components/screen-heading';
import { SkeletonLines } from '../components/skeleton-lines';

/** The first question is under way. It looks as the page's static shell does, so that nothing moves when it takes over. */
export function CheckingScreen({ model }: { readonly model: ScreenModel }) {
  return (
    <>
      <ScreenHeading model={model} emblem={<ProgressRing />} />
      {model.notice ? <NoticeBar notice={model.notice} /> : <SkeletonLines count={3} />}
    </>
  );
}
