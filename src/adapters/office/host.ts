import type { Clock, Draft, Host, Theme } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';
import { declares, type HostedOffice, type OfficeReady, type OfficeWindow } from './ready';
import { watchMailbox } from './mailbox';
import { themeOf, type OfficeColours } from './theme';

export interface OfficeHost extends Host {
  /** Whether the host says that it supports nested app authentication; it may still give the pane no bridge. */
  declaresNestedAppAuth(): Promise<boolean>;
}

// A draft opens in a moment or not at all.
const DRAFT_LIMIT_MS = 10_000;
// https://learn.microsoft.com/en-us/javascript/api/requirement-sets/outlook/requirement-set-1.9 : body of 32 KB.
const LONGEST_BODY = 32 * 1_024;
// A host may announce a new theme before it has the colours (https://github.com/OfficeDev/office-js/issues/6348).
const LOOK_FOR_COLOURS_AFTER_MS = [100, 1_000, 3_000];

/** Outlook, or the plain browser where there is none. */
export function createOfficeHost(window: OfficeWindow, ready: OfficeReady, clock: Clock): OfficeHost {
  const media = (query: string): boolean => window.matchMedia(query).matches;
  const listeners = new Set<(theme: Theme) => void>();
  let colours: OfficeColours | undefined;

  const takeColours = (changed: OfficeColours | undefined): void => {
    if (changed === undefined || sameColours(changed, colours)) return;
    colours = changed;
    const theme = themeOf(colours, media);
    for (const hear of listeners) hear(theme);
  };
  ready.onHost((hosted) => {
    takeColours(coloursOf(hosted));
    watchColours(hosted, clock, takeColours);
  });
  const mailbox = watchMailbox(window, ready, clock);

  return {
    ready: () => mailbox.profile(),
    onMailboxChanged: (hear) => mailbox.onChanged(hear),
    theme: () => themeOf(colours, media),
    onThemeChanged(hear) {
      listeners.add(hear);
      const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
        window.matchMedia(query),
      );
      const changed = (): void => {
        hear(themeOf(colours, media));
      };
      for (const query of queries) query.addEventListener('change', changed);
      return () => {
        listeners.delete(hear);
        for (const query of queries) query.removeEventListener('change', changed);
      };
    },
    async openDraft(draft) {
      const hosted = await ready.whenReady();
      return hosted === undefined ? false : openDraft(hosted, draft, clock);
    },
    openWindow: (url) => Promise.resolve(openWindow(window, ready.now(), url)),
    async declaresNestedAppAuth() {
      const hosted = await ready.whenReady();
      return hosted !== undefined && declares(hosted.office, 'NestedAppAuth', '1.1');
    },
  };
}

/** Outlook's colours now; undefined where it tells none. */
function coloursOf({ office }: HostedOffice): OfficeColours | undefined {
  const { officeTheme } = office.context as { readonly officeTheme?: OfficeColours | null };
  return officeTheme ?? undefined;
}

const sameColours = (one: OfficeColours, other: OfficeColours | undefined): boolean =>
  one.bodyBackgroundColor === other?.bodyBackgroundColor &&
  one.bodyForegroundColor === other?.bodyForegroundColor;

/**
 * Outlook tells of a new theme by an event of the mailbox, mostly with the colours in it. Where they are not in it they
 * are looked for in the context, now and a little later.
 */
function watchColours(
  hosted: HostedOffice,
  clock: Clock,
  hear: (colours: OfficeColours | undefined) => void,
): void {
  const { office } = hosted;
  let looks: (() => void)[] = [];
  const changed = (event: { readonly officeTheme?: OfficeColours | null } | null | undefined): void => {
    for (const cancel of looks) cancel();
    looks = [];
    const told = event?.officeTheme;
    if (told?.bodyBackgroundColor !== undefined && told.bodyBackgroundColor !== null) {
      hear(told);
      return;
    }
    const look = (): void => {
      hear(coloursOf(hosted));
    };
    look();
    looks = LOOK_FOR_COLOURS_AFTER_MS.map((ms) => clock.after(ms, look));
  };
  try {
    const { mailbox } = office.context as { readonly mailbox?: Office.Mailbox };
    mailbox?.addHandlerAsync(office.EventType.OfficeThemeChanged, changed);
  } catch {
    // A host without the event: the theme of the start stays.
  }
}

/** Opens a filled message form; false when the host has refused it or not answered. Never rejects. */
async function openDraft({ office }: HostedOffice, draft: Draft, clock: Clock): Promise<boolean> {
  const { mailbox } = office.context as { readonly mailbox?: Partial<Office.Mailbox> };
  const form = {
    toRecipients: [...draft.to],
    subject: draft.subject,
    htmlBody:
      draft.htmlBody.length <= LONGEST_BODY ? draft.htmlBody : htmlOf(draft.textBody).slice(0, LONGEST_BODY),
  };
  try {
    if (typeof mailbox?.displayNewMessageFormAsync === 'function') {
      const opened = new Promise<boolean>((resolve) => {
        mailbox.displayNewMessageFormAsync?.(form, (result: Office.AsyncResult<void>) => {
          resolve(result.status === office.AsyncResultStatus.Succeeded);
        });
      });
      const answer = await within(clock, DRAFT_LIMIT_MS, opened);
      return answer === TIMED_OUT ? false : answer;
    }
    if (typeof mailbox?.displayNewMessageForm !== 'function') return false;
    mailbox.displayNewMessageForm(form);
    return true;
  } catch {
    return false;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const htmlOf = (text: string): string =>
  text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll(/\r?\n/g, '<br>');

/** Opens an https address in a window of its own, or hands a mailto address to the mail program. */
function openWindow(window: OfficeWindow, hosted: HostedOffice | undefined, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'mailto:') {
    followLink(window.document, url.href);
    return true;
  }
  if (url?.protocol !== 'https:') return false;
  try {
    const ui = hosted?.office.context.ui as Partial<Office.UI> | undefined;
    if (
      hosted &&
      typeof ui?.openBrowserWindow === 'function' &&
      declares(hosted.office, 'OpenBrowserWindowApi', '1.1')
    ) {
      ui.openBrowserWindow(url.href);
      return true;
    }
    const opened = window.open(url.href, '_blank');
    if (opened === null) return false;
    // Some hosts take window.open over, open the address themselves and answer our own window.
    if (opened !== window) opened.opener = null;
    return true;
  } catch {
    return false;
  }
}

/** By a link: window.open would leave an empty window behind for an address that no page answers. */
function followLink(document: Document, href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  document.body.append(link);
  link.click();
  link.remove();
}
