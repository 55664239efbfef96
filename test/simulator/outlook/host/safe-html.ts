/** Elements that a message body may keep; everything else is dropped, its text stays. */
const ALLOWED = new Set(
  'a abbr b blockquote br code dd div dl dt em h1 h2 h3 h4 hr i li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
/** Elements whose text is no text for readers. */
const SILENT = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'title']);
const ALLOWED_ATTRIBUTES = new Set(['href', 'title', 'dir', 'lang', 'colspan', 'rowspan']);
const SAFE_LINK = /^(https:|mailto:)/i;

function copySafely(from: Node, to: Node, page: Document): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(page.createTextNode(child.textContent ?? ''));
    if (!(child instanceof Element)) continue;
    const name = child.localName;
    if (SILENT.has(name)) continue;
    if (!ALLOWED.has(name)) {
      copySafely(child, to, page);
      continue;
    }
    const element = page.createElement(name);
    for (const attribute of child.attributes) {
      if (!ALLOWED_ATTRIBUTES.has(attribute.name)) continue;
      if (attribute.name === 'href' && !SAFE_LINK.test(attribute.value)) continue;
      element.setAttribute(attribute.name, attribute.value);
    }
    if (name === 'a') {
      element.setAttribute('target', '_blank');
      element.setAttribute('rel', 'noopener noreferrer');
    }
    copySafely(child, element, page);
    to.appendChild(element);
  }
}

/**
 * A message body without anything that could run, load or restyle: Outlook cleans what add-ins put into drafts too.
 *
 * @param html whatever the add-in gave
 * @returns nodes of `page`, ready to be shown
 */
export function safeHtml(html: string, page: Document): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const clean = page.createDocumentFragment();
  copySafely(parsed.body, clean, page);
  return clean;
}
