import type { ControlState } from '../../entra/control-api';
import type { HostState } from '../control-api';
import type { OutlookWindow } from '../host/outlook-window';
import type { TenantClient } from './tenant-client';

/** What each part of the panel works with. */
export interface PanelContext {
  readonly outlook: OutlookWindow;
  readonly tenant: TenantClient;
  host(): HostState;
  /** Runs an action, says in words how it went, and then shows the world as it is now. */
  act(words: string, action: () => Promise<string | undefined>): void;
}

/** What is shown; `tenant` is undefined while the simulated tenant cannot be reached. */
export interface Shown {
  readonly host: HostState;
  readonly tenant: ControlState | undefined;
}

/** One part of the panel. */
export interface PanelPart {
  readonly root: HTMLElement;
  show(shown: Shown): void;
}
