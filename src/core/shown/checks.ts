import type { ChecksModel } from './model';

interface Asking {
  readonly probing?: unknown;
  readonly verdictAtMs?: number | undefined;
  readonly nextAtMs?: number | undefined;
  readonly putOff?: true | undefined;
}

/** When was asked last, when is asked next, and whether anything may keep the answer away. */
export const checksModel = (
  { probing, verdictAtMs, nextAtMs, putOff }: Asking,
  { online, visible }: { readonly online: boolean; readonly visible: boolean },
): ChecksModel => ({
  busy: probing !== undefined,
  lastAtMs: verdictAtMs,
  nextAtMs,
  putOff,
  paused: visible ? undefined : 'hidden',
  isOffline: online ? undefined : true,
});
