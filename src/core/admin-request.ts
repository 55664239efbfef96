import { approverRolesFor, type ApproverRole, type Permission, type PermissionSet } from './permissions';

/**
 * The words of the request, from a message file. Each answers one sentence or paragraph of plain text, without markup
 * and without line breaks. Names that are passed in are clean: one line, of bounded length, isolated where their
 * direction could disturb the sentence.
 */
export interface AdminRequestWords {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  subject(names: RequestNames): string;
  greeting(): string;
  /** Who asks whom: "Mia asks you to approve ExtendSync for Contoso." */
  whoAsks(names: RequestNames): string;
  /** What ExtendSync does for the people of the organisation. */
  forWhat(): string;
  /** Why it takes an administrator, and that once is enough for everybody. */
  why(): string;
  /** Introduces the link. `straightToMicrosoft`: it opens Microsoft's page at once, else our page, which explains first. */
  link(values: { readonly straightToMicrosoft: boolean }): string;
  /** The name of the link where it can have one. */
  linkLabel(): string;
  whoCanApprove(values: { readonly roles: readonly ApproverRole[] }): string;
  permissionsTitle(values: { readonly count: number }): string;
  /** In whose name it acts, and whether ExtendSync works without it: "for the signed-in person, optional". */
  permissionKind(permission: Permission): string;
  permissionReason(permission: Permission): string;
  applicationId(values: { readonly clientId: string }): string;
  /** That Microsoft's own page shows the publisher, and where Entra shows the application id. */
  howToVerify(values: { readonly clientId: string }): string;
  howToRevoke(): string;
  thanks(): string;
}

export interface RequestNames {
  readonly requesterName?: string | undefined;
  readonly organisation?: string | undefined;
}

export interface AdminRequestFacts extends RequestNames {
  /** An https address. */
  readonly link: string;
  readonly straightToMicrosoft: boolean;
  readonly set: PermissionSet;
  readonly clientId: string;
  readonly words: AdminRequestWords;
}

/** The request to an administrator, ready for each way to share it. */
export interface AdminRequest {
  /** One line, at most 255 characters, as Office drafts allow. */
  readonly subject: string;
  /** Lines end in `\n`. */
  readonly textBody: string;
  /** The same without the permissions and the explanations, for ways that carry little. */
  readonly shortTextBody: string;
  /** Below 32 KB, the most that Office drafts take. */
  readonly htmlBody: string;
  /** One sentence, to stand before the link in a chat. */
  readonly chatText: string;
  readonly link: string;
}

// https://learn.microsoft.com/en-us/javascript/api/outlook/office.mailbox (displayNewMessageForm): 255 characters.
const SUBJECT_MOST_CHARACTERS = 255;

// Longer than any name that people go by; a longer one would push the request itself out of sight.
const NAME_MOST_CHARACTERS = 80;

/**
 * The message that asks an administrator. Nothing personal stands in it but the requester's own name, and that only
 * where it is known.
 */
export function adminRequest(facts: AdminRequestFacts): AdminRequest {
  const { words, set, clientId, straightToMicrosoft, link } = facts;
  const names = namesIn(facts);
  const subject = shorten(oneLine(words.subject(names)), SUBJECT_MOST_CHARACTERS);
  const roles = words.whoCanApprove({ roles: approverRolesFor(set) });
  const intro = [words.greeting(), words.whoAsks(names), words.forWhat(), words.why()];
  const checks = [words.applicationId({ clientId }), words.howToVerify({ clientId }), words.howToRevoke()];
  const title = words.permissionsTitle({ count: set.length });
  const permissions = set.map((permission) => ({
    scope: permission.scope,
    about: `(${words.permissionKind(permission)}): ${words.permissionReason(permission)}`,
  }));
  const linkIntro = words.link({ straightToMicrosoft });
  const scopeInText = (scope: string): string => (words.direction === 'rtl' ? isolated(scope) : scope);

  return {
    subject,
    link,
    chatText: words.whoAsks(names),
    textBody: paragraphs([
      ...intro,
      `${linkIntro}\n${link}`,
      roles,
      [title, ...permissions.map(({ scope, about }) => `- ${scopeInText(scope)} ${about}`)].join('\n'),
      ...checks,
      words.thanks(),
    ]),
    shortTextBody: paragraphs([
      words.whoAsks(names),
      `${linkIntro}\n${link}`,
      roles,
      words.applicationId({ clientId }),
    ]),
    htmlBody: [
      `<div lang="${escaped(words.language)}" dir="${words.direction}">`,
      ...intro.map(htmlParagraph),
      `<p>${escaped(linkIntro)}<br>${htmlLink(link, words.linkLabel())}</p>`,
      htmlParagraph(roles),
      htmlParagraph(title),
      '<ul>',
      ...permissions.map(
        ({ scope, about }) => `<li><b dir="ltr">${escaped(scope)}</b> ${escaped(about)}</li>`,
      ),
      '</ul>',
      ...checks.map(htmlParagraph),
      htmlParagraph(words.thanks()),
      '</div>',
    ].join('\n'),
  };
}

