import type { Permission, PermissionId } from '../permissions';
import type { ReasonMessage } from './message';

/** What the screens of both pages are made of. */

export type Tone = 'plain' | 'good' | 'attention' | 'stopped';

export interface PermissionLine {
  readonly id: PermissionId;
  readonly permission: Permission;
  /** `granted-to-you`: to nobody else. `held-by-you`: nobody could say who else holds it. */
  readonly state: 'granted' | 'granted-to-you' | 'held-by-you' | 'missing' | 'not-known';
  /** What the permission lets ExtendSync do, and why it needs it. */
  readonly reason: ReasonMessage;
}

export interface ChecksModel {
  readonly busy: boolean;
  readonly lastAtMs?: number | undefined;
  readonly nextAtMs?: number | undefined;
  /** Whoever wanted a check must wait until then. */
  readonly putOff?: true | undefined;
  readonly paused?: 'hidden' | undefined;
  /** The browser says that there is no network. It may be wrong, so it is asked all the same. */
  readonly isOffline?: true | undefined;
}
