import { urlOf } from '../../core/fields';
import type { Clock, Host, HostProfile } from '../../ports';
import type { OutlookTheme } from '../../core/theme-kind';
import { declares, type HostedOffice, type OfficeReady, type OfficeWindow } from './ready';
import { watchMailbox } from './mailbox';
import { keepLastTheme, readLastTheme } from './last-theme';
import { hexColour, themeOf, type OfficeColours } from './theme';

export interface OfficeHost extends Host {
  /** What `ready` answers, as it is at this moment. */
  now(): HostProfile;
  /**
   * Whether the host may have a broker for the pane: it says that it supports nested app authentication, or nobody has
   * answered. It may still give the pane no bridge.
   */
  mayHaveBroker(): Promise<boolean>;
}

// A host may announce a new theme before it has the colours (https://github.com/OfficeDev/office-js/issues/6348).
const LOOK_FOR_COLOURS_AFTER_MS = [100, 1_000, 3_000];

/** Outlook, or the plain browser where there is none. */
export function createOfficeHost(window: OfficeWindow, ready: OfficeReady, clock: Clock): OfficeHost {
  const media = (query: string): boolean => window.matchMedia(query).matches;
  const listeners = new Set<(theme: OutlookTheme) => void>();
  /** What is shown until Outlook tells, or has had its time. */
  let early = readLastTheme(window);
  let colours: OfficeColours | undefined;

  const theme = (): OutlookTheme => {
    const told = themeOf(colours, media);
    return (told.kind !== 'high-contrast' && early) || told;
  };
  const tell = (): void => {
    for (const hear of listeners) hear(theme());
  };

  /** Answers whether they were news. */
  const takeColours = (changed: OfficeColours | undefined): boolean => {
    if (changed === undefined || sameColours(changed, colours)) return false;
    colours = changed;
    early = undefined;
    keepLastTheme(window, theme());
    tell();
    return true;
  };
  ready.onHost((hosted) => {
    takeColours(coloursOf(hosted));
    watchColours(hosted, clock, takeColours);
  });
  void ready.whenReady().then(() => {
    if (early === undefined) return;
    early = undefined;
    tell();
  });
  const mailbox = watchMailbox(window, ready, clock);

  return {
    ready: () => mailbox.profile(),
    now: () => mailbox.now(),
    onMailboxChanged: (hear) => mailbox.onChanged(hear),
    theme,
    onThemeChanged(hear) {
      listeners.add(hear);
      const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
        window.matchMedia(query),
      );
      const changed = (): void => {
        hear(theme());
      };
      for (const query of queries) query.addEventListener('change', changed);
      return () => {
        listeners.delete(hear);
        for (const query of queries) query.removeEventListener('change', changed);
      };
    },
    async openDraft(draft) {
      const hosted = await ready.whenReady();
      if (hosted === undefined) return false;
      try {
        // It comes with what no first verdict needs.
        const { openDraft } = await import(/* webpackChunkName: "later-after-verdict" */ './draft');
        return await openDraft(hosted, draft, clock);
      } catch {
        return false;
      }
    },
    openWindow: (url) => Promise.resolve(openWindow(window, ready.now(), url)),
    async mayHaveBroker() {
      const hosted = await ready.whenReady();
      return hosted === undefined || declares(hosted.office, 'NestedAppAuth', '1.1');
    },
  };
}

/** Outlook's colours now; undefined where it tells none that can be read. */
function coloursOf({ office }: HostedOffice): OfficeColours | undefined {
  const { officeTheme } = office.context as { readonly officeTheme?: OfficeColours | null };
  return readable(officeTheme);
}

const readable = (colours: OfficeColours | null | undefined): OfficeColours | undefined =>
  colours && hexColour(colours.bodyBackgroundColor) !== undefined ? colours : undefined;

const sameColours = (one: OfficeColours, other: OfficeColours | undefined): boolean =>
  (['bodyBackgroundColor', 'bodyForegroundColor'] as const).every(
    (part) => hexColour(one[part]) === hexColour(other?.[part]),
  );

/**
 * Outlook tells of a new theme by an event of the mailbox, mostly with the colours in it. Where they are not in it, or are
 * still the old ones, the context is looked at, now and a little later. It counts once it has changed: some hosts never
 * bring it up to date.
 */
function watchColours(
  hosted: HostedOffice,
  clock: Clock,
  take: (colours: OfficeColours | undefined) => boolean,
): void {
  const { office } = hosted;
  let seen = coloursOf(hosted);
  let looks: (() => void)[] = [];
  const changed = (event: { readonly officeTheme?: OfficeColours | null } | null | undefined): void => {
    for (const cancel of looks) cancel();
    looks = [];
    if (take(readable(event?.officeTheme))) return;
    const look = (): void => {
      const found = coloursOf(hosted);
      if (found === undefined || sameColours(found, seen)) return;
      seen = found;
      take(found);
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

/** Opens an https address in a window of its own, or hands a mailto address to the mail program. */
function openWindow(window: OfficeWindow, hosted: HostedOffice | undefined, address: string): boolean {
  const url = urlOf(address);
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
