/** The Outlook page as a whole: what is shown where, and what happens when people click. */
import type { HostState } from '../control-api';
import { hostOptionsQuery, type HostOptions } from '../host-options';
import { drawings, element, icon } from './element';
import { sampleMessages, type StoredMessage } from './mailbox';
import type { DraftRequest } from './outlook-methods';
import { openPane, type PaneSession } from './pane-session';
import { findPerson, initialsOf, type Person } from './person';
import { draftView, type SentDraft } from './view-draft';
import { foldersView, messagesView, railView, type Folder } from './view-lists';
import { readingView } from './view-reading';

export interface OutlookWindow {
  readonly root: HTMLElement;
  options(): HostOptions;
  person(): Person;
  /** Changes some options; the pane is loaded anew where a real host would have to. */
  change(options: Partial<HostOptions>): void;
  reloadPane(): void;
  /** The world's clock was put forward. */
  clockMoved(aheadMs: number): void;
  /** The newest address that was found in a sent or open draft, for "open as somebody else". */
  sharedLink(): string | undefined;
}

export interface OutlookWindowInput {
  readonly state: HostState;
  readonly options: HostOptions;
  /** The scenario that this window plays; it stays in the address. */
  readonly scenario: string | undefined;
  /** The panel's switch in the header. */
  readonly panelToggle: HTMLElement;
  log(line: string): void;
  /** A shared link was seen, or another person has the window. */
  changed(): void;
}

/** Options after whose change a real Outlook would load the pane anew. */
const RELOADS_PANE: readonly (keyof HostOptions)[] = [
  'person',
  'mailbox',
  'owner',
  'accountType',
  'bridge',
  'popups',
  'trouble',
  'clipboard',
  'language',
  'item',
  'page',
];
/** While the pane is pinned these reach it as an event instead. */
const REACHES_PINNED: readonly (keyof HostOptions)[] = ['mailbox', 'owner', 'accountType'];
/** So does going from a message to none and back. A form or an appointment has a pane of its own. */
const isReading = ({ item }: HostOptions): boolean => item === 'message-read' || item === 'none';
const CHANGES_BROKER: readonly (keyof HostOptions)[] = ['flavour', 'memory', 'scopes'];

/** Long enough to be read, short enough not to be in the way. */
const TOAST_MS = 6_000;

/** Longer than anybody waits for office.js (F14). */
const OFFICE_LATE_MS = 11_000;

const RIGHT_TO_LEFT = /^(ar|he|fa|ur)\b/;

