import { REQUEST_EVENT_KINDS, type RequestEvent } from '../api';
import type { CloudName } from '../cloud';
import type { Cause, NextStep } from '../consent/cause';
import { entraError } from '../consent/entra-errors';
import type { ShareWay } from '../onboarding/share-way';
import { PERMISSION_SET } from '../permission-set';
import { permissionId } from '../permissions';
import { domainOfAddress, parseDomain, parseTenantId } from '../tenant';
import type { Breadth, CheckName, Finding, Verdict } from '../consent/verdict';
import type { WatchMode } from '../watch';

/*
 * The file that a person can send to support. It is made of what is on the lists below and of nothing else: whatever
 * is not the word, the number or the id that a field is for becomes "withheld". What it never holds: tokens, mail,
 * addresses (only their domain), names of people, links and ids of requests.
 */

/** One entry of the log, oldest first: what an adapter's `recent()` answers. */
export interface LoggedEvent {
  readonly atMs: number;
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** What is known, as it is known: nothing of it is trusted to be clean. */
export interface DiagnosticFacts {
  readonly madeAtMs: number;
  readonly versions: {
    readonly pane?: string;
    readonly service?: string;
    readonly office?: string;
    readonly msal?: string;
    readonly host?: string;
  };
  readonly hostName?: string;
  readonly platform?: string;
  readonly signIn?: string;
  /** Requirement sets by name, with the highest version that the host supports. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly theme?: string;
  readonly cloudName: string;
  readonly clientId: string;
  readonly tenantId?: string;
  /** The mailbox's address or domain; only the domain comes into the file. */
  readonly mail?: string;
  readonly verdict: Verdict;
  readonly verdictAtMs?: number;
  readonly watch?: { readonly mode: string; readonly step: number; readonly nextProbeAtMs?: number };
  readonly log: readonly LoggedEvent[];
  readonly request?: { readonly way: string; readonly sharedAtMs: number };
  readonly history: readonly RequestEvent[];
}

/** A verdict in the file. Times are ISO 8601 in UTC. */
export interface DiagnosticVerdict {
  readonly at?: string;
  /** The verdict's kind, as `required`. */
  readonly kind: string;
  /** The named check that gave it. */
  readonly because: string;
  readonly breadth?: string;
  readonly cause?: string;
  readonly next?: string;
  /** Microsoft's code, as `AADSTS65001`. */
  readonly code?: string;
  /** Microsoft's correlation id: its support finds the sign-in by it. */
  readonly correlationId?: string;
}

/** The file, version 1. The version rises when a field changes its meaning. */
export interface DiagnosticFile {
  readonly type: 'extendsync.diagnostics';
  readonly version: 1;
  readonly madeAt: string;
  readonly versions: Readonly<Partial<Record<keyof DiagnosticFacts['versions'], string>>>;
  readonly host: {
    readonly name?: string;
    readonly platform?: string;
    /** How tokens are got: over the host's bridge, or by MSAL's standard client. */
    readonly signIn?: string;
    readonly requirementSets: Readonly<Record<string, string>>;
    /** BCP 47. */
    readonly locale?: string;
    readonly theme?: string;
  };
  readonly cloud: string;
  /** The application's own id; public. */
  readonly clientId: string;
  /**
   * The tenant's id. It names an organisation and no person, Microsoft publishes it for every domain, and without it
   * support can look nothing up.
   */
  readonly tenantId?: string;
  readonly mailDomain?: string;
  readonly verdict: DiagnosticVerdict;
  /** Each permission with what was found: `tenant`, `this-user`, `held`, `missing` or `not-known`. */
  readonly permissions: readonly { readonly id: string; readonly state: string }[];
  /** The verdicts of this pane, oldest first. */
  readonly verdicts: readonly DiagnosticVerdict[];
  readonly watch: {
    readonly mode?: string;
    readonly step?: number;
    readonly nextProbeAt?: string;
    /** What the watch did, oldest first. */
    readonly history: readonly {
      readonly at: string;
      readonly event: string;
      readonly mode?: string;
      readonly manner?: string;
      readonly delayMs?: number;
    }[];
  };
  /** The request to an administrator: how and when, and what happened to it; neither its id nor its link. */
  readonly request: {
    readonly way?: string;
    readonly sharedAt?: string;
    readonly history: readonly { readonly at: string; readonly kind: string }[];
  };
}

const WITHHELD = 'withheld';

/** The lists hold every word of their union, or they do not compile. */
type AllOf<T extends string> = Readonly<Record<T, true>>;

const KINDS: AllOf<Verdict['kind']> = {
  checking: true,
  granted: true,
  partial: true,
  required: true,
  'sign-in-needed': true,
  blocked: true,
  unknown: true,
};
const CHECKS: AllOf<CheckName> = {
  'nobody-asked-yet': true,
  'no-account': true,
  'account-of-another-tenant': true,
  'answer-about-another-tenant': true,
  'refusal-explained': true,
  'refusal-without-a-number': true,
  'unforeseen-refusal': true,
  'no-answer': true,
  'service-could-not-tell': true,
  'application-disabled': true,
  'user-not-assigned': true,
  'all-granted-for-tenant': true,
  'all-granted-but-some-only-for-this-user': true,
  'nothing-granted': true,
  'some-missing': true,
  'some-not-known': true,
  'token-holds-all': true,
  'token-lacks-some': true,
  'token-unreadable': true,
};
const CAUSES: AllOf<Cause> = {
  'not-consented': true,
  'consent-declined': true,
  'admin-approval-needed': true,
  'consent-failed': true,
  'application-not-in-tenant': true,
  'application-disabled': true,
  'application-misconfigured': true,
  'user-not-assigned': true,
  'account-disabled': true,
  'account-not-in-tenant': true,
  'account-unknown': true,
  'wrong-credentials': true,
  'tenant-unknown': true,
  'tenant-blocked': true,
  'tenant-not-named': true,
  'several-accounts': true,
  'not-signed-in': true,
  'session-expired': true,
  'multi-factor-needed': true,
  'conditional-access': true,
  'device-not-compliant': true,
  'licence-missing': true,
  'loop-detected': true,
  throttled: true,
  'microsoft-unavailable': true,
  'network-unreachable': true,
  'service-unavailable': true,
  'host-unavailable': true,
  'consent-or-sign-in': true,
  'other-tenant': true,
  cancelled: true,
  'popup-blocked': true,
  'request-malformed': true,
  unrecognised: true,
};
const NEXT_STEPS: AllOf<NextStep> = {
  grant: true,
  'ask-admin': true,
  'sign-in': true,
  'sign-in-with-other-account': true,
  'ask-admin-to-assign': true,
  'ask-admin-to-enable': true,
  'ask-admin-about-policy': true,
  'wait-and-retry': true,
  'contact-support': true,
};
const BREADTHS: AllOf<Breadth> = { tenant: true, 'this-user': true, unproven: true };
const FOUND: AllOf<Finding['state']> = {
  tenant: true,
  'this-user': true,
  held: true,
  missing: true,
  'not-known': true,
};
const MODES: AllOf<WatchMode> = { expecting: true, pending: true, idle: true, granted: true, failing: true };
const WAYS: AllOf<ShareWay> = { draft: true, copy: true, mail: true, teams: true };
const CLOUD_NAMES: AllOf<CloudName> = {
  global: true,
  usgov: true,
  'usgov-dod': true,
  china: true,
  custom: true,
};
const THEMES: AllOf<'light' | 'dark' | 'high-contrast'> = { light: true, dark: true, 'high-contrast': true };
const SIGN_INS: AllOf<'bridge' | 'standard' | 'no-host'> = { bridge: true, standard: true, 'no-host': true };
const MANNERS: AllOf<'silent' | 'interactive'> = { silent: true, interactive: true };
// https://learn.microsoft.com/en-us/javascript/api/office/office.hosttype and office.platformtype
const HOSTS: AllOf<'Outlook'> = { Outlook: true };
const PLATFORMS: AllOf<'PC' | 'OfficeOnline' | 'Mac' | 'iOS' | 'Android' | 'Universal'> = {
  PC: true,
  OfficeOnline: true,
  Mac: true,
  iOS: true,
  Android: true,
  Universal: true,
};
// https://learn.microsoft.com/en-us/javascript/api/requirement-sets/common/office-add-in-requirement-sets
const REQUIREMENT_SETS = [
  'Mailbox',
  'NestedAppAuth',
  'DialogApi',
  'DialogOrigin',
  'IdentityAPI',
  'OpenBrowserWindowApi',
  'SharedRuntime',
  'RibbonApi',
] as const;
/** What the watch writes into the log. */
const WATCH_EVENTS: AllOf<'probe-asked' | 'probe-planned' | 'probe-answered' | 'lead-taken'> = {
  'probe-asked': true,
  'probe-planned': true,
  'probe-answered': true,
  'lead-taken': true,
};
const PERMISSION_IDS: ReadonlySet<string> = new Set(PERMISSION_SET.map(permissionId));

/** A word of the list; anything else is withheld, and nothing stays nothing. */
function word(value: unknown, list: Readonly<Record<string, true>>): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' && Object.hasOwn(list, value) ? value : WITHHELD;
}

