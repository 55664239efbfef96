/** How somebody is asked for a token: unseen, or with a window that a click allows. */
export const PROBE_MANNERS = ['silent', 'interactive'] as const;
export type ProbeManner = (typeof PROBE_MANNERS)[number];
