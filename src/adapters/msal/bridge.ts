import type { PaneSettings } from '../../core/api/pane-settings';

/**
 * Whether the host gives the pane a bridge to its broker, as hosts with nested app authentication do (facts: MSAL's
 * `naa/BridgeProxy`), and the settings do not say to leave it alone.
 */
export const hasBridge = (window: Window, { nestedAppAuth }: Pick<PaneSettings, 'nestedAppAuth'>): boolean =>
  nestedAppAuth !== 'off' && 'nestedAppAuthBridge' in window && window.nestedAppAuthBridge !== undefined;
