import type { Permission, PermissionId } from '../permissions';
import type { ReasonMessage } from './message';

/** What the screens of both pages are made of. */

export type Tone = 'plain' | 'good' | 'attention' | 'stopped';

export interface PermissionLine {
  readonly id: PermissionId;
  readonly permission: Permission;
  readonly state: 'granted' | 'granted-to-you' | 'missing' | 'not-known';
  /** What the permission lets ExtendSync do, and why it needs it. */
  readonly reason: ReasonMessage;
}

export interface ChecksModel {
  readonly busy: boolean;
  readonly lastAtMs?: number | undefined;
  readonly nextAtMs?: number | undefined;
  /** Whoever wanted a check must wait until then. */
  readonly putOff?: true | undefined;
  readonly paused?: 'hidden' | 'offline' | undefined;
}