function fitting(value: unknown, pattern: RegExp): string | undefined {
  if (value === undefined) return undefined;
  // A telephone number can be written like a version.
  return typeof value === 'string' && pattern.test(value) && redact(value) === value ? value : WITHHELD;
}

// Numbers with dots and at most a word of the few that releases are named by; Office's builds are longer than others.
const VERSION =
  /^(?:16\.\d{1,3}\.\d{4,8}(?:\.\d{4,5})?|\d{1,5}(?:\.\d{1,5}){1,3}(?:-(?:alpha|beta|rc|dev)(?:\.\d{1,3})?)?)$/;
const SET_VERSION = /^\d{1,2}\.\d{1,2}$/;
const LOCALE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const AADSTS = /^AADSTS\d{4,8}$/;

const guid = (value: unknown): string | undefined => fitting(value, GUID)?.toLowerCase();

/** Microsoft's code; one that is no AADSTS code (a host's own word) is withheld. */
const codeOf = (value: unknown): string | undefined =>
  typeof value === 'string' && entraError(value) !== undefined ? value : fitting(value, AADSTS);

/** The domain of an address, or a domain; where the sieve would change it, it is neither. */
function mailDomain(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const domain =
    typeof value !== 'string'
      ? undefined
      : value.includes('@')
        ? domainOfAddress(value)
        : redact(value) === value
          ? parseDomain(value)
          : undefined;
  return domain === undefined || redact(domain) !== domain ? WITHHELD : domain;
}

