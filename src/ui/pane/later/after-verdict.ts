import { PendingPanel, PendingStory } from './pending-panel';
import { ShareButton } from './share-button';
import { SharePanel } from './share-panel';
import { SituationList } from './situation-list';
import { WithdrawButton } from './withdraw-button';

/** What is drawn of what a user sets off once a verdict is there, and of an open request. */
export const AFTER_VERDICT_PARTS = {
  PendingPanel,
  PendingStory,
  ShareButton,
  SharePanel,
  SituationList,
  WithdrawButton,
};
