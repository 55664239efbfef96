import { mailtoUrl, teamsShareUrl, type AdminRequest } from '../admin-request';
import type { ShareWay } from '../share-way';

/** The message to the administrator as one way of sharing takes it. It is composed where the button is pressed. */
export type ShareMessage = {
  /** The link that stands in it. */
  readonly link: string;
} & (
  | { readonly way: 'draft'; readonly draft: Pick<AdminRequest, 'subject' | 'textBody' | 'htmlBody'> }
  | { readonly way: 'copy' }
  /** `url` opens the other program with the message in it. */
  | { readonly way: 'mail' | 'teams'; readonly url: string }
);

/** The request as the chosen way takes it. */
export function shareMessage(way: ShareWay, request: AdminRequest): ShareMessage {
  const { link, subject, textBody, htmlBody, chatText } = request;
  switch (way) {
    case 'draft':
      return { way, link, draft: { subject, textBody, htmlBody } };
    case 'copy':
      return { way, link };
    case 'mail':
      return { way, link, url: mailtoUrl(request) };
    case 'teams':
      return { way, link, url: teamsShareUrl(link, chatText) };
    default:
      return way satisfies never;
  }
}
