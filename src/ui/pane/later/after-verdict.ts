/** What is drawn of what a user sets off once a verdict is there, and of an open request. */
export { PendingPanel, PendingStory } from './pending-panel';
export { ShareButton } from './share-button';
export { SharePanel } from './share-panel';
export { SituationList } from './situation-list';
export { WithdrawButton } from './withdraw-button';
