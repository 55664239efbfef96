import type { LookKey } from './looks';
import type { RequestId } from './requests';

/**
 * Anybody can make a link to the approval page that says `returned=denied`. When it is the service that sends a browser
 * there, it sets this cookie and puts the same random text into the address: the page believes `returned` and `looked`
 * only where the two are equal, and else says no more than what the address says.
 */
export const RETURN_MARK = { parameter: 'mark', cookie: '__Host-extendsync-return' } as const;

/** The service's addresses, from its origin. */
export const PATHS = {
  consent: '/api/consent',
  requests: '/api/requests',
  openings: (id: RequestId): string => `/api/requests/${id}/openings`,
  attempts: (id: RequestId): string => `/api/requests/${id}/attempts`,
  events: (id: RequestId): string => `/api/requests/${id}/events`,
  request: (id: RequestId): string => `/api/requests/${id}`,
  consentReturn: '/consent/return',
  consentLook: '/consent/look',
  looks: '/api/looks',
  look: (key: LookKey): string => `/api/looks/${key}`,
  // The name that the first links were shared under, and that registrations hold as an address.
  approvalPage: '/grant.html',
  /** The approval page for who has no link: a sign-in, and how things stand. */
  approvalStatus: '/grant.html?show=status',
  pane: '/taskpane.html',
  commandsPage: '/commands.html',
  redirectPage: '/redirect.html',
} as const;

/** In the approval page's address: an approval is there, and is to be confirmed. */
export const CONFIRM = ['confirm', '1'] as const;

/** In the address of a pane's window, and never in a shared link: the locale that Outlook speaks. */
export const DIALOG_LANGUAGE = 'language';

/** The link that is shared with an admin. */
export function requestLink(origin: string, id: RequestId): string {
  const url = new URL(PATHS.approvalPage, origin);
  url.searchParams.set('request', id);
  return url.href;
}
