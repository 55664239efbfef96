/** What is drawn of a request to an administrator: made here, or open already. */
export { PendingPanel, PendingStory } from './pending-panel';
export { ShareButton } from './share-button';
export { SharePanel } from './share-panel';
