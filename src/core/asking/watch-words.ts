/** How much reason there is to expect a change. */
export const WATCH_MODES = [
  /** An administrator has just come back from Microsoft: what they approved shows within seconds or minutes. */
  'spreading',
  /** Somebody is likely to approve right now. */
  'expecting',
  /** A request is with an administrator. */
  'pending',
  /** Nothing is under way, or the browser says that there is no network. */
  'idle',
  /** Granted: only a revocation can change it. */
  'granted',
  /** The last question got no answer. */
  'failing',
] as const;
export type WatchMode = (typeof WATCH_MODES)[number];

/** What the watch writes into the log. */
export const WATCH_EVENTS = ['probe-asked', 'probe-planned', 'lead-taken'] as const;
export type WatchEvent = (typeof WATCH_EVENTS)[number];