/** Draws Outlook for one person. */
export function openOutlook(input: OutlookWindowInput): OutlookWindow {
  const { state } = input;
  let options = input.options;
  let person = personFor(options);
  let folder: Folder = 'Inbox';
  let inbox = readFirst(mailOf(person));
  const sent = new Map<string, StoredMessage[]>();
  let current: StoredMessage = inbox[0] ?? emptyMessage();
  let draft: DraftRequest | undefined;
  let link: string | undefined;
  let isPinned = false;
  let { aheadMs } = state;
  let pane: PaneSession | undefined;

  const slots = {
    header: element('header', { class: 'app-header' }),
    folders: element('div', { class: 'slot slot-folders' }),
    messages: element('div', { class: 'slot slot-messages' }),
    reading: element('main', { class: 'slot slot-reading' }),
    pane: element('div', { class: 'slot slot-pane' }),
  };
  const status = element('p', { class: 'toast', role: 'status' });
  const root = element(
    'div',
    { class: 'outlook' },
    slots.header,
    element(
      'div',
      { class: 'columns' },
      railView(),
      slots.folders,
      slots.messages,
      slots.reading,
      slots.pane,
    ),
    status,
  );

  function personFor(wanted: HostOptions): Person {
    const found = findPerson(state.people, wanted.person) ?? state.people[0];
    if (!found) throw new Error('The simulated world has no people.');
    return found;
  }

  function mailOf(owner: Person): readonly StoredMessage[] {
    return sampleMessages(owner.upn.split('@')[1] ?? 'simulated.example', Date.now());
  }

  /** The first message is open from the start, so it is read. */
  function readFirst(messages: readonly StoredMessage[]): readonly StoredMessage[] {
    return messages.map((message, index) => (index === 0 ? { ...message, unread: false } : message));
  }

  function emptyMessage(): StoredMessage {
    return {
      id: 'none',
      subject: '',
      fromName: '',
      fromAddress: '',
      receivedMs: Date.now(),
      body: '',
      preview: '',
      unread: false,
    };
  }

  let silence: ReturnType<typeof setTimeout> | undefined;
  function say(text: string): void {
    clearTimeout(silence);
    status.textContent = text;
    silence = setTimeout(() => {
      status.textContent = '';
    }, TOAST_MS);
  }

  function sentOf(owner: Person): StoredMessage[] {
    const kept = sent.get(owner.id) ?? [];
    sent.set(owner.id, kept);
    return kept;
  }

  function noteLink(html: string): void {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const places = [...parsed.querySelectorAll('a[href]')].map((anchor) => anchor.getAttribute('href') ?? '');
    const written = (parsed.body.textContent ?? '').match(/https:\/\/[^\s<>"]+/g) ?? [];
    const found = [...places, ...written].find(
      (place) => place.startsWith(`${state.paneOrigin}/`) || place.startsWith(`${state.entraOrigin}/`),
    );
    if (found === undefined) return;
    link = found;
    input.changed();
  }

  function drawHeader(): void {
    slots.header.replaceChildren(
      element('h1', { class: 'brand' }, icon(drawings.mail), 'Outlook'),
      element('span', { class: 'badge' }, 'SIMULATED'),
      element('span', { class: 'grow' }),
      input.panelToggle,
      element(
        'span',
        { class: 'me', title: `${person.name}, ${person.upn}` },
        element('span', { class: 'me-name' }, person.name),
        element('span', { class: 'face', 'aria-hidden': 'true' }, initialsOf(person.name)),
      ),
    );
  }

  function drawLists(): void {
    const hadFocus = (slot: HTMLElement): boolean => slot.contains(document.activeElement);
    const refocus = (slot: HTMLElement): void => slot.querySelector<HTMLElement>('[aria-current]')?.focus();
    const unread = inbox.filter((message) => message.unread).length;
    const folderFocus = hadFocus(slots.folders);
    const messageFocus = hadFocus(slots.messages);
    slots.folders.replaceChildren(
      foldersView(folder, unread, (chosen) => {
        folder = chosen;
        drawLists();
      }),
    );
    const list = folder === 'Inbox' ? inbox : sentOf(person);
    slots.messages.replaceChildren(messagesView(folder, list, current.id, options.language, selectMessage));
    if (folderFocus) refocus(slots.folders);
    if (messageFocus) refocus(slots.messages);
  }

  function selectMessage(message: StoredMessage): void {
    inbox = inbox.map((other) => (other.id === message.id ? { ...other, unread: false } : other));
    const isOther = message.id !== current.id;
    current = message;
    draft = undefined;
    if (options.item !== 'message-read') options = { ...options, item: 'message-read' };
    keepInAddress();
    drawLists();
    drawReading();
    if (!isOther || !pane) return;
    if (isPinned) pane.itemChanged();
    else closePane();
  }

  function drawReading(): void {
    if (draft) {
      const done = (words: string): void => {
        draft = undefined;
        drawReading();
        say(words);
        slots.reading.querySelector<HTMLElement>('button')?.focus();
      };
      slots.reading.replaceChildren(
        draftView(
          draft,
          (what) => {
            keepSent(what);
            done(`Message sent to ${what.to || 'nobody'}.`);
          },
          () => done('Draft discarded.'),
        ),
      );
      return;
    }
    slots.reading.replaceChildren(
      readingView(options.item, current, options.language, showPane, (answer) =>
        say(`Answer sent: ${answer}.`),
      ),
    );
  }

  function keepSent(what: SentDraft): void {
    noteLink(what.body);
    sentOf(person).unshift({
      id: crypto.randomUUID(),
      subject: what.subject,
      fromName: `To: ${what.to}`,
      fromAddress: person.upn,
      receivedMs: Date.now(),
      body: what.body,
      preview: what.subject,
      unread: false,
    });
    input.log('message sent');
    drawLists();
  }

  function showDraft(wanted: DraftRequest): void {
    draft = wanted;
    noteLink(wanted.htmlBody);
    input.log('draft opened by the add-in');
    drawReading();
    say('Draft opened.');
  }

  function closePane(): void {
    pane?.end();
    pane = undefined;
    slots.pane.replaceChildren();
    root.classList.remove('has-pane');
  }

  function showPane(): void {
    closePane();
    if (options.trouble === 'office-late') holdOfficeJs();
    pane = openPane({
      hostOrigin: location.origin,
      paneOrigin: state.paneOrigin,
      entraOrigin: state.entraOrigin,
      appDomains: state.appDomains,
      isPinned,
      options: () => options,
      aheadMs: () => aheadMs,
      person: () => person,
      item: () => current,
      showDraft,
      closed: () => {
        closePane();
        slots.reading.querySelector<HTMLElement>('.add-in')?.focus();
      },
      pinned: (now) => {
        isPinned = now;
      },
      focusLeft: (direction) => {
        const inHeader = slots.pane.querySelectorAll('button');
        const target =
          direction === 'backward'
            ? inHeader[inHeader.length - 1]
            : slots.header.querySelector<HTMLElement>('button, a[href]');
        target?.focus();
      },
      log: input.log,
    });
    slots.pane.replaceChildren(pane.root);
    root.classList.add('has-pane');
  }

  /** office.js comes, but late. The server lets go of it by itself after a minute. */
  function holdOfficeJs(): void {
    const tell = (held: boolean): void =>
      void fetch('/simulated/host/office-js', { method: 'POST', body: JSON.stringify({ held }) });
    tell(true);
    setTimeout(() => tell(false), OFFICE_LATE_MS);
  }

  function applyLook(): void {
    const page = document.documentElement;
    page.dataset['theme'] = options.theme;
    page.style.setProperty('--pane-width', `${options.paneWidthPx}px`);
    root.dir = RIGHT_TO_LEFT.test(options.language) ? 'rtl' : 'ltr';
  }

  function keepInAddress(): void {
    const asked = new URLSearchParams(hostOptionsQuery(options));
    if (input.scenario !== undefined) asked.set('scenario', input.scenario);
    const query = asked.toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  }

  function change(wanted: Partial<HostOptions>): void {
    const before = options;
    options = { ...options, ...wanted };
    const differs = (key: keyof HostOptions): boolean => before[key] !== options[key];
    if (differs('person')) {
      person = personFor(options);
      inbox = readFirst(mailOf(person));
      current = inbox[0] ?? emptyMessage();
      folder = 'Inbox';
      draft = undefined;
    }
    applyLook();
    keepInAddress();
    if (differs('person') || differs('language') || differs('item')) {
      drawHeader();
      drawLists();
      drawReading();
    }
    const reaches: readonly (keyof HostOptions)[] =
      isReading(before) && isReading(options) ? [...REACHES_PINNED, 'item'] : REACHES_PINNED;
    const reloads = RELOADS_PANE.some(
      (key) => differs(key) && !(isPinned && pane !== undefined && reaches.includes(key)),
    );
    if (reloads) showPane();
    else {
      if (reaches.some(differs)) pane?.itemChanged();
      if (CHANGES_BROKER.some(differs)) pane?.brokerChanged();
      if (differs('theme')) pane?.themeChanged();
    }
    input.changed();
  }

  applyLook();
  keepInAddress();
  drawHeader();
  drawLists();
  drawReading();
  showPane();

  return {
    root,
    options: () => options,
    person: () => person,
    change,
    reloadPane: showPane,
    clockMoved: (now) => {
      aheadMs = now;
      pane?.clockMoved(now);
    },
    sharedLink: () => link,
  };
}
