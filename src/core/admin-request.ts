import { escaped, oneLine } from './letter-text';

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
  /** The same where the approval is there, and only its confirmation is asked for. */
  confirmSubject(names: RequestNames): string;
  reminderSubject(names: RequestNames): string;
  greeting(): string;
  /** What the user would like, and the request itself, in the first person: it is their own mail. */
  ask(names: RequestNames): string;
  /** The approval is there: what the user would like is its confirmation for everybody. */
  confirm(names: RequestNames): string;
  /** The same for somebody who has been asked already. */
  remind(names: RequestNames): string;
  /** Why it takes an administrator, and that once is enough for everybody. */
  why(): string;
  /** Why only an administrator can confirm it. */
  whyConfirm(): string;
  /** Introduces the link. `straightToMicrosoft`: it opens Microsoft's page at once, else our page, which explains first. */
  link(values: { readonly straightToMicrosoft: boolean }): string;
  /** Introduces the link to the confirmation: nothing is approved anew there. */
  confirmLink(): string;
  /** The name of the link where it can have one. */
  linkLabel(): string;
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
  /** The administrator has been asked already: a short reminder of it. */
  readonly reminder?: boolean | undefined;
  /** The link leads to the confirmation of an approval that is there. */
  readonly confirms?: boolean | undefined;
  readonly words: AdminRequestWords;
}

/** The request to an administrator, ready for each way to share it. */
export interface AdminRequest {
  /** One line, at most 255 characters, as Office drafts allow. */
  readonly subject: string;
  /** Lines end in `\n`. */
  readonly textBody: string;
  /** The same without greeting and thanks, for ways that carry little. */
  readonly shortTextBody: string;
  /** Below 32 KB, the most that Office drafts take. */
  readonly htmlBody: string;
  /** What is asked, whole and without a reason, to stand before the link in a chat. */
  readonly chatText: string;
  readonly link: string;
}

// https://learn.microsoft.com/en-us/javascript/api/outlook/office.mailbox (displayNewMessageForm): 255 characters.
const SUBJECT_MOST_CHARACTERS = 255;

// Longer than any name that people go by; a longer one would push the request itself out of sight.
const NAME_MOST_CHARACTERS = 80;

/**
 * The message that asks an administrator: three sentences and the link, for the page behind it explains the rest. Nothing
 * personal stands in it but the requester's own name, and that only where it is known.
 */
export function adminRequest(facts: AdminRequestFacts): AdminRequest {
  const { link, words } = facts;
  const names = namesIn(facts);
  const { subject, ask, linkIntro, before } = partsOf(facts, names);
  const end = [words.thanks(), ...(names.requesterName === undefined ? [] : [names.requesterName])];
  return {
    subject: shorten(oneLine(subject), SUBJECT_MOST_CHARACTERS),
    link,
    chatText: ask,
    textBody: paragraphs([...before, `${linkIntro}\n${link}`, end.join('\n')]),
    shortTextBody: paragraphs([ask, `${linkIntro}\n${link}`]),
    htmlBody: [
      `<div lang="${escaped(words.language)}" dir="${words.direction}">`,
      ...before.map(htmlParagraph),
      `<p>${escaped(linkIntro)}<br>${htmlLink(link, words.linkLabel())}</p>`,
      `<p>${end.map(escaped).join('<br>')}</p>`,
      '</div>',
    ].join('\n'),
  };
}

/** What is asked, in the words for it: to approve, to think of it, or to confirm. */
function partsOf(
  { words, straightToMicrosoft, reminder = false, confirms = false }: AdminRequestFacts,
  names: RequestNames,
): {
  readonly subject: string;
  readonly ask: string;
  readonly linkIntro: string;
  readonly before: readonly string[];
} {
  const linkIntro = confirms ? words.confirmLink() : words.link({ straightToMicrosoft });
  if (reminder) {
    const ask = words.remind(names);
    return { subject: words.reminderSubject(names), ask, linkIntro, before: [words.greeting(), ask] };
  }
  if (confirms) {
    const ask = words.confirm(names);
    return {
      subject: words.confirmSubject(names),
      ask,
      linkIntro,
      before: [words.greeting(), ask, words.whyConfirm()],
    };
  }
  const ask = words.ask(names);
  return { subject: words.subject(names), ask, linkIntro, before: [words.greeting(), ask, words.why()] };
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
  return { requesterName: cleanName(requesterName), organisation: cleanName(organisation) };
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

const htmlParagraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** The link by name and in full, for programs that hide where a name leads. An address that is not https stays text. */
const htmlLink = (link: string, label: string): string =>
  link.startsWith('https://')
    ? `<a href="${escaped(link)}">${escaped(label)}</a><br><small dir="ltr">${escaped(link)}</small>`
    : escaped(link);
