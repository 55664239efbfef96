import { mailtoUrl, teamsShareUrl, type AdminRequest } from '../core/admin-request';
import type { ShareWay } from '../core/pane/share-way';
import type { RequestFacts } from '../core/pane/request-facts';
import type { Clipboard, Host } from '../ports';

/** Writes the message to the administrator. */
export type ComposeRequest = (facts: RequestFacts) => AdminRequest;

interface ShareDoors {
  readonly host: Host;
  readonly clipboard: Clipboard;
  readonly compose: ComposeRequest;
}

/**
 * Hands the request over in the chosen way. Answers whether it left the pane; whether it was sent is the person's
 * business. The first call into the browser happens at once, within the click that allowed it.
 */
export function shareRequest(
  { host, clipboard, compose }: ShareDoors,
  way: ShareWay,
  facts: RequestFacts,
): Promise<boolean> {
  const message = compose(facts);
  switch (way) {
    case 'draft':
      return host.openDraft({
        to: [],
        subject: message.subject,
        textBody: message.textBody,
        htmlBody: message.htmlBody,
      });
    case 'copy':
      return clipboard.copy(message.link);
    case 'mail':
      return host.openWindow(mailtoUrl(message));
    case 'teams':
      return host.openWindow(teamsShareUrl(message.link, message.chatText));
    default:
      return way satisfies never;
  }
}
