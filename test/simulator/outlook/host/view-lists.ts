/** The left of the page: modules, folders, and the list of messages. */
import { drawings, element, icon } from './element';
import { initialsOf } from './person';
import type { StoredMessage } from './mailbox';

export type Folder = 'Inbox' | 'Sent items';

/** The narrow rail with Outlook's modules; only Mail does anything, so the others are drawn, not offered. */
export function railView(): HTMLElement {
  const others = [drawings.calendar, drawings.people, drawings.tasks].map((path) =>
    element('span', { class: 'rail-item' }, icon(path)),
  );
  return element(
    'div',
    { class: 'rail', 'aria-hidden': 'true' },
    element('span', { class: 'rail-item is-current' }, icon(drawings.mail)),
    ...others,
  );
}

/** The folders. */
export function foldersView(current: Folder, unread: number, chosen: (folder: Folder) => void): HTMLElement {
  const button = (folder: Folder, path: string, note: string): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        class: 'folder',
        ...(folder === current ? { 'aria-current': 'true' } : {}),
        onclick: () => chosen(folder),
      },
      icon(path),
      element('span', { class: 'grow' }, folder),
      note,
    );
  return element(
    'nav',
    { class: 'folders', 'aria-label': 'Folders' },
    button('Inbox', drawings.inbox, unread > 0 ? String(unread) : ''),
    button('Sent items', drawings.sent, ''),
  );
}

/** The list of messages in one folder. */
export function messagesView(
  folder: Folder,
  messages: readonly StoredMessage[],
  currentId: string | undefined,
  locale: string,
  chosen: (message: StoredMessage) => void,
): HTMLElement {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const rows = messages.map((message) =>
    element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: message.unread ? 'message is-unread' : 'message',
          ...(message.id === currentId ? { 'aria-current': 'true' } : {}),
          onclick: () => chosen(message),
        },
        element('span', { class: 'face', 'aria-hidden': 'true' }, initialsOf(message.fromName)),
        element(
          'span',
          { class: 'message-text' },
          element(
            'span',
            { class: 'message-line' },
            element('span', { class: 'message-from', dir: 'auto' }, message.fromName),
            element('span', { class: 'message-time' }, time.format(message.receivedMs)),
          ),
          element('span', { class: 'message-subject', dir: 'auto' }, message.subject),
          element('span', { class: 'message-preview', dir: 'auto' }, message.preview),
        ),
      ),
    ),
  );
  return element(
    'section',
    { class: 'messages', 'aria-label': 'Message list' },
    element('h2', {}, folder),
    rows.length > 0 ? element('ul', {}, ...rows) : element('p', { class: 'nothing' }, 'Nothing here yet.'),
  );
}