// The latest time that a Date can hold (ECMA-262, 21.4.1.1).
const LAST_MS = 8.64e15;

const time = (atMs: unknown): string | undefined =>
  typeof atMs === 'number' && Math.abs(atMs) <= LAST_MS ? new Date(atMs).toISOString() : undefined;

/** A time of the service, read and written anew. */
const timeOfText = (text: unknown): string | undefined =>
  typeof text === 'string' ? time(Date.parse(text)) : undefined;

// Beyond a day nothing is planned; a number that could be something else (of a telephone) is left out.
const duration = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 86_400_000 ? Math.round(value) : undefined;

const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000 ? value : undefined;

/** Leaves out the fields that are undefined, as exact optional properties want it. */
const present = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

type VerdictFields = Readonly<Partial<Record<keyof DiagnosticVerdict, unknown>>>;

const verdictOf = (fields: VerdictFields, atMs: unknown): DiagnosticVerdict =>
  present<DiagnosticVerdict>({
    at: time(atMs),
    kind: word(fields.kind, KINDS) ?? WITHHELD,
    because: word(fields.because, CHECKS) ?? WITHHELD,
    breadth: word(fields.breadth, BREADTHS),
    cause: word(fields.cause, CAUSES),
    next: word(fields.next, NEXT_STEPS),
    code: codeOf(fields.code),
    correlationId: guid(fields.correlationId),
  });

