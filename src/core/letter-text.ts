/** What is written into letters and subjects: on one line, or as HTML. */

/** The text without line breaks, control characters and halves of characters, its spaces single. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as HTML shows it, in a body or in an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** The text as HTML shows it, line by line. */
export const htmlLines = (text: string): string => escaped(text).replaceAll(/\r?\n/g, '<br>');
