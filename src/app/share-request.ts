import { mailtoUrl, teamsShareUrl, type AdminRequest } from '../core/admin-request';
import type { ShareWay } from '../core/onboarding-event';
import type { Clipboard, Host } from '../ports';

/** Writes the message to the administrator for a link. `straightToMicrosoft`: the link does not lead to our grant page. */
export type ComposeRequest = (request: {
  readonly link: string;
  readonly straightToMicrosoft: boolean;
}) => AdminRequest;

interface ShareDoors {
  readonly host: Host;
  readonly clipboard: Clipboard;
  readonly compose: ComposeRequest;
}

interface Shareable {
  readonly way: ShareWay;
  readonly link: string;
  readonly straightToMicrosoft: boolean;
}

/**
 * Hands the request over in the chosen way. Answers whether it left the pane; whether it was sent is the person's
 * business. The first call into the browser happens at once, within the click that allowed it.
 */
export function shareRequest({ host, clipboard, compose }: ShareDoors, request: Shareable): Promise<boolean> {
  const message = compose(request);
  switch (request.way) {
    case 'draft':
      return host.openDraft({
        to: [],
        subject: message.subject,
        textBody: message.textBody,
        htmlBody: message.htmlBody,
      });
    case 'copy':
      return clipboard.copy(request.link);
    case 'mail':
      return host.openWindow(mailtoUrl(message));
    case 'teams':
      return host.openWindow(teamsShareUrl(request.link, message.subject));
    default:
      return request.way satisfies never;
  }
}
