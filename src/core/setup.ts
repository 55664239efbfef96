import type { CloudName } from './cloud';
import type { PermissionSet } from './permissions';

/** What does not change while one of our pages is open. */
export interface Setup {
  readonly set: PermissionSet;
  readonly clientId: string;
  readonly cloudName: CloudName;
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  /** The pages' own origin. */
  readonly origin: string;
}
