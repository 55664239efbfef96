import type { State } from '../../../core/pane/state';
import type { ScreenModel } from '../../../core/pane/screens/model';
import type { SupportReader } from '../support-reader';
import type { LaterWords } from '../../strings/later/words';

/** What a later screen's own part is made of. */
export interface LaterPartProps {
  readonly model: ScreenModel;
  readonly state: State;
  readonly support: SupportReader;
  readonly later: LaterWords;
}
