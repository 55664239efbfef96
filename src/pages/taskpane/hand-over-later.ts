import { hasBridge } from '../../adapters/msal/bridge';
import { openBrowserValues } from '../../adapters/browser/storage';
import { readOfficeFacts } from '../../adapters/office/facts';
import type { OfficeHost } from '../../adapters/office/host';
import type { OfficeReady } from '../../adapters/office/ready';
import type { BrowserLog } from '../../adapters/browser/log';
import { mailtoUrl } from '../../core/admin-request';
import type { PaneSettings } from '../../core/api/pane-settings';
import { adminLetter, type AdminLetter } from '../../core/support/admin-letter';
import { deletionLetter } from '../../core/support/deletion-letter';
import {
  diagnosticFile,
  diagnosticFileName,
  diagnosticText,
  type DiagnosticFacts,
  type DiagnosticFile,
} from '../../core/support/diagnostics';
import { supportMessage } from '../../core/support/support-message';
import type { Letter, LetterOpened } from '../../core/pane/event';
import { htmlLines } from '../../core/letter-text';
import { tenantOf, type State } from '../../core/pane/state';
import { organisationToTell } from '../../core/pane/request-facts';
import type { Surroundings } from '../../core/support/diagnosis/diagnosis';
import type { Clipboard, Clock, Files } from '../../ports';
import { loadLaterWords } from '../../ui/strings/later/words';
import { loadCatalogue } from '../../ui/strings/load-catalogue';
import { createWords, type Words } from '../../ui/strings/words';

/** What handing over is made of. */
export interface HandOverParts {
  readonly window: Window & typeof globalThis;
  readonly settings: PaneSettings;
  readonly clock: Clock;
  readonly host: OfficeHost;
  readonly ready: OfficeReady;
  readonly clipboard: Clipboard;
  readonly files: () => Promise<Files>;
  readonly log: Pick<BrowserLog, 'recent'>;
  /** The version of MSAL, once its script is there; undefined where it is not. */
  readonly msalVersion: () => Promise<string | undefined>;
}

/** What belongs to one visit of the help screen. */
export interface Visit {
  file?: Promise<DiagnosticFile>;
}

type SignIn = NonNullable<Surroundings['signIn']>;

/** What only the adapters know, for the checks. */
export async function readSurroundings(parts: HandOverParts): Promise<Omit<Surroundings, 'nowMs'>> {
  return { signIn: await signInOf(parts), storage: storageOf(parts.window) };
}

async function signInOf({ window, host, settings }: HandOverParts): Promise<SignIn> {
  // As the probe chooses: the bridge where the host gives one and does not deny it, else MSAL's standard client.
  if (hasBridge(window, settings) && (await host.mayHaveBroker())) return 'bridge';
  const { hostName } = await host.ready();
  return hostName === undefined ? 'no-host' : 'standard';
}

/** Whether the browser keeps anything for this frame: it is asked by keeping something and taking it back. */
function storageOf(window: Window): NonNullable<Surroundings['storage']> {
  const values = openBrowserValues(window);
  const kept = values.write('trial', true);
  values.write('trial', undefined);
  return kept ? 'open' : 'blocked';
}

const fileOf = (parts: HandOverParts, visit: Visit, state: State): Promise<DiagnosticFile> =>
  (visit.file ??= makeFile(parts, state));

async function makeFile(parts: HandOverParts, state: State): Promise<DiagnosticFile> {
  const { settings, clock, host, ready, log } = parts;
  const [profile, office, signIn, msal] = await Promise.all([
    host.ready(),
    readOfficeFacts(ready),
    signInOf(parts),
    parts.msalVersion(),
  ]);
  const tenantId = tenantOf(state);
  const mail = state.mailbox?.domain ?? state.host?.mailDomain;
  const request = state.request ?? state.fulfilled?.request;
  const facts: DiagnosticFacts = {
    madeAtMs: clock.now(),
    versions: {
      pane: settings.version,
      // The service writes its own version into the pane's page.
      service: settings.version,
      office: office.officeVersion,
      msal,
      host: office.hostVersion,
    },
    hostName: profile.hostName,
    platform: profile.platform,
    signIn,
    requirementSets: office.requirementSets,
    locale: profile.locale,
    theme: host.theme().kind,
    cloudName: settings.cloudName,
    clientId: settings.clientId,
    tenantId,
    mail,
    verdict: state.verdict,
    verdictAtMs: state.verdictAtMs,
    watch: {
      mode: state.watch.mode,
      step: state.watch.step,
      nextProbeAtMs: state.nextAtMs,
    },
    log: log.recent(),
    request: request && { way: request.way, sharedAtMs: request.sharedAtMs },
    history: state.request ? state.history : (state.fulfilled?.history ?? state.history),
  };
  return diagnosticFile(facts);
}

