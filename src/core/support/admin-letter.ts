/** What only an administrator can do, beside approving: each has a letter of its own. */
export const ADMIN_LETTERS = ['assign', 'enable', 'enable-account', 'policy', 'refusal'] as const;
export type AdminLetter = (typeof ADMIN_LETTERS)[number];

/** The words of these letters, in the first person: the letter leaves the user's own mailbox. */
export type AdminLetterWords = {
  readonly [Part in 'subject' | 'ask' | 'where' as `${Part}.${AdminLetter}`]: () => string;
} & {
  readonly greeting: () => string;
  /** Introduces Microsoft's code, the correlation id and the time. */
  readonly facts: () => string;
  readonly time: () => string;
  /** `Name: value`, with the language's own colon. */
  readonly named: (name: string, value: string) => string;
  readonly thanks: () => string;
};

export interface AdminLetterFacts {
  readonly letter: AdminLetter;
  readonly words: AdminLetterWords;
  /** What Microsoft said, each with its name, as far as it is known. */
  readonly facts: readonly { readonly name: string; readonly value: string | undefined }[];
  readonly requesterName?: string | undefined;
}

/** The letter that asks an administrator for one thing, and says where it is done. */
export function adminLetter({ letter, words, facts, requesterName }: AdminLetterFacts): {
  readonly subject: string;
  readonly body: string;
} {
  const known = facts.filter(({ value }) => value !== undefined);
  const lines = [words.facts(), ...known.map(({ name, value }) => words.named(name, value ?? ''))];
  return {
    subject: words[`subject.${letter}`](),
    body: [
      words.greeting(),
      words[`ask.${letter}`](),
      words[`where.${letter}`](),
      ...(known.length === 0 ? [] : [lines.join('\n')]),
      [words.thanks(), ...(requesterName === undefined ? [] : [requesterName])].join('\n'),
    ].join('\n\n'),
  };
}