/** Makes the file. It never throws, and nothing comes into it but what the lists above allow. */
export function diagnosticFile(facts: DiagnosticFacts): DiagnosticFile {
  const { versions, verdict, watch, request } = facts;
  const findings: readonly Finding[] = 'findings' in verdict ? verdict.findings : [];
  const sets = facts.requirementSets ?? {};
  return {
    type: 'extendsync.diagnostics',
    version: 1,
    madeAt: time(facts.madeAtMs) ?? WITHHELD,
    versions: present<DiagnosticFile['versions']>({
      pane: fitting(versions.pane, VERSION),
      service: fitting(versions.service, VERSION),
      office: fitting(versions.office, VERSION),
      msal: fitting(versions.msal, VERSION),
      host: fitting(versions.host, VERSION),
    }),
    host: present<DiagnosticFile['host']>({
      name: word(facts.hostName, HOSTS),
      platform: word(facts.platform, PLATFORMS),
      signIn: word(facts.signIn, SIGN_INS),
      requirementSets: Object.fromEntries(
        REQUIREMENT_SETS.flatMap((name) => {
          const version = Object.hasOwn(sets, name) ? fitting(sets[name], SET_VERSION) : undefined;
          return version === undefined ? [] : [[name, version] as const];
        }),
      ),
      locale: fitting(facts.locale, LOCALE),
      theme: word(facts.theme, THEMES),
    }),
    cloud: word(facts.cloudName, CLOUD_NAMES) ?? WITHHELD,
    clientId: guid(facts.clientId) ?? WITHHELD,
    ...present<{ tenantId?: string; mailDomain?: string }>({
      tenantId: facts.tenantId === undefined ? undefined : (parseTenantId(facts.tenantId) ?? WITHHELD),
      mailDomain: mailDomain(facts.mail),
    }),
    verdict: verdictOf(verdict, facts.verdictAtMs),
    permissions: findings.map(({ id, state }) => ({
      id: PERMISSION_IDS.has(id) ? id : WITHHELD,
      state: word(state, FOUND) ?? WITHHELD,
    })),
    verdicts: facts.log
      .filter(({ event }) => event === 'verdict')
      .map(({ facts: logged, atMs }) => verdictOf(logged, atMs)),
    watch: {
      ...present<{ mode?: string; step?: number; nextProbeAt?: string }>({
        mode: word(watch?.mode, MODES),
        step: count(watch?.step),
        nextProbeAt: time(watch?.nextProbeAtMs),
      }),
      history: facts.log
        .filter(({ event }) => Object.hasOwn(WATCH_EVENTS, event))
        .map(({ event, atMs, facts: logged }) =>
          present<DiagnosticFile['watch']['history'][number]>({
            at: time(atMs) ?? WITHHELD,
            event,
            mode: word(logged['mode'], MODES),
            manner: word(logged['manner'], MANNERS),
            delayMs: duration(logged['delayMs']),
          }),
        ),
    },
    request: {
      ...present<{ way?: string; sharedAt?: string }>({
        way: word(request?.way, WAYS),
        sharedAt: time(request?.sharedAtMs),
      }),
      history: facts.history.map(({ kind, at }) => ({
        at: timeOfText(at) ?? WITHHELD,
        kind: REQUEST_EVENT_KINDS.find((one) => one === kind) ?? WITHHELD,
      })),
    },
  };
}

/** The file as it is copied or downloaded: JSON, passed through the sieve once more. */
export const diagnosticText = (file: DiagnosticFile): string =>
  JSON.stringify(file, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value), 2);

/** A file name without anything in it but the time. */
export const diagnosticFileName = (file: DiagnosticFile): string =>
  `extendsync-diagnostics-${file.madeAt.replace(/[^0-9TZ]/g, '')}.json`;

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
  // Addresses of mail (RFC 5322), quoted and encoded ones as well: the domain may stay.
  [/"[^"\n]*"(?:[@＠]|%40)/g, '@'],
  [/[^\s@＠[\]()<>,;:"]+(?:[@＠]|%40)(?=[\p{L}\p{N}])/gu, '@'],
  [/[^\s@＠[\]()<>,;:"]+\s+[@＠]\s+(?=[\p{L}\p{N}])/gu, '@'],
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

/** The words of the message to support, from a message file; plain text, one sentence or paragraph each. */
export interface SupportWords {
  subject(values: { readonly paneVersion?: string }): string;
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
  const { pane } = file.versions;
  return {
    subject: words.subject(pane === undefined ? {} : { paneVersion: pane }).replace(/\s+/g, ' '),
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
