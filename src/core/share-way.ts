/** How a person hands a request to an administrator, by a button. */
export const SHARE_WAYS = ['draft', 'copy', 'mail', 'teams'] as const;
export type ShareWay = (typeof SHARE_WAYS)[number];

/** How it was handed on: a code that was shown on a shared screen has left the pane too, and so has a reminder. */
export const SHARED_BY = [...SHARE_WAYS, 'screen', 'reminder'] as const;
export type SharedBy = (typeof SHARED_BY)[number];
