const HEAD = /<head(\s[^>]*)?>/i;
const HTML = /<html(\s[^>]*)?>/i;
const DOCTYPE = /^\s*<!doctype[^>]*>/i;

/**
 * Puts one script before every other script of a page and leaves the rest of the page byte for byte as it was.
 *
 * @param html a whole HTML document
 * @param source the script's address; it must need no escaping
 */
export function injectFirstScript(html: string, source: string): string {
  const tag = `<script src="${source}"></script>`;
  for (const place of [HEAD, HTML, DOCTYPE]) {
    const found = place.exec(html);
    if (found) {
      const end = found.index + found[0].length;
      return html.slice(0, end) + tag + html.slice(end);
    }
  }
  return tag + html;
}
