import { oneLine } from '../letter-text';

/** The words of the request to delete an organisation's data, from a message file; plain text, one sentence or paragraph each. */
export interface DeletionWords {
  subject(values: { readonly organisation?: string | undefined }): string;
  greeting(): string;
  /** What is to be deleted, and for whom. */
  request(values: { readonly organisation?: string | undefined }): string;
  /** Asks to confirm, and to name what must be kept. */
  confirm(): string;
  /** Reminds that only somebody who may decide for the organisation can ask this. */
  entitled(): string;
  factsTitle(): string;
  organisation(): string;
  tenantId(): string;
  clientId(): string;
  /** `Name: value`, with the language's own colon. */
  named(name: string, value: string): string;
  thanks(): string;
}

export interface DeletionFacts {
  /** The organisation as Microsoft names it, or its mail domain. */
  readonly organisation?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly clientId: string;
  readonly words: DeletionWords;
}

/** The message to the vendor, as data; the user adds their role and sends it. Lines end in `\n`. */
export interface DeletionLetter {
  /** One line. */
  readonly subject: string;
  readonly body: string;
}

/** Makes the message. It names the organisation and the application, and no person. */
export function deletionLetter({ organisation, tenantId, clientId, words }: DeletionFacts): DeletionLetter {
  const name = oneLine(organisation ?? '').slice(0, 120);
  const whose = { organisation: name === '' ? undefined : name };
  const facts = [
    { name: words.organisation(), value: name },
    { name: words.tenantId(), value: tenantId ?? '' },
    { name: words.clientId(), value: clientId },
  ].filter(({ value }) => value !== '');
  return {
    subject: oneLine(words.subject(whose)),
    body: [
      words.greeting(),
      words.request(whose),
      words.confirm(),
      words.entitled(),
      [words.factsTitle(), ...facts.map((fact) => `- ${words.named(fact.name, fact.value)}`)].join('\n'),
      words.thanks(),
    ].join('\n\n'),
  };
}
