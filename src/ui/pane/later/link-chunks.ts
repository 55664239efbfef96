export interface LinkChunk {
  readonly text: string;
  /** A part that a browser fills in by itself. */
  readonly isQuiet: boolean;
}

// Nobody types an address that is longer than this: the straight link to Microsoft has some 400 characters.
const TYPEABLE_MOST_CHARACTERS = 120;
/** The host, a path or a name with its sign, and four characters of a value. */
const PARTS = /^[^/]+|[/&][^=]*=?|[^&]{1,4}/g;

/**
 * A link in groups that can be read out and typed: together they are the link, letter by letter. Undefined for a link
 * that nobody would type.
 */
export function linkChunks(link: string): readonly LinkChunk[] | undefined {
  if (link.length > TYPEABLE_MOST_CHARACTERS || !link.startsWith('https://')) return undefined;
  const [host = '', ...parts] = link.slice('https://'.length).match(PARTS) ?? [];
  return [{ text: 'https://', isQuiet: true }, ...[host, ...parts].map((text) => ({ text, isQuiet: false }))];
}