// Windows hands a program no more than 2,083 characters of an address, and browsers cut mailto links at about 2,000.
const MAILTO_MOST_CHARACTERS = 2000;

/**
 * The request as an address for the mail program (RFC 6068), with the fullest body that an address can carry: letters
 * outside ASCII take six to twelve characters each. The link is never cut.
 */
export function mailtoUrl(
  request: Pick<AdminRequest, 'subject' | 'textBody' | 'shortTextBody' | 'link'>,
): string {
  const url = (subject: string, body: string): string =>
    `mailto:?subject=${encoded(oneLine(subject))}&body=${encoded(body.replace(/\r?\n/g, '\r\n'))}`;
  const fits = (address: string): boolean => address.length <= MAILTO_MOST_CHARACTERS;
  const { subject, textBody, shortTextBody, link } = request;
  return (
    [url(subject, textBody), url(subject, shortTextBody), url(subject, link)].find(fits) ??
    url(shorten(oneLine(subject), 40), link)
  );
}

// The launcher's documentation: "Maximum number of characters is 200".
const TEAMS_TEXT_MOST_CHARACTERS = 200;

/**
 * The page of Teams where somebody chooses with whom to share a link. `href` and `msgText` are the properties of
 * Microsoft's launcher (https://learn.microsoft.com/en-us/microsoftteams/platform/concepts/build-and-test/share-to-teams-from-web-apps).
 * The launcher's script opens this page with them; the page's own parameters are not documented by themselves, and we
 * load no script for a link.
 */
export const teamsShareUrl = (link: string, text: string): string =>
  `https://teams.microsoft.com/share?href=${encoded(link)}` +
  `&msgText=${encoded(shorten(oneLine(text), TEAMS_TEXT_MOST_CHARACTERS))}`;

function namesIn({ requesterName, organisation }: RequestNames): RequestNames {
  const requester = cleanName(requesterName);
  const company = cleanName(organisation);
  return {
    ...(requester === undefined ? {} : { requesterName: requester }),
    ...(company === undefined ? {} : { organisation: company }),
  };
}

/** A name as one short line that cannot turn the text around it; undefined where nothing is left of it. */
function cleanName(name: string | undefined): string | undefined {
  const clean = shorten(oneLine((name ?? '').replace(TURNS_TEXT, '')), NAME_MOST_CHARACTERS);
  if (clean === '') return undefined;
  // Letters outside Latin may run the other way than the sentence.
  return /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(clean) ? clean : isolated(clean);
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Unicode's isolation (UAX 9, 2.4): the directions of the text inside and outside do not mix. */
const isolated = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

// Marks, embeddings, overrides and isolates of direction, and spaces that nobody sees. U+200C and U+200D stay: names in
// Persian and in Indian scripts are spelt with them.
const TURNS_TEXT = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

// Line breaks and other controls, and halves of characters.
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function shorten(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  let short = '';
  // By whole characters, so that none is cut in half.
  for (const character of text) {
    if (short.length + character.length >= mostCharacters) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

const paragraphs = (parts: readonly string[]): string => parts.join('\n\n');

// encodeURIComponent throws at half a character.
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const htmlParagraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** The link by name and in full, for programs that hide where a name leads. An address that is not https stays text. */
const htmlLink = (link: string, label: string): string =>
  link.startsWith('https://')
    ? `<a href="${escaped(link)}">${escaped(label)}</a><br><small dir="ltr">${escaped(link)}</small>`
    : escaped(link);
