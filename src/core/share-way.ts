import type { CloudName } from './cloud';

/** How a person hands a request to an administrator, by a button. */
const SHARE_WAYS = ['draft', 'copy', 'mail', 'teams'] as const;
export type ShareWay = (typeof SHARE_WAYS)[number];

/**
 * Whether Teams has its page for sharing where these people sign in. Microsoft documents that page at teams.microsoft.com
 * (https://learn.microsoft.com/en-us/microsoftteams/platform/concepts/build-and-test/share-to-teams-from-web-apps), where
 * accounts of the national clouds do not exist. Their Teams is elsewhere (gov.teams.microsoft.us and dod.teams.microsoft.us in
 * https://learn.microsoft.com/en-us/microsoftteams/msi-deployment), and whether it has the page is not said.
 */
export const canShareInTeams = (cloud: CloudName): boolean => cloud === 'global' || cloud === 'custom';

/** How it was handed on: a code that was shown on a shared screen has left the pane too, and so has a reminder. */
export const SHARED_BY = [...SHARE_WAYS, 'screen', 'reminder'] as const;
export type SharedBy = (typeof SHARED_BY)[number];
