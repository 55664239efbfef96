import type { State } from '../../../core/pane/state';
import type { ScreenModel } from '../../../core/pane/screens/model';
import type { LaterDoors } from '../later-doors';
import type { LaterWords } from '../../strings/later/words';

/** What a later screen's own part is made of. */
export interface LaterPartProps {
  readonly model: ScreenModel;
  readonly state: State;
  readonly doors: LaterDoors;
  readonly later: LaterWords;
}
