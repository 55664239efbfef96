import type { ScreenModel } from '../../../core/pane/screens/model';
import { AfterVerdict } from '../after-verdict';
import { ScreenTop } from './screen-top';

/** The chooser of the organisation's situation. */
export function SituationScreen({ model }: { readonly model: ScreenModel }) {
  const { situations = [] } = model;
  return (
    <>
      <ScreenTop model={model} />
      <AfterVerdict lines={6}>
        {({ SituationList }, later) => <SituationList situations={situations} later={later} />}
      </AfterVerdict>
    </>
  );
}
