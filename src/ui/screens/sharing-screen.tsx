import type { ScreenModel } from '../../core/screen/model';
import { Emblem } from '../components/emblem';
import { NoticeBar } from '../components/notice-bar';
import { ScreenHeading } from '../components/screen-heading';
import { SharePanel } from '../components/share-panel';
import { Actions } from './actions';
import { Back } from './back';
import { beside } from './verdict-screen';

/** Asking an administrator: the link and the ways to hand it over. */
export function SharingScreen({ model }: { readonly model: ScreenModel }) {
  const { share } = model;
  return (
    <>
      <Back model={model} />
      <ScreenHeading model={model} emblem={<Emblem name={model.name} tone={model.tone} />} />
      {model.notice && <NoticeBar notice={model.notice} />}
      {share && <SharePanel share={share} />}
      <Actions primary={model.primary} others={beside(model.others)} />
    </>
  );
}
