type Rule = readonly [pattern: RegExp, instead: string];

const CREDENTIALS_AND_ADDRESSES: readonly Rule[] = [
  // A JSON Web Token (RFC 7519): its first part is a JSON object in base64url, which begins with "ey".
  [/(?:eyJ|(?<![\w-])ey)(?=[\w-]*[A-Z\d])[\w-]{10,}\.[\w-]+(?:\.[\w-]*)*/g, '[token]'],
  // RFC 6750, and the schemes of proof of possession and of passwords.
  [/\b(?:bearer|basic|dpop|pop)\s+[^\s[\]"',;]+/gi, '[token]'],
  // Names that credentials go by, in forms, headers and addresses. Microsoft's codes are none.
  [
    /\b(?:[a-z]+_token|token|client_secret|secret|client_assertion|assertion|code_verifier|code|state|password|passwd|pwd|api[_-]?key|sig|signature)["']?\s*[:=]\s*["']?(?!AADSTS\d)[^\s[\]"'&,;]+/gi,
    '[withheld]',
  ],
  // Who signs in by an address, and what stands behind `?` and `#`: requests, states, tokens.
  [/(:\/\/)[^\s/?#@]*@/g, '$1'],
  [/([a-z][a-z\d+.-]*:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/gi, '$1'],
  // Addresses of mail (RFC 5322), quoted and encoded ones as well: the domain may stay. One that looks like a token was
  // taken out before, and a bracket stands in its place.
  [/"[^"\n]*"(?:[@＠]|%40)/g, '@'],
  [/[^\s@＠[\]()<>,;:"]+(?:[@＠]|%40)(?=[\p{L}\p{N}[])/gu, '@'],
  [/[^\s@＠[\]()<>,;:"]+\s+[@＠]\s+(?=[\p{L}\p{N}[])/gu, '@'],
];

// Left as they are: GUIDs, times in UTC, Microsoft's codes and builds of Office. Each has a shape of its own.
const KEPT =
  /(?<![\w+/=-])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z|AADSTS\d{4,8}|16\.\d{1,3}\.\d{4,8}(?:\.\d{4,5})?)(?![\w+/=-])/i;

const LONG_AND_NUMBERS: readonly Rule[] = [
  // Ids of requests (22 characters of base64url), keys, hashes and everything long that is no word of ours.
  [/(?<![\w+/-])(?=[\w+/-]*[A-Z\d_])[\w+/-]{22,}={0,2}/g, '[withheld]'],
  // Telephone numbers: eight digits and more, with what people write between them.
  [/[+(]?\p{Nd}(?:[\s()./-]{0,3}\p{Nd}){7,}/gu, '[number]'],
];

const apply = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);

// Patterns take time that grows with the square of a word's length; nothing that belongs here is as long as this.
const MOST_CHARACTERS = 4000;

/** Cut between words, so that no half of an address or of a token is left that no rule would know. */
const shortened = (text: string): string =>
  text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS).replace(/\S*$/, '')}…`;

/**
 * The last sieve. Takes out of any text what looks like a token, a credential, a query or fragment of an address, the
 * id of a request, anything long and encoded, or a telephone number, and reduces addresses of mail to their domain.
 * It cannot know names, and text beyond 4,000 characters is cut: where a text is free, only the person who wrote it decides.
 */
export const redact = (text: string): string =>
  apply(shortened(text), CREDENTIALS_AND_ADDRESSES)
    .split(KEPT)
    // The group of the pattern makes every second part one that is kept.
    .map((part, index) => (index % 2 === 1 ? part : apply(part, LONG_AND_NUMBERS)))
    .join('');
