import { lazy, Suspense } from 'react';
import type { ScreenModel } from '../../core/screen-model';
import { ActionButton } from '../components/action-button';
import { Emblem } from '../components/emblem';
import { NoticeBar } from '../components/notice-bar';
import { ScreenHeading } from '../components/screen-heading';
import { SkeletonLines } from '../components/skeleton-lines';
import { usePane } from '../pane-context';
import { Actions } from './actions';
import { beside } from './verdict-screen';

// Nobody can share before having read the first screen: the panel comes after it.
const SharePanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "later-share" */ '../components/share-panel')).SharePanel,
}));

/** Asking an administrator: the link and the ways to hand it over. */
export function SharingScreen({ model }: { readonly model: ScreenModel }) {
  const { words } = usePane();
  const back = model.others.find(({ name }) => name === 'back');
  return (
    <>
      {back && (
        <div>
          <ActionButton action={back} look="quiet" />
        </div>
      )}
      <ScreenHeading model={model} emblem={<Emblem name={model.name} tone={model.tone} />} />
      {model.notice && <NoticeBar notice={model.notice} />}
      {model.share && (
        <Suspense fallback={<SkeletonLines count={4} label={words.face('share.loading')} />}>
          <SharePanel share={model.share} />
        </Suspense>
      )}
      <Actions primary={model.primary} others={beside(model.others).filter(({ name }) => name !== 'back')} />
    </>
  );
}
