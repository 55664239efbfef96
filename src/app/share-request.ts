import type { ShareMessage } from '../core/pane/share-message';
import type { Clipboard, Host } from '../ports';

interface SharePorts {
  readonly host: Host;
  readonly clipboard: Clipboard;
}

/**
 * Hands the request over in the chosen way. Answers whether it left the pane; whether it was sent is the person's
 * business. The first call into the browser happens at once, within the click that allowed it.
 */
export function shareRequest(
  { host, clipboard }: SharePorts,
  message: ShareMessage,
): Promise<boolean | 'not-known'> {
  switch (message.way) {
    case 'draft':
      return host.openDraft({ to: [], ...message.draft });
    case 'copy':
      return clipboard.copy(message.link);
    case 'mail':
    case 'teams':
      return host.openWindow(message.url);
    default:
      return message satisfies never;
  }
}
