import { XMLParser } from 'fast-xml-parser';

/** An element of the manifest with its children in the order of the file. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

type Ordered = Readonly<Record<string, unknown>>;

/** Reads XML into elements; the prefix `bt:` of names is kept, as it is part of the manifest's own language. */
export function readManifestTree(xml: string): Element {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    ignoreDeclaration: true,
  });
  const root = (parser.parse(xml) as readonly Ordered[])
    .map(toElement)
    .find((one) => one.name === 'OfficeApp');
  if (root === undefined) throw new Error('The manifest has no OfficeApp.');
  return root;
}

/** Every element below (and with) the given one. */
export function allOf(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(allOf)];
}

/** The one child of that name. Throws when there is none or more than one. */
export function only(element: Element, name: string): Element {
  const found = element.children.filter((child) => child.name === name);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${element.name} has ${String(found.length)} children ${name}.`);
  }
  return first;
}

function toElement(ordered: Ordered): Element {
  const name = Object.keys(ordered).find((key) => key !== ':@') ?? '';
  const inside = Array.isArray(ordered[name]) ? (ordered[name] as readonly Ordered[]) : [];
  return {
    name,
    attributes: (ordered[':@'] ?? {}) as Readonly<Record<string, string>>,
    text: inside.map((one) => (typeof one['#text'] === 'string' ? one['#text'] : '')).join(''),
    children: inside.filter((one) => !('#text' in one)).map(toElement),
  };
}
