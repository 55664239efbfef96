import type { ScreenModel } from '../../core/screen-model';
import { Emblem } from '../components/emblem';
import { LaterPart } from '../components/later-part';
import { NoticeBar } from '../components/notice-bar';
import { ScreenHeading } from '../components/screen-heading';
import { usePane } from '../pane-context';
import { Actions } from './actions';
import { Back } from './back';
import { beside } from './verdict-screen';

// Nobody can share before having read the first screen: the panel comes after it.
const loadSharePanel = async () =>
  (await import(/* webpackChunkName: "later-share" */ '../components/share-panel')).SharePanel;

/** Asking an administrator: the link and the ways to hand it over. */
export function SharingScreen({ model }: { readonly model: ScreenModel }) {
  const { words } = usePane();
  const { share } = model;
  return (
    <>
      <Back model={model} />
      <ScreenHeading model={model} emblem={<Emblem name={model.name} tone={model.tone} />} />
      {model.notice && <NoticeBar notice={model.notice} />}
      {share && (
        <LaterPart load={loadSharePanel} lines={4} label={words.face('share.loading')}>
          {(SharePanel) => <SharePanel share={share} />}
        </LaterPart>
      )}
      <Actions primary={model.primary} others={beside(model.others)} />
    </>
  );
}