/** The file as it would be handed over, for whoever wants to read it first. */
export const diagnosticTextOf = async (parts: HandOverParts, visit: Visit, state: State): Promise<string> =>
  diagnosticText(await fileOf(parts, visit, state));

/** Makes the diagnostic file and hands it to the person; false when the browser would not. */
export async function handOverDiagnostics(
  parts: HandOverParts,
  visit: Visit,
  how: 'download' | 'copy',
  state: State,
): Promise<boolean> {
  const file = await fileOf(parts, visit, state);
  const text = diagnosticText(file);
  return how === 'copy'
    ? parts.clipboard.copy(text)
    : (await parts.files()).save(diagnosticFileName(file), text);
}

/** The words in Outlook's language, as the pane speaks it. */
async function wordsOf({ host, clock }: HandOverParts): Promise<Words> {
  const { locale } = await host.ready();
  return createWords({ ...(await loadCatalogue(locale)), locale, now: () => clock.now() });
}

interface LetterText {
  readonly subject: string;
  readonly body: string;
  /** For mail programs, whose addresses carry little. */
  readonly shortBody: string;
}

/**
 * Opens a message to the vendor or to an administrator, in the pane's language: a draft where the host can, else the mail
 * program, which does not tell whether it has opened. The person adds to it and sends it.
 */
export async function openLetter(
  parts: HandOverParts,
  visit: Visit,
  letter: Letter,
  state: State,
): Promise<LetterOpened> {
  const { host } = parts;
  const words = await wordsOf(parts);
  const { direction, language } = words;
  const { subject, body, shortBody, to } = await textOf(parts, words, visit, letter, state);
  const draft = {
    to: to === undefined ? [] : [to],
    subject,
    textBody: body,
    htmlBody: `<div lang="${language}" dir="${direction}">${htmlLines(body)}</div>`,
  };
  if ((await host.ready()).canOpenDrafts && (await host.openDraft(draft)) === true) return 'draft';
  const mail = mailtoUrl({ subject, textBody: body, shortTextBody: shortBody, link: '' });
  const opened = await host.openWindow(mail.replace(/^mailto:/, `mailto:${to ?? ''}`));
  return opened && 'mail';
}

async function textOf(
  parts: HandOverParts,
  words: Words,
  visit: Visit,
  letter: Letter,
  state: State,
): Promise<LetterText & { readonly to: string | undefined }> {
  const { supportAddress } = parts.settings;
  if (letter === 'support') return { ...(await supportText(parts, words, visit, state)), to: supportAddress };
  if (letter === 'deletion') return { ...(await deletionText(parts, words, state)), to: supportAddress };
  return { ...(await adminText(words, letter, state)), to: undefined };
}

/** The administrator's address is the user's to choose. */
async function adminText(words: Words, letter: AdminLetter, state: State): Promise<LetterText> {
  const { admin } = await loadLaterWords(words);
  const { verdict, verdictAtMs } = state;
  const { subject, body } = adminLetter({
    letter,
    words: admin,
    facts: [
      { name: words.label('details.code'), value: verdict.code },
      { name: words.label('details.correlation-id'), value: verdict.correlationId },
      {
        name: admin.time(),
        value: verdictAtMs === undefined ? undefined : new Date(verdictAtMs).toISOString(),
      },
    ],
    requesterName: state.host?.displayName,
  });
  return { subject, body, shortBody: body };
}

async function supportText(
  parts: HandOverParts,
  words: Words,
  visit: Visit,
  state: State,
): Promise<LetterText> {
  const { support } = await loadLaterWords(words);
  const file = await fileOf(parts, visit, state);
  const code = file.verdict.code ?? file.verdict.because;
  return {
    ...supportMessage({ file, words: support }),
    shortBody: [support.greeting(), support.describe(), code].join('\n\n'),
  };
}

async function deletionText(parts: HandOverParts, words: Words, state: State): Promise<LetterText> {
  const { deletion } = await loadLaterWords(words);
  const organisation = organisationToTell(state);
  const tenantId = tenantOf(state);
  const { clientId } = parts.settings;
  const letter = deletionLetter({
    clientId,
    words: deletion,
    organisation,
    tenantId,
  });
  const ids = [tenantId, clientId].filter((id) => id !== undefined).join('\n');
  return { ...letter, shortBody: [letter.subject, ids].join('\n\n') };
}
