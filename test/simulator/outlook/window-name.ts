import { hostTroubles, type HostTrouble } from './host-trouble';

/**
 * What a frame or dialog is told by its `window.name`: office.js reads its host information there, and the script that
 * the pane proxy injects reads which of the host's ways it shall play.
 */

/** The part of `window.name` that is ours; office.js copies it unread into the names of the dialogs it opens. */
export interface SimulatedHost {
  /** Does this host offer nested app authentication? */
  readonly bridge: boolean;
  /** Does the browser let the pane open windows? */
  readonly popups: 'allowed' | 'blocked';
  readonly trouble: HostTrouble;
  /** How far the world's clock is ahead: a page may have the proxy's script from before it was put forward. */
  readonly aheadMs?: number | undefined;
}

/** Everything a new frame needs to know. */
export interface FrameIdentity {
  readonly conversationId: string;
  /** Fresh for each frame: office.js remembers "this id is a dialog" for the whole tab. */
  readonly controlId: string;
  readonly hostOrigin: string;
  readonly locale: string;
  readonly kind: 'pane' | 'dialog';
  readonly simulated: SimulatedHost;
}

const FILE_VERSION = '16.01';

/**
 * The value of `window.name` for a frame.
 *
 * @returns JSON text with the keys that office.js 1.1.110 reads (`OSF.WindowNameItemKeys`) and our own `simulatedHost`
 */
export function windowNameOf(frame: FrameIdentity): string {
  const hostInfo = [
    'Outlook',
    'Web',
    FILE_VERSION,
    frame.locale,
    frame.controlId,
    frame.kind === 'dialog' ? 'isDialog' : '',
    '',
    '0',
  ].join('$');
  return JSON.stringify({
    baseFrameName: `simulated_${frame.controlId}_`,
    hostInfo,
    xdmInfo: `${frame.conversationId}|${frame.controlId}|${frame.hostOrigin}/`,
    serializerVersion: 1,
    flights: '[]',
    simulatedHost: frame.simulated,
  });
}

/**
 * Reads our part of a window's name.
 *
 * @param name `window.name`, whatever it is
 * @returns the host's ways, or undefined when the window was not opened by the simulated Outlook
 */
export function simulatedHostIn(name: string): SimulatedHost | undefined {
  try {
    const parsed: unknown = JSON.parse(name);
    if (typeof parsed !== 'object' || parsed === null || !('simulatedHost' in parsed)) return undefined;
    const found = parsed.simulatedHost;
    if (typeof found !== 'object' || found === null || !('bridge' in found) || !('popups' in found))
      return undefined;
    const trouble = 'trouble' in found ? hostTroubles.find((known) => known === found.trouble) : undefined;
    return {
      bridge: found.bridge === true,
      popups: found.popups === 'blocked' ? 'blocked' : 'allowed',
      trouble: trouble ?? 'none',
      ...('aheadMs' in found && typeof found.aheadMs === 'number' ? { aheadMs: found.aheadMs } : {}),
    };
  } catch {
    return undefined;
  }
}
