/* How an administrator names a group or a mailbox. It comes into a script, so every letter of it is looked at. */

declare const brand: unique symbol;

/** A group as an administrator names it: name, alias, address or id. Made only by `parseGroup`. */
export type GroupName = string & { readonly [brand]: 'GroupName' };

/** A mailbox as an administrator names it. Made only by `parseMailbox`. */
export type MailboxName = string & { readonly [brand]: 'MailboxName' };

/** Why a text cannot name a group or a mailbox. */
export type NameProblem =
  | 'empty'
  | 'too-long'
  /** Line breaks and other controls: nobody types them, and they could hide a part of the script. */
  | 'control-characters'
  /** Marks that turn the direction of the text, or that nobody sees: the script would not read as it runs. */
  | 'hidden-characters'
  /** Half of a character, as a broken copy leaves it. */
  | 'broken-characters'
  /** Exchange takes `*` for "any text", and the limit would reach another group. */
  | 'wildcard';

export type ParsedName<Name> =
  { readonly ok: true; readonly name: Name } | { readonly ok: false; readonly problem: NameProblem };

// The longest that names anything here is a display name (256 characters); Exchange's names and aliases have 64.
const NAME_MOST_CHARACTERS = 256;

// U+200C and U+200D stay: names in Persian and in Indian scripts are spelt with them.
const HIDDEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;

function problemOf(text: string): NameProblem | undefined {
  if (text === '') return 'empty';
  if (text.length > NAME_MOST_CHARACTERS) return 'too-long';
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return 'control-characters';
  if (HIDDEN.test(text)) return 'hidden-characters';
  if (/\p{Surrogate}/u.test(text)) return 'broken-characters';
  return text.includes('*') ? 'wildcard' : undefined;
}

function parseName<Name extends string>(text: string): ParsedName<Name> {
  // Only blanks: `trim` would also take away line breaks and the byte order mark, which are problems to be told.
  const name = text.replace(/^[ \t]+|[ \t]+$/g, '');
  const problem = problemOf(name);
  return problem === undefined ? { ok: true, name: name as Name } : { ok: false, problem };
}

/** Reads the name, alias, address or id of a group. Whether there is such a group only Exchange knows. */
export const parseGroup = (text: string): ParsedName<GroupName> => parseName(text);

/** Reads the address, alias, name or id of a mailbox to test with. */
export const parseMailbox = (text: string): ParsedName<MailboxName> => parseName(text);
