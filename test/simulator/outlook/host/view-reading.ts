/** The middle of the page: what is open, a message or an appointment, read or written, with the add-in's button on it. */
import type { ItemKind } from '../host-options';
import { drawings, element, icon } from './element';
import { initialsOf } from './person';
import { safeHtml } from './safe-html';
import type { StoredMessage } from './mailbox';

const FORM_TITLES = { 'message-compose': 'New message', 'appointment-organizer': 'New appointment' } as const;

/** The button with which people open the add-in, as the manifest puts it on each kind of item. */
function addInButton(opened: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'add-in', 'aria-label': 'Open ExtendSync', onclick: opened },
    icon(drawings.sync),
    'ExtendSync',
  );
}

function when(ms: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}

function head(message: StoredMessage, locale: string): HTMLElement {
  return element(
    'div',
    { class: 'letter-head' },
    element('span', { class: 'face', 'aria-hidden': 'true' }, initialsOf(message.fromName)),
    element(
      'div',
      {},
      element('div', { class: 'letter-from' }, message.fromName),
      element('div', { class: 'letter-when' }, when(message.receivedMs, locale)),
    ),
  );
}

function emptyForm(kind: ItemKind): HTMLElement {
  const names = kind === 'message-compose' ? ['To', 'Subject'] : ['Title', 'People', 'Time'];
  const rows = names.map((name) => {
    const id = `form-${name.toLowerCase()}`;
    return element(
      'div',
      { class: 'draft-row' },
      element('label', { for: id }, name),
      element('input', { id, type: 'text', autocomplete: 'off' }),
    );
  });
  const body = element('textarea', { class: 'draft-body', 'aria-label': 'Text', rows: '8' });
  return element('div', { class: 'draft' }, ...rows, body);
}

/** Draws the open item. */
export function readingView(
  kind: ItemKind,
  message: StoredMessage,
  locale: string,
  addInOpened: () => void,
  answered: (answer: string) => void,
): HTMLElement {
  const section = element('section', { class: 'reading', 'aria-label': 'Open item' });
  section.append(
    element('div', { class: 'commands', role: 'group', 'aria-label': 'Commands' }, addInButton(addInOpened)),
  );
  if (kind === 'none') {
    section.append(element('p', { class: 'nothing' }, 'Select an item to read.'));
  } else if (kind === 'message-compose' || kind === 'appointment-organizer') {
    section.append(element('h2', { class: 'letter-subject' }, FORM_TITLES[kind]), emptyForm(kind));
  } else {
    const body = element('div', { class: 'letter-body', dir: 'auto' }, safeHtml(message.body, document));
    section.append(
      element('h2', { class: 'letter-subject', dir: 'auto' }, message.subject),
      head(message, locale),
      body,
    );
    if (kind === 'appointment-attendee') {
      section.append(
        element(
          'div',
          { class: 'answers', role: 'group', 'aria-label': 'Answer the invitation' },
          ...['Accept', 'Tentative', 'Decline'].map((name) =>
            element('button', { type: 'button', onclick: () => answered(name) }, name),
          ),
        ),
      );
    }
  }
  return section;
}
