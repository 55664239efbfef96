export interface LinkChunk {
  readonly text: string;
  /** A part that a browser fills in by itself. */
  readonly isQuiet: boolean;
}

// Nobody types an address that is longer than this: the straight link to Microsoft has some 400 characters.
const TYPEABLE_MOST_CHARACTERS = 120;
const GROUP_CHARACTERS = 4;

/**
 * A link in groups that can be read out and typed: together they are the link, letter by letter. Undefined for a link
 * that nobody would type.
 */
export function linkChunks(link: string): readonly LinkChunk[] | undefined {
  if (link.length > TYPEABLE_MOST_CHARACTERS || !link.startsWith('https://')) return undefined;
  const rest = link.slice('https://'.length);
  const slash = rest.indexOf('/');
  const equals = rest.lastIndexOf('=');
  const host = slash === -1 ? rest : rest.slice(0, slash);
  const path = slash === -1 ? '' : equals === -1 ? rest.slice(slash) : rest.slice(slash, equals + 1);
  const id = equals === -1 ? '' : rest.slice(equals + 1);
  return [
    { text: 'https://', isQuiet: true },
    { text: host, isQuiet: false },
    ...(path === '' ? [] : [{ text: path, isQuiet: false }]),
    ...(id.match(new RegExp(`.{1,${String(GROUP_CHARACTERS)}}`, 'g')) ?? []).map((text) => ({
      text,
      isQuiet: false,
    })),
  ];
}
