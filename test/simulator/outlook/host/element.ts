/** A child of an element: another node or plain text. */
export type Child = Node | string;

/**
 * Makes one element.
 *
 * @param name the tag
 * @param attributes `on*` functions become listeners, `class` the class; true and false set and leave out an attribute
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | ((event: Event) => void)>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing of 20 by 20 for decoration; hidden from assistive technology. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** The drawings of the page, by what they mean. */
export const drawings = {
  mail: 'M2.5 5h15v10h-15z M2.5 5.5 10 11l7.5-5.5',
  calendar: 'M3 5h14v12H3z M3 8.5h14 M6.5 3v3 M13.5 3v3',
  people:
    'M7 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4z M2.5 16c0-2.8 2-4.3 4.5-4.3s4.5 1.5 4.5 4.3 M13.5 10a2.2 2.2 0 1 0 0-4.4 M14 12c2 .1 3.5 1.4 3.5 3.8',
  tasks: 'm3 5 1.5 1.5L7.500 4 M10 5.500h7 M3 11l1.500 1.500L7.500 10 M10 11.500h7 M10 16.500h7',
  folder: 'M2.500 5h5l1.500 2h8.500v8.500h-15z',
  inbox: 'M3 11.500 5 4.500h10l2 7v4.500H3z M3 11.500h4l1 2h4l1-2h4',
  sent: 'M3 4l14 6-14 6 2-6z M5 10h6',
  drafts: 'M4 16l.8-3.500L13 4.300l2.700 2.700-8.200 8.200z',
  close: 'M5 5l10 10 M15 5 5 15',
  pin: 'M8 3h4l-.5 5 3 2.500v1.500H5.500V10.500l3-2.500z M10 12v5',
  sync: 'M4 9a6 6 0 0 1 10.500-3L16 7.500 M16 4v3.500h-3.500 M16 11a6 6 0 0 1-10.500 3L4 12.500 M4 16v-3.500h3.500',
  controls: 'M3 6h8 M15 6h2 M13 4v4 M3 13.500h2 M9 13.500h8 M7 11.500v4',
  compose: 'M4 16h12 M5 13l.7-3L13 2.800l2.300 2.300L8 12.300z',
} as const;
