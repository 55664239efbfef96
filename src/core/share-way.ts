/** How a person hands a request to an administrator, by a button. */
export type ShareWay = 'draft' | 'copy' | 'mail' | 'teams';

/** How it was handed on: a code that was shown on a shared screen has left the pane too, and so has a reminder. */
export type SharedBy = ShareWay | 'screen' | 'reminder';

export const SHARED_BY: readonly SharedBy[] = ['draft', 'copy', 'mail', 'teams', 'screen', 'reminder'];
