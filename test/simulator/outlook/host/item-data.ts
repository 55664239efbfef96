/** What office.js is told about the mailbox and the open item: the answer to GetInitialData, names as in office.js. */
import type { AccountType, ItemKind } from '../host-options';
import type { Person } from './person';

/** Numbers of `Office.MailboxEnums` as hosts send them in `itemType`. */
const ITEM_TYPE: Readonly<Record<ItemKind, number>> = {
  'message-read': 1,
  'appointment-attendee': 2,
  'message-compose': 4,
  'appointment-organizer': 5,
  none: 6,
};

/** The host's code for the manifest permission ReadItem. */
const PERMISSION_READ_ITEM = 1;

export interface ShownItem {
  readonly id: string;
  readonly subject: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly receivedMs: number;
  readonly body: string;
}

const HOUR_MS = 3_600_000;

function address(name: string, emailAddress: string): Readonly<Record<string, unknown>> {
  return { name, address: emailAddress, recipientType: 0 };
}

function itemFields(kind: ItemKind, item: ShownItem, person: Person): Readonly<Record<string, unknown>> {
  if (kind === 'none') return {};
  const common = {
    id: item.id,
    itemClass: kind.startsWith('message') ? 'IPM.Note' : 'IPM.Appointment',
    conversationId: `conversation-${item.id}`,
    dateTimeCreated: item.receivedMs,
    dateTimeModified: item.receivedMs,
    attachments: [],
  };
  if (kind === 'message-compose' || kind === 'appointment-organizer') return common;
  const readable = {
    ...common,
    subject: item.subject,
    normalizedSubject: item.subject.replace(/^(re|fw): /i, ''),
  };
  if (kind === 'appointment-attendee') {
    return {
      ...readable,
      location: 'Room 2',
      start: item.receivedMs + HOUR_MS,
      end: item.receivedMs + 2 * HOUR_MS,
      organizer: address(item.fromName, item.fromAddress),
      to: [address(person.name, person.upn)],
      cc: [],
      recurrence: null,
    };
  }
  return {
    ...readable,
    internetMessageId: `<${item.id}@simulated.example>`,
    from: address(item.fromName, item.fromAddress),
    sender: address(item.fromName, item.fromAddress),
    to: [address(person.name, person.upn)],
    cc: [],
    bcc: [],
    isRead: true,
  };
}

/**
 * The initial data for one mailbox and item.
 *
 * @param itemNumber counts up with each change of the selected item, so that office.js drops answers about older ones
 */
export function initialDataFor(
  kind: ItemKind,
  item: ShownItem,
  person: Person,
  hostOrigin: string,
  itemNumber: number,
  isFromSharedFolder = false,
  takesOpen = false,
  accountType: AccountType = 'office365',
): Readonly<Record<string, unknown>> {
  return {
    permissionLevel: PERMISSION_READ_ITEM,
    itemType: ITEM_TYPE[kind],
    itemNumber,
    hostVersion: '16.0.15407.10000',
    owaView: 'ThreeColumns',
    userDisplayName: person.name,
    userEmailAddress: person.upn,
    userTimeZone: 'UTC',
    // office.js tells it as `userProfile.accountType`.
    userProfileType: accountType,
    ewsUrl: `${hostOrigin}/ews/exchange.asmx`,
    restUrl: `${hostOrigin}/api`,
    isRestIdSupported: true,
    // office.js gives the item `getSharedPropertiesAsync` for it.
    isFromSharedFolder,
    // office.js then puts a function of its own in the place of `window.open`.
    openWindowOpen: takesOpen,
    timeZoneOffsets: [{ start: 0, end: 4_102_444_800_000, offset: 0 }],
    ...itemFields(kind, item, person),
  };
}
