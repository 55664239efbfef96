/**
 * Everything about one Outlook window that can be chosen, as plain data that travels in the address: the panel, the
 * scenarios and the browser tests all say the same thing the same way.
 */

import { hostTroubles, type HostTrouble } from './host-trouble';

/** What is open in the window. `none` is an empty reading pane with the task pane pinned. */
export type ItemKind =
  'message-read' | 'message-compose' | 'appointment-organizer' | 'appointment-attendee' | 'none';

/**
 * How the host's broker words a refusal. Seen in public: `web` and `windows-new` (issue 7788 of
 * microsoft-authentication-library-for-js), `mac` (issue 7498). `windows-classic` and `mobile` are known to differ but
 * not how; they play "even less is said".
 */
export type Flavour = 'web' | 'windows-new' | 'windows-classic' | 'mac' | 'mobile';

/**
 * What Outlook calls the mailbox's account (`userProfile.accountType`): `enterprise` is a mailbox on an Exchange server of the
 * organisation's own, in a hybrid one too (learn.microsoft.com/javascript/api/outlook/office.userprofile).
 */
export type AccountType = 'office365' | 'enterprise' | 'outlookCom' | 'gmail';

export type Theme = 'light' | 'dark' | 'black' | 'high-contrast';

export interface HostOptions {
  /** Key of the person whose mailbox is open: a user's first name in lower case, UPN or object id. */
  readonly person: string;
  /** Address of the open mailbox where it is not the person's own, as for consultants and shared mailboxes; else empty. */
  readonly mailbox: string;
  /** Address of the owner of the open item, where it lies in a folder that is shared with the person; else empty. */
  readonly owner: string;
  readonly accountType: AccountType;
  /** Does the host give the pane `nestedAppAuthBridge`? */
  readonly bridge: 'present' | 'absent';
  readonly flavour: Flavour;
  /** Does the host's broker give a refusal again without asking Microsoft, until somebody signs in by a popup? */
  readonly memory: 'fresh' | 'remembers-refusals';
  /** Does the broker say which scopes it got? Without, MSAL believes those that were asked for. */
  readonly scopes: 'told' | 'omitted';
  readonly popups: 'allowed' | 'blocked';
  /** What this host does wrong. */
  readonly trouble: HostTrouble;
  /** May the pane use the asynchronous Clipboard API? Outlook on the web does not let it: office-js issues 1991, 3480. */
  readonly clipboard: 'allowed' | 'blocked';
  readonly theme: Theme;
  /** Office's display language, a BCP 47 tag such as `de-DE`. */
  readonly language: string;
  /** Width of the task pane in CSS pixels. Outlook on the web gives 320. */
  readonly paneWidthPx: number;
  readonly item: ItemKind;
  /** Which page of the pane's origin the task pane shows. */
  readonly page: string;
  /** Is the control panel's drawer open at start? `alone`: a real Outlook shows the pane, and none is drawn here. */
  readonly panel: 'open' | 'closed' | 'alone';
}

/** What an address without parameters means: Mia reads a message in an Outlook that has the bridge. */
export const defaultHostOptions: HostOptions = {
  person: 'mia',
  mailbox: '',
  owner: '',
  accountType: 'office365',
  bridge: 'present',
  flavour: 'web',
  memory: 'fresh',
  scopes: 'told',
  popups: 'allowed',
  trouble: 'none',
  clipboard: 'blocked',
  theme: 'light',
  language: 'en-US',
  paneWidthPx: 320,
  item: 'message-read',
  page: 'taskpane.html',
  panel: 'closed',
};

export const itemKinds: readonly ItemKind[] = [
  'message-read',
  'message-compose',
  'appointment-organizer',
  'appointment-attendee',
  'none',
];
export const accountTypes: readonly AccountType[] = ['office365', 'enterprise', 'outlookCom', 'gmail'];
export const flavours: readonly Flavour[] = ['web', 'windows-new', 'windows-classic', 'mac', 'mobile'];
export const themes: readonly Theme[] = ['light', 'dark', 'black', 'high-contrast'];

const PAGE = /^[a-z0-9-]+\.html(\?[^#]*)?$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const ADDRESS = /^[^\s@<>"]+@[a-z0-9.-]+$/i;
const MIN_WIDTH_PX = 240;
const MAX_WIDTH_PX = 900;

function oneOf<Choice extends string>(
  text: string | null,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  return choices.find((choice) => choice === text) ?? otherwise;
}

function matching(text: string | null, pattern: RegExp, otherwise: string): string {
  return text !== null && pattern.test(text) ? text : otherwise;
}

/**
 * Reads the options out of an address.
 *
 * @param search the query, with or without the question mark; unknown and malformed values become the default
 */
export function parseHostOptions(search: string): HostOptions {
  const asked = new URLSearchParams(search);
  const base = defaultHostOptions;
  const width = Number.parseInt(asked.get('width') ?? '', 10);
  return {
    person: asked.get('person')?.trim().toLowerCase() || base.person,
    mailbox: matching(asked.get('mailbox'), ADDRESS, base.mailbox),
    owner: matching(asked.get('owner'), ADDRESS, base.owner),
    accountType: oneOf(asked.get('accountType'), accountTypes, base.accountType),
    bridge: oneOf(asked.get('bridge'), ['present', 'absent'], base.bridge),
    flavour: oneOf(asked.get('flavour'), flavours, base.flavour),
    memory: oneOf(asked.get('memory'), ['fresh', 'remembers-refusals'], base.memory),
    scopes: oneOf(asked.get('scopes'), ['told', 'omitted'], base.scopes),
    popups: oneOf(asked.get('popups'), ['allowed', 'blocked'], base.popups),
    trouble: oneOf(asked.get('trouble'), hostTroubles, base.trouble),
    clipboard: oneOf(asked.get('clipboard'), ['allowed', 'blocked'], base.clipboard),
    theme: oneOf(asked.get('theme'), themes, base.theme),
    language: matching(asked.get('language'), LANGUAGE, base.language),
    paneWidthPx: Number.isFinite(width)
      ? Math.min(MAX_WIDTH_PX, Math.max(MIN_WIDTH_PX, width))
      : base.paneWidthPx,
    item: oneOf(asked.get('item'), itemKinds, base.item),
    page: matching(asked.get('page'), PAGE, base.page),
    panel: oneOf(asked.get('panel'), ['open', 'closed', 'alone'], base.panel),
  };
}

/** The query for an address that gives these options; what equals the default is left out. */
export function hostOptionsQuery(options: Partial<HostOptions>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) {
    const key = name as keyof HostOptions;
    if (value !== defaultHostOptions[key]) query.set(key === 'paneWidthPx' ? 'width' : key, String(value));
  }
  return query.toString();
}
