import type { Clock, Draft, Host, HostProfile, Theme } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';
import { declares, type HostedOffice, type OfficeReady, type OfficeWindow } from './ready';
import { themeOf, type OfficeColours } from './theme';

export interface OfficeHost extends Host {
  /** Whether the host says that it supports nested app authentication; it may still give the pane no bridge. */
  declaresNestedAppAuth(): Promise<boolean>;
}

// A draft opens in a moment or not at all.
const DRAFT_LIMIT_MS = 10_000;
// https://learn.microsoft.com/en-us/javascript/api/requirement-sets/outlook/requirement-set-1.9 : body of 32 KB.
const LONGEST_BODY = 32 * 1_024;

/** Outlook, or the plain browser where there is none. */
export function createOfficeHost(window: OfficeWindow, ready: OfficeReady, clock: Clock): OfficeHost {
  const media = (query: string): boolean => window.matchMedia(query).matches;
  const hearers = new Set<(theme: Theme) => void>();
  let colours: OfficeColours | undefined;

  const tellTheme = (): void => {
    const theme = themeOf(colours, media);
    for (const hear of hearers) hear(theme);
  };
  void ready.whenReady().then((hosted) => {
    if (hosted === undefined) return;
    colours = hosted.office.context.officeTheme as OfficeColours | undefined;
    if (colours !== undefined) tellTheme();
    watchColours(hosted, (changed) => {
      colours = changed;
      tellTheme();
    });
  });

  return {
    async ready() {
      return profileOf(window, await ready.whenReady());
    },
    theme: () => themeOf(colours, media),
    onThemeChanged(hear) {
      hearers.add(hear);
      const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
        window.matchMedia(query),
      );
      const changed = (): void => {
        hear(themeOf(colours, media));
      };
      for (const query of queries) query.addEventListener('change', changed);
      return () => {
        hearers.delete(hear);
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

function profileOf(window: OfficeWindow, hosted: HostedOffice | undefined): HostProfile {
  if (hosted === undefined) {
    return { locale: window.navigator.language || 'en-US', canOpenDrafts: false, canOpenDialogs: true };
  }
  const { office, hostName, platform } = hosted;
  const { mailbox } = office.context as { readonly mailbox?: Office.Mailbox };
  const user = mailbox?.userProfile as Partial<Office.UserProfile> | undefined;
  const displayName = nonEmpty(user?.displayName);
  const mailAddress = nonEmpty(user?.emailAddress);
  return {
    hostName,
    ...(platform === undefined ? {} : { platform }),
    locale: nonEmpty(office.context.displayLanguage) ?? (window.navigator.language || 'en-US'),
    ...(displayName === undefined ? {} : { displayName }),
    ...(mailAddress === undefined ? {} : { mailAddress }),
    canOpenDrafts: typeof mailbox?.displayNewMessageForm === 'function',
    canOpenDialogs:
      typeof (office.context.ui as Partial<Office.UI> | undefined)?.displayDialogAsync === 'function',
  };
}

const nonEmpty = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Outlook tells of a new theme by an event of the mailbox, with the colours in it. */
function watchColours({ office }: HostedOffice, hear: (colours: OfficeColours) => void): void {
  try {
    const { mailbox } = office.context as { readonly mailbox?: Office.Mailbox };
    mailbox?.addHandlerAsync(
      office.EventType.OfficeThemeChanged,
      (event: { readonly officeTheme?: OfficeColours }) => {
        const changed = event.officeTheme ?? office.context.officeTheme;
        if (changed !== undefined) hear(changed);
      },
    );
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
