import { GRANTED, scenario, type Scenario } from './scenario';

export const HOSTS: readonly Scenario[] = [
  scenario(
    [
      'popup-blocked',
      'Windows are blocked',
      'The browser does not let the pane open a dialog.',
      'Approve: the pane offers a link instead.',
    ],
    [],
    { host: { popups: 'blocked' } },
  ),
  scenario(
    [
      'no-bridge',
      'An Outlook without the bridge',
      'Sign-in goes through a window, as in older Outlooks.',
      'One button signs in; afterwards all is as with the bridge.',
    ],
    [],
    { host: { bridge: 'absent' } },
  ),
  scenario(
    [
      'window-open-taken',
      'An Outlook that opens windows by itself',
      'There is no bridge, and window.open answers the pane’s own window.',
      'Sign in: Microsoft’s page comes in a window of its own, and the pane stays.',
    ],
    [GRANTED],
    { host: { bridge: 'absent', trouble: 'window-open-taken' } },
  ),
  scenario(
    [
      'storage-denied',
      'A browser that denies the pane its storage',
      'Firefox blocks the cookies of other sites: the pane has no storage and no channels.',
      'Sign in: Microsoft’s window opens, and the check turns green.',
    ],
    [GRANTED],
    { host: { bridge: 'absent', trouble: 'storage-denied' } },
  ),
  scenario(
    [
      'windows-new',
      'New Outlook on Windows',
      "The host refuses without Microsoft's number.",
      'The pane does not pretend to know why, and leads on all the same.',
    ],
    [],
    { host: { flavour: 'windows-new' } },
  ),
  scenario(
    [
      'stubborn-host',
      'A host that remembers refusals',
      'The broker repeats its refusal until somebody signs in.',
      'Approve from the link: the pane offers to sign in again, and that cures it.',
    ],
    [],
    { host: { memory: 'remembers-refusals' } },
  ),
  scenario(
    [
      'windows-classic-broker',
      'Classic Outlook on Windows with its broker',
      'Our own API is refused by its address: AADSTS90009. By the bare id it works.',
      'It is green without a word about it.',
    ],
    [GRANTED],
    { host: { flavour: 'windows-classic', trouble: 'broker-bare-ids-only' } },
  ),
  scenario(
    [
      'broker-refuses-origin',
      'A broker that does not know the pane',
      '"The origin is not valid for Nested App Auth" (F3).',
      'The pane signs in like a web page instead.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-refuses-origin' } },
  ),
  scenario(
    [
      'broker-says-nothing',
      'A broker whose error is empty',
      'It refuses for good, with no word and no number (F3).',
      'The pane signs in like a web page instead.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-says-nothing' } },
  ),
  scenario(
    [
      'broker-silent',
      'A broker that never answers',
      'No question for a token is ever answered (F2, F3).',
      'After some seconds the pane offers to sign in; a window of the browser opens, and the check turns green.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-silent' } },
  ),
  scenario(
    [
      'broker-never-ready',
      'A broker that does not introduce itself',
      'The bridge is there, and nobody speaks on the other side (F3).',
      'As with a broker that never answers: the window of the browser leads on.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-never-ready' } },
  ),
  scenario(
    [
      'broker-unavailable',
      'A broker that sends the pane away',
      'It says that nested sign-in is not there, with a code beside it (F4).',
      'The pane signs in like a web page instead.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-unavailable' } },
  ),
  scenario(
    [
      'broker-window-fails',
      'A broker whose window does not open',
      'Sign-in is needed, and the window fails with native_executor_error (F29).',
      'Signing in stays on offer.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-window-fails' } },
  ),
  scenario(
    [
      'dialog-reports-closed',
      'A dialog that is said to be closed',
      'Outlook reports it closed as soon as Microsoft stands there (F1).',
      'Approve as Adele in that window: the pane did not give up, and is green at once.',
    ],
    [],
    { host: { person: 'adele', trouble: 'dialog-reports-closed' } },
  ),
  scenario(
    [
      'dialog-believed-open',
      'A dialog that is gone and still believed in',
      'The second attempt meets 12007 (F25).',
      'Approve, close the window, approve again: a plain window opens.',
    ],
    [],
    { host: { person: 'adele', trouble: 'dialog-believed-open' } },
  ),
  scenario(
    [
      'dialog-message-lost',
      'A dialog whose message is lost',
      'What the window tells the pane never arrives (F26).',
      'Approve and let the window close: it is green some moments later, and nobody is blamed.',
    ],
    [],
    { host: { person: 'adele', trouble: 'dialog-message-lost' } },
  ),
  scenario(
    [
      'office-late',
      'office.js comes late',
      'Eleven seconds pass before office.js is there (F14).',
      'The pane says what it waits for, and takes the host when it comes.',
    ],
    [GRANTED],
    { host: { trouble: 'office-late' } },
  ),
  scenario(
    [
      'theme-told-late',
      'Colours that come after their event',
      'Outlook tells of a new theme before its colours are known (F28).',
      'Choose the dark theme under "This Outlook": the pane follows a moment later.',
    ],
    [GRANTED],
    { host: { trouble: 'theme-told-late', panel: 'open' } },
  ),
  scenario(
    [
      'mailbox-not-told',
      'A mailbox that Outlook does not name',
      'Outlook tells no address, as on a Mac with an Exchange of one’s own (F15).',
      'The pane is green for the organisation of the account, and says that it is no more than that.',
    ],
    [GRANTED],
    { host: { trouble: 'mailbox-not-told' } },
  ),
  scenario(
    [
      'profile-kept',
      'A pinned pane that is not told of the other mailbox',
      'The host changes the mailbox and keeps the old profile.',
      'Pin the pane and open another mailbox: what the pane says stays true of the one it knows.',
    ],
    [GRANTED],
    { host: { trouble: 'profile-kept', panel: 'open' } },
  ),
  scenario(
    [
      'another-address',
      'Outlook under another address',
      'Some organisations open Outlook under an address of their own, which the service does not know (F30).',
      'Follow "Open under an address that may not show the pane": there the pane stays empty until HOST_ORIGINS names that address.',
    ],
    [GRANTED],
    { host: { panel: 'open' } },
  ),
];
