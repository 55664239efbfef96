import { PermissionList } from '../../components/permission-list';
import { AttemptLimit } from './attempt-limit';
import { PendingPanel, PendingStory } from './pending-panel';
import { ShareButton } from './share-button';
import { SharePanel } from './share-panel';
import { SituationList } from './situation-list';
import { StepList } from './step-list';
import { WithdrawButton } from './withdraw-button';

/** What is drawn once a verdict is there: its permissions, what a user sets off, an open request. */
export const AFTER_VERDICT_PARTS = {
  AttemptLimit,
  PendingPanel,
  PendingStory,
  PermissionList,
  ShareButton,
  SharePanel,
  SituationList,
  StepList,
  WithdrawButton,
};
