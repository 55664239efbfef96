import { createHash } from 'node:crypto';

export type PageName = 'taskpane' | 'grant' | 'commands' | 'redirect' | 'operators';

/** Where office.js takes MicrosoftAjax from; the address stands in office.js itself. */
const OFFICE_AJAX_ORIGIN = 'https://ajax.aspnetcdn.com';

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The texts of a page's own `<style>` elements. */
const stylesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map((match) => match[1] ?? '');

/** How a policy names the scripts that stand in a page; data in a script element is none. */
export const scriptHashesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = '']) => !/\s(?:src|type)=/i.test(attributes))
    .map(([, , text = '']) => hashSource(text));

/**
 * The policy of one page (https://www.w3.org/TR/CSP3/). There is no nonce in it, so that pages can be kept in caches:
 * a page's own styles and scripts are named by their hashes. The hash of the empty text lets Griffel, Fluent's styling, add
 * its own empty style elements and fill them through the object model, which no policy restricts.
 */
export function contentSecurityPolicy(page: {
  readonly name: PageName;
  /** As it was built: so nothing that is filled in can become a script that may run. */
  readonly template: string;
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  /** Undefined for a page that does not load office.js. */
  readonly officeJsOrigin: string | undefined;
  readonly hostOrigins: readonly string[];
}): string {
  const office = page.officeJsOrigin === undefined ? [] : [page.officeJsOrigin];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [
      "'self'",
      ...scriptHashesIn(page.template),
      ...office,
      ...(office.length > 0 ? [OFFICE_AJAX_ORIGIN] : []),
    ],
    'style-src': ["'self'", ...new Set([...stylesIn(page.template).map(hashSource), hashSource('')])],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", page.loginOrigin, page.graphOrigin],
    // MSAL's silent sign-in, and office.js's own page for a host that it does not trust.
    'frame-src': ["'self'", page.loginOrigin, ...office],
    'frame-ancestors': ancestorsOf(page.name, page.hostOrigins),
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`)
    .join('; ');
}

function ancestorsOf(name: PageName, hostOrigins: readonly string[]): readonly string[] {
  switch (name) {
    case 'taskpane':
    case 'commands':
      return hostOrigins.length > 0 ? hostOrigins : ["'none'"];
    case 'redirect':
      // Stands in MSAL's frame, inside our pane, inside the host.
      return ["'self'", ...hostOrigins];
    case 'grant':
    case 'operators':
      // People give their consent here, or delete what is kept of one: nobody may put it under another page.
      return ["'none'"];
    default:
      return name satisfies never;
  }
}
