import type { ScreenModel } from '../../../core/pane/screens/model';
import { LaterPart } from '../../components/later-part';
import { loadRequestParts } from '../request-parts';
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
        <LaterPart load={loadRequestParts} lines={6}>
          {({ SharePanel }) => <SharePanel share={share} />}
        </LaterPart>
      )}
      <Actions primary={model.primary} others={beside(model.others)} />
    </>
  );
}
