import { diagnosticFileName, type DiagnosticFile } from './diagnostics';

/** The words of the message to support, from a message file; plain text, one sentence or paragraph each. */
export interface SupportWords {
  subject(values: { readonly paneVersion?: string | undefined }): string;
  greeting(): string;
  /** Asks for a brief description of what was expected and what happened. */
  describe(): string;
  /** Reminds of screenshots, and that they should show nothing private. */
  screenshots(): string;
  /** Reminds to attach the file (or to paste it) by its name. */
  attachFile(values: { readonly fileName: string }): string;
  summaryTitle(): string;
  thanks(): string;
}

/** The message to support, as data; the person adds to it and sends it. */
export interface SupportMessage {
  readonly subject: string;
  /** Lines end in `\n`. */
  readonly body: string;
}

// Lines to write in: an empty one alone is easily overlooked.
const ROOM = '\n\n\n';

/** The message to support. Its summary is made of the file, so it holds no more than that. */
export function supportMessage(facts: {
  readonly file: DiagnosticFile;
  readonly words: SupportWords;
}): SupportMessage {
  const { file, words } = facts;
  const { verdict } = file;
  const summary = [
    ['verdict', verdict.kind],
    ['because', verdict.because],
    ['cause', verdict.cause],
    ['code', verdict.code],
    ['correlation id', verdict.correlationId],
    ['tenant', file.tenantId],
    ['application', file.clientId],
    ['host', [file.host.name, file.host.platform, file.versions.host].filter(Boolean).join(' ')],
    ['version', file.versions.pane],
    ['time', file.madeAt],
  ].flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name} ${value}`]));
  return {
    subject: words.subject({ paneVersion: file.versions.pane }).replace(/\s+/g, ' '),
    body: [
      words.greeting(),
      `${words.describe()}${ROOM}`,
      words.screenshots(),
      words.attachFile({ fileName: diagnosticFileName(file) }),
      [words.summaryTitle(), ...summary.map((line) => `- ${line}`)].join('\n'),
      words.thanks(),
    ].join('\n\n'),
  };
}
