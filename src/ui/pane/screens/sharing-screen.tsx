import type { ScreenModel } from '../../../core/pane/screens/model';
import { AfterVerdict } from '../after-verdict';
import { Actions } from './actions';
import { ScreenTop } from './screen-top';
import { beside } from './verdict-screen';

/** Asking an administrator: the link and the ways to hand it over. */
export function SharingScreen({ model }: { readonly model: ScreenModel }) {
  const { share } = model;
  return (
    <>
      <ScreenTop model={model} />
      {share && (
        <AfterVerdict lines={6}>
          {({ SharePanel }, later) => <SharePanel share={share} later={later} />}
        </AfterVerdict>
      )}
      <Actions primary={model.primary} others={beside(model.others)} />
    </>
  );
}
