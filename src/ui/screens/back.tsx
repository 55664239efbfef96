import type { ScreenModel } from '../../core/screen/model';
import { ActionButton } from '../components/action-button';

/** The way back, over the title of a screen that the person went to. */
export function Back({ model }: { readonly model: ScreenModel }) {
  const back = model.others.find(({ name }) => name === 'back');
  return (
    back && (
      <div>
        <ActionButton action={back} look="quiet" />
      </div>
    )
  );
}
