import type { PaneSettings } from './api/pane-settings';
import type { CloudName } from './cloud';
import { PERMISSION_SET } from './permission-set';
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
  /** The service's, where it has told it: links lead there. The pane may stand under a second name of the service. */
  readonly publicOrigin?: string | undefined;
}

/** What a page works with: what the service wrote into it, and what every installation asks for. */
export const setupOf = (
  { clientId, cloudName, loginOrigin, graphOrigin, publicOrigin }: PaneSettings,
  origin: string,
): Setup => ({ set: PERMISSION_SET, clientId, cloudName, loginOrigin, graphOrigin, origin, publicOrigin });
