/**
 * What hosts were seen to do wrong, each with the report that told of it. One window plays one of them at a time; they travel in the
 * address like every other option.
 */
export const HOST_TROUBLES = {
  none: { title: 'Nothing', source: '' },
  'dialog-reports-closed': {
    title: 'A dialog is reported closed (12006) while it stands',
    source: 'F1, OfficeDev/office-js#6548 and #4376',
  },
  'dialog-believed-open': {
    title: 'Outlook believes that a dialog still stands (12007)',
    source: 'F25, OfficeDev/office-js#6021',
  },
  'dialog-message-lost': {
    title: 'What a dialog tells the pane is lost',
    source: 'F26, OfficeDev/office-js#5479',
  },
  'theme-told-late': {
    title: 'A change of theme is told before the new colours are there',
    source: 'F28, OfficeDev/office-js#6348',
  },
  'window-open-taken': {
    title: 'Outlook puts its own function in the place of window.open',
    source: 'office.js 1.1.110, outlook-web, `openWindowOpen`',
  },
  'storage-denied': {
    title: 'The browser denies the pane its storage and its channels',
    source: 'Firefox ESR 140, `network.cookie.cookieBehavior` 1: cookies of other sites are blocked',
  },
  'office-late': {
    title: 'office.js comes after eleven seconds',
    source: 'F14, OfficeDev/office-js#3330 and #906',
  },
  'mailbox-not-told': {
    title: 'Outlook does not tell whose mailbox it is',
    source: 'F15, OfficeDev/office-js#790 and #6115',
  },
  'profile-kept': {
    title: 'A pinned pane is not told of the other mailbox',
    source: 'OfficeDev/office-js#5271 and #4259',
  },
  'broker-refuses-origin': {
    title: 'The broker says: the origin is not valid for nested app authentication',
    source: 'F3, OfficeDev/office-js#6610',
  },
  'broker-says-nothing': {
    title: 'The broker answers with an empty error',
    source: 'F3, OfficeDev/office-js#6691',
  },
  'broker-silent': {
    title: 'The broker never answers a question for a token',
    source: 'F3, as a kind: OfficeDev/office-js#6610 and #6691 tell of brokers that fail for good',
  },
  'broker-never-ready': {
    title: 'The broker does not even introduce itself',
    source: 'F3, as a kind: OfficeDev/office-js#6610 and #6691 tell of brokers that fail for good',
  },
  'broker-unavailable': {
    title: 'The broker says: not available, try the standard client',
    source: 'F4, msal-browser 5.30, src/naa/BridgeStatusCode.ts',
  },
  'broker-window-fails': {
    title: 'The broker cannot open its window',
    source: 'F29, OfficeDev/Office-Add-in-samples#1079',
  },
  'broker-bare-ids-only': {
    title: 'The broker takes our own API by its bare id alone (AADSTS90009)',
    source: 'AzureAD/microsoft-authentication-library-for-dotnet#4467 and #2498',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly source: string }>>;

export type HostTrouble = keyof typeof HOST_TROUBLES;

export const hostTroubles = Object.keys(HOST_TROUBLES) as readonly HostTrouble[];
