/*
 * office.js asks for the host's own part, its largest, only once it runs itself, and for two files of words after that: on a
 * network, round trips in a row before Outlook is there. Their names follow from what the host says about itself, so they can
 * be fetched beside office.js. Should Microsoft name them otherwise one day, they are fetched in vain, and nothing else.
 * (Facts: the order in which office.js looks for the host's word, its parts, and the names of the files.)
 */

// Of the hosts' parts, the one for Outlook in a browser and for the new Outlook; other hosts bring their own version along.
const HOST = /^outlook[$|]web[$|]16\.\d\d[$|]([a-z-]+)/i;
const HOST_FILE = 'outlook-web-16.01.js';
// Of the locales for which office.js has words, those of the pane's languages; which words others get is office.js's affair.
const LOCALES = ['ar-sa', 'de-de', 'en-us', 'es-es', 'fr-fr', 'ja-jp', 'pt-br'];

/** A file that office.js will ask for. */
export interface HostFile {
  readonly href: string;
  /** Whether it asks without credentials. A file that was fetched ahead in the other way is fetched again. */
  readonly anonymously: boolean;
}

/** What office.js, loaded from `officeJs`, will ask for in this window; nothing where that cannot be told. */
export function hostFilesAhead(window: Window, officeJs: string): readonly HostFile[] {
  const locale = HOST.exec(hostInfoOf(window) ?? '')?.[1]?.toLowerCase();
  if (locale === undefined) return [];
  const file = (name: string, anonymously: boolean): HostFile => ({
    href: new URL(name, officeJs).href,
    anonymously,
  });
  return [
    file(HOST_FILE, true),
    ...(LOCALES.includes(locale)
      ? [file(`${locale}/office_strings.js`, true), file(`${locale}/outlook_strings.js`, false)]
      : []),
  ];
}

/** What the host says about itself, where office.js looks for it. */
function hostInfoOf(window: Window): string | undefined {
  const inQuery = new URLSearchParams(window.location.search).get('_host_Info');
  return inQuery ?? hostInfoInName(window.name) ?? hostInfoBefore(window);
}

function hostInfoInName(name: string): string | undefined {
  // An error costs more than all that this file does: the browser reads the script once more for its stack.
  if (!name.startsWith('{')) return undefined;
  try {
    const { hostInfo } = JSON.parse(name) as { readonly hostInfo?: unknown };
    return typeof hostInfo === 'string' ? hostInfo : undefined;
  } catch {
    return undefined;
  }
}

/** As office.js keeps it for pages that follow in the same frame. */
function hostInfoBefore(window: Window): string | undefined {
  try {
    return window.sessionStorage.getItem('hostInfoValue') ?? undefined;
  } catch {
    return undefined;
  }
}
